package org.eimodel.runtime.kernel;

import java.util.Objects;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.compiler.plan.NetworkPlan;
import org.jspecify.annotations.Nullable;

/// The loops beside the kernels that a network can run in vector lanes. Each is given once, when it is compiled.
public final class LaneLoops {
  /// Where there are no lanes.
  static final LaneLoops NONE = new LaneLoops(null, null, null);

  private final @Nullable LoopForm<RandomBlocks> random;
  private final @Nullable LoopForm<BoundCounts> counts;
  private final @Nullable LoopForm<FlushToZero> flush;

  private LaneLoops(
      @Nullable LoopForm<RandomBlocks> random,
      @Nullable LoopForm<BoundCounts> counts,
      @Nullable LoopForm<FlushToZero> flush) {
    this.random = random;
    this.counts = counts;
    this.flush = flush;
  }

  /// {@return what a network has a use for}
  static LaneLoops of(NetworkPlan plan, Precision precision, LaneBackEnd backEnd) {
    boolean drives = !plan.poisson().isEmpty();
    boolean decays =
        plan.groups().stream().anyMatch(group -> !group.step().decaying().isEmpty());
    return new LaneLoops(
        drives ? LoopForm.ofElements(backEnd) : null,
        drives ? LoopForm.ofCounts(backEnd, precision) : null,
        decays ? LoopForm.ofFlush(backEnd, precision) : null);
  }

  /// {@return the loops of Poisson drives: they come before kernels}
  Stream<LoopForm<?>> ofDrives() {
    return Stream.<@Nullable LoopForm<?>>of(random, counts).filter(Objects::nonNull);
  }

  /// {@return the others: neurons step all the time, states are flushed now and then}
  Stream<LoopForm<?>> others() {
    return Stream.ofNullable(flush);
  }

  boolean none() {
    return ofDrives().findAny().isEmpty() && others().findAny().isEmpty();
  }

  /// {@return the first random words of many elements, once, when they are there; null before and after}
  public @Nullable RandomBlocks random() {
    return random == null ? null : random.take();
  }

  /// {@return the numbers of random words, once, when they are there; null before and after}
  public @Nullable BoundCounts counts() {
    return counts == null ? null : counts.take();
  }

  /// {@return the flush of decaying states, once, when it is there; null before and after}
  public @Nullable FlushToZero flush() {
    return flush == null ? null : flush.take();
  }
}
