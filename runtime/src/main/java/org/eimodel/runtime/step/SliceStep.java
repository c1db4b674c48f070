package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.SpikeHash;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.runtime.connect.RowSpace;
import org.eimodel.runtime.drive.Segment;
import org.eimodel.runtime.drive.SliceInputs;
import org.eimodel.runtime.kernel.LaneTier;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.jspecify.annotations.Nullable;

/// What one slice does in a step, by one thread, and what it counts meanwhile.
final class SliceStep {
  /// The JVM compiles what is called often, and only later a loop that goes on; a kernel in lanes was compiled before.
  private static final int NEURONS_OF_A_CALL = 512;

  private final Slice slice;
  private final Arrivals arrivals;
  private final Arbor[] arbors;
  private final RowSpace space;
  private final SpikeRing ring;
  private final int[] partEnds;
  private final int[] shifts;
  private final long[] hashes;
  private final long[] fired;
  private final int[] decaying;
  private final @Nullable RefractoryNeurons refractory;
  private StepKernel kernel;

  /// Neurons that one call steps.
  private int atOnce = NEURONS_OF_A_CALL;

  private FlushToZero flush;
  private Object[] arrays;
  private SliceInputs inputs;
  private long hash;
  private int failed = -1;
  private long failedStep;
  private @Nullable PhaseClock clock;

  /// @param space what the arbors draw into
  /// @param hashes the spike hash of the population of each part
  /// @param decaying positions of the states that are flushed
  /// @param refractory null where no spike makes a neuron refractory
  SliceStep(
      Slice slice,
      Arrivals arrivals,
      List<Arbor> arbors,
      RowSpace space,
      SpikeRing ring,
      long[] hashes,
      StepKernel kernel,
      int[] decaying,
      FlushToZero flush,
      @Nullable RefractoryNeurons refractory,
      Object[] arrays,
      SliceInputs inputs) {
    this.slice = slice;
    this.arrivals = arrivals;
    this.arbors = arbors.toArray(Arbor[]::new);
    this.space = space;
    this.ring = ring;
    this.partEnds = slice.parts().stream().mapToInt(Part::end).toArray();
    this.shifts = slice.parts().stream().mapToInt(part -> part.first() - part.offset()).toArray();
    this.hashes = hashes;
    this.fired = new long[hashes.length];
    this.kernel = kernel;
    this.decaying = decaying;
    this.flush = flush;
    this.refractory = refractory;
    this.arrays = arrays;
    this.inputs = inputs;
  }

  /// Goes so many steps on, from `first` dt; from the step on in which a state is not finite, it only is silent.
  void run(long first, int steps) {
    ring.extend();
    for (int k = 0; k < steps; k++) {
      if (failed < 0) {
        run(first + k);
      }
      if (failed >= 0) {
        beSilent(first + k);
      }
    }
  }

  /// Others go on to the end of the round, and read what the slice has sent.
  private void beSilent(long step) {
    ring.close(step, ring.end(), partEnds);
    for (Arbor arbor : arbors) {
      arbor.spread(step);
    }
  }

  /// Between rounds: makes room for the spikes of the next one, while nobody reads.
  ///
  /// @param next its first step
  void makeRoom(long next) {
    ring.makeRoom(next);
    for (Arbor arbor : arbors) {
      arbor.makeRoom();
    }
  }

  private void run(long step) {
    PhaseClock watch = clock;
    if (watch != null) {
      watch.begin();
    }
    arrivals.deliver(step);
    if (watch != null) {
      watch.delivered();
    }
    inputs.update(step);
    if (watch != null) {
      watch.driven();
    }
    int end = ring.end();
    for (Segment segment : inputs.segments()) {
      for (int from = segment.from(); from < segment.until(); from += atOnce) {
        int until = Math.min(segment.until(), from + atOnce);
        int now = kernel.step(from, until, segment.scalars(), arrays, ring.spikes(), end);
        if (now < 0) {
          failed = ~now;
          failedStep = step;
          return;
        }
        end = now;
      }
    }
    if (FlushToZero.follows(step)) {
      for (int state : decaying) {
        flush.flush(arrays[state], slice.first(), slice.end());
      }
    }
    if (watch != null) {
      watch.integrated();
    }
    ring.close(step, end, partEnds);
    if (refractory != null) {
      refractory.endStep(step, ring);
    }
    count(step, 1);
    for (Arbor arbor : arbors) {
      arbor.spread(step);
    }
    if (watch != null) {
      watch.sent();
    }
  }

