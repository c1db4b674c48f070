package org.eimodel.runtime.kernel;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.runtime.connect.Blueprint;
import org.jspecify.annotations.Nullable;

/// The loops beside the kernels that a network can run in vector lanes. Those of steps are given once, when they
/// are compiled; what synapses are drawn with, whenever somebody asks.
public final class LaneLoops {
  /// Normal draws of synapses below which compiling costs more than it gains: about a second of the scalar form.
  private static final double MANY_DRAWS = 5e7;

  /// Where there are no lanes.
  static final LaneLoops NONE = new LaneLoops(null, null, null, null);

  private final @Nullable LoopForm<NormalQuantiles> quantiles;
  private final @Nullable LoopForm<RandomBlocks> random;
  private final @Nullable LoopForm<BoundCounts> counts;
  private final @Nullable LoopForm<FlushToZero> flush;

  private LaneLoops(
      @Nullable LoopForm<NormalQuantiles> quantiles,
      @Nullable LoopForm<RandomBlocks> random,
      @Nullable LoopForm<BoundCounts> counts,
      @Nullable LoopForm<FlushToZero> flush) {
    this.quantiles = quantiles;
    this.random = random;
    this.counts = counts;
    this.flush = flush;
  }

  /// {@return what a network has a use for}
  static LaneLoops of(Blueprint blueprint, Precision precision, LaneBackEnd backEnd) {
    NetworkPlan plan = blueprint.plan();
    boolean drives = !plan.poisson().isEmpty();
    boolean decays =
        plan.groups().stream().anyMatch(group -> !group.step().decaying().isEmpty());
    return new LaneLoops(
        normalDraws(blueprint) > MANY_DRAWS ? LoopForm.ofQuantiles(backEnd) : null,
        drives ? LoopForm.ofElements(backEnd) : null,
        drives ? LoopForm.ofCounts(backEnd, precision) : null,
        decays ? LoopForm.ofFlush(backEnd, precision) : null);
  }

  /// {@return how many normal weights of synapses are drawn before the first step, about}
  private static double normalDraws(Blueprint blueprint) {
    List<ProjectionPlan> projections = blueprint.plan().projections();
    return IntStream.range(0, projections.size())
        .filter(j -> !projections.get(j).procedural() && normal(projections.get(j)))
        .mapToDouble(j -> blueprint.expected()[j])
        .sum();
  }

  private static boolean normal(ProjectionPlan projection) {
    return projection.weights().filter(LaneLoops::normal).isPresent();
  }

  private static boolean normal(SynapseValues values) {
    return values instanceof SynapseValues.Drawn drawn
        && drawn.distribution() == SynapseValues.Distribution.NORMAL;
  }

  /// {@return the loops that come before kernels: those that synapses are drawn with, and those of Poisson drives}
  Stream<LoopForm<?>> first() {
    return Stream.<@Nullable LoopForm<?>>of(quantiles, random, counts).filter(Objects::nonNull);
  }

  /// {@return the others: neurons step all the time, states are flushed now and then}
  Stream<LoopForm<?>> others() {
    return Stream.ofNullable(flush);
  }

  boolean none() {
    return first().findAny().isEmpty() && others().findAny().isEmpty();
  }

  /// {@return normal quantiles in lanes when they are there, and the scalar form before}
  public NormalQuantiles quantiles() {
    NormalQuantiles lanes = quantiles == null ? null : quantiles.look();
    return lanes == null ? NormalQuantiles.SCALAR : lanes;
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