  /// Takes back the counts of the last steps, from `first` up to `end`: the run ended before them.
  void forget(long first, long end) {
    for (long step = first; step < end; step++) {
      count(step, -1);
    }
  }

  /// Counts the spikes of a step.
  ///
  /// @param sign -1 to take back what was counted
  private void count(long step, int sign) {
    int slot = ring.slot(step);
    if (ring.count(slot) == 0) {
      return;
    }
    int[] spikes = ring.spikes();
    long sum = 0;
    for (int k = 0; k < partEnds.length; k++) {
      int from = ring.place(slot, k);
      int end = ring.place(slot, k + 1);
      long population = hashes[k];
      int shift = shifts[k];
      fired[k] += sign * (end - from);
      for (int i = from; i < end; i++) {
        sum += SpikeHash.mix(population, spikes[i] - shift, step + 1);
      }
    }
    hash += sign * sum;
  }

  /// Gives the slice another kernel for the same neurons, with its arrays and inputs.
  void replace(StepKernel newKernel, Object[] newArrays, SliceInputs newInputs) {
    kernel = newKernel;
    arrays = newArrays;
    inputs = newInputs;
    atOnce = NEURONS_OF_A_CALL;
  }

  /// Gives the slice another form of its random words.
  void use(RandomBlocks random) {
    arrivals.use(random);
  }

  /// Gives the slice another form of counting its Poisson events.
  void use(BoundCounts counts) {
    arrivals.use(counts);
  }

  /// Gives the slice another form of the flush of its states.
  void use(FlushToZero form) {
    flush = form;
  }

  /// Gives the slice another form of its Poisson events.
  ///
  /// @param all arrays of the group, and the number of events of each neuron after them
  void use(LaneTier.Events events, Object[] all) {
    arrivals.use(events, all);
  }

  /// Gives the slice another form of its kernel.
  void use(StepKernel form) {
    kernel = form;
    atOnce = slice.size();
  }

  /// Sets what looks at the clock between the phases; null for nobody.
  void watch(@Nullable PhaseClock newClock) {
    clock = newClock;
  }

  /// Writes for how many steps each neuron is still refractory.
  ///
  /// @param now how many steps are done
  /// @param steps of all neurons of the group
  void writeRefractorySteps(long now, int[] steps) {
    if (refractory != null) {
      refractory.write(now, steps);
    }
  }

  Slice slice() {
    return slice;
  }

  SliceInputs inputs() {
    return inputs;
  }

  SpikeRing ring() {
    return ring;
  }

  /// {@return the memory of spikes on their way from and to the slice}
  long bytes() {
    long sum = ring.bytes() + arrivals.bytes() + space.bytes();
    if (refractory != null) {
      sum += refractory.bytes();
    }
    for (Arbor arbor : arbors) {
      sum += arbor.bytes();
    }
    return sum;
  }

  /// {@return what takes a neuron of a part's population to one of the storage}
  int shift(int part) {
    return shifts[part];
  }

  /// {@return how often the neurons of a part have fired}
  long fired(int part) {
    return fired[part];
  }

  /// {@return this slice's share of the spike hash}
  long hash() {
    return hash;
  }

  /// {@return the step that stopped, when one [#failed]}
  long failedStep() {
    return failedStep;
  }

  /// {@return the neuron at which a step stopped, in the storage of the group, or -1}
  int failed() {
    return failed;
  }
}
