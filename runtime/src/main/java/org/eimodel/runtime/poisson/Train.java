package org.eimodel.runtime.poisson;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.numeric.Philox;
import org.eimodel.numeric.StreamKey;
import org.eimodel.runtime.layout.Part;
import org.jspecify.annotations.Nullable;

/// The events of one Poisson drive at the neurons of one slice.
///
/// The words of four steps are one block for each neuron, and are drawn together.
public final class Train {
  /// Events that go into one call of the kernel, about.
  private static final int LIST = 4096;

  private static final int STEPS = 4;

  private final PoissonPlan plan;
  private final ArrivalKernel kernel;
  private final Object scalars;
  private final long key;
  private final int firstElement;
  private final int size;

  /// What takes a neuron, counted from the first of this train, to one counted from the first of the slice.
  private final int shift;

  private final EventCounts counts;
  private final int[] words;
  private final char[] events;
  private final int group;
  private @Nullable EventLanes lanes;
  private RandomBlocks random = Philox::elements;
  private long drawn = -1;

  private Train(
      PoissonPlan plan,
      long seed,
      int group,
      Part part,
      int base,
      ArrivalKernel kernel,
      Object scalars) {
    this.plan = plan;
    this.group = group;
    this.kernel = kernel;
    this.scalars = scalars;
    this.key = StreamKey.of(seed, plan.stream());
    this.firstElement = Math.max(plan.from(), part.offset());
    this.size = Math.min(plan.until(), part.offset() + part.size()) - firstElement;
    this.shift = part.first() - part.offset() + firstElement - base;
    this.counts = new EventCounts(tables(plan.mean()));
    this.words = new int[STEPS * size + STEPS];
    this.events = new char[LIST + Math.max(4, counts.most())];
  }

  /// {@return the bytes of a drive's arrays in the scalar form}
  ///
  /// @param parts of its population
  public static long bytes(PoissonPlan plan, int parts) {
    long neurons = (long) plan.until() - plan.from();
    long words = Integer.BYTES * STEPS * neurons;
    long lists = (long) parts * Character.BYTES * LIST;
    return words + lists + tableBytes(plan, parts);
  }

  private static long tableBytes(PoissonPlan plan, int parts) {
    return switch (plan.mean()) {
      case Values.Uniform(double mean) -> parts * CountTable.bytes(mean, CountTable.FINE);
      case Values.Each(double[] means) -> {
        long tables =
            Arrays.stream(means, plan.from(), plan.until())
                .distinct()
                .mapToLong(mean -> CountTable.bytes(mean, CountTable.COARSE))
                .sum();
        yield tables + Integer.BYTES * ((long) plan.until() - plan.from());
      }
    };
  }

  /// {@return the train of a drive in a part of its population}
  ///
  /// @param group of the population
  /// @param base the first neuron of the slice
  public static Train of(
      PoissonPlan plan,
      long seed,
      int group,
      Part part,
      int base,
      ArrivalKernel kernel,
      Object scalars) {
    return new Train(plan, seed, group, part, base, kernel, scalars);
  }

  /// {@return whether a drive reaches any neuron of a part of its population}
  public static boolean reaches(PoissonPlan plan, Part part) {
    return plan.from() < part.offset() + part.size() && plan.until() > part.offset();
  }

  private CountTable[] tables(Values means) {
    return switch (means) {
      case Values.Uniform(double value) -> new CountTable[] {new CountTable(value, CountTable.FINE)};
      case Values.Each(double[] values) -> {
        Map<Double, CountTable> known = new HashMap<>();
        CountTable[] each = new CountTable[size];
        for (int i = 0; i < size; i++) {
          each[i] = known.computeIfAbsent(
                  values[firstElement + i], mean -> new CountTable(mean, CountTable.COARSE));
        }
        yield each;
      }
    };
  }

  /// {@return the scalar block of its arrivals}
  public Object scalars() {
    return scalars;
  }

  /// {@return whether this is a train of such arrivals}
  public boolean runs(int group, int arrival) {
    return this.group == group && plan.arrival() == arrival;
  }

  /// Delivers from now on in lanes.
  public void use(EventLanes form) {
    lanes = form;
  }

  /// Draws from now on with another form of the same random words.
  public void use(RandomBlocks blocks) {
    random = blocks;
  }

  /// Counts events from now on in lanes, where they are delivered in lanes.
  public void use(BoundCounts form) {
    counts.use(form);
  }

  /// Delivers the events of a step.
  ///
  /// @param base the first neuron of the slice
  public void deliver(long step, int base, Object[] arrays) {
    if (step < plan.begin() || step >= plan.end()) {
      return;
    }
    if (drawn != step / STEPS) {
      drawn = step / STEPS;
      random.fill(key, firstElement, (int) drawn, (int) (drawn >>> 32), size, words);
    }
    int wordsFirst = (int) (step % STEPS) * size;
    if (lanes != null) {
      lanes.deliver(counts, words, wordsFirst, size, base + shift);
    } else {
      deliver(wordsFirst, base, arrays);
    }
  }

  private void deliver(int wordsFirst, int base, Object[] arrays) {
    int end = 0;
    for (int i = 0; i < size; i++) {
      // Most numbers are small: some places too many cost less than a wrong guess at where they end.
      int count = counts.of(i, words[wordsFirst + i]);
      char target = (char) (shift + i);
      events[end] = target;
      events[end + 1] = target;
      events[end + 2] = target;
      events[end + 3] = target;
      for (int k = 4; k < count; k++) {
        events[end + k] = target;
      }
      end += count;
      if (end >= LIST) {
        kernel.deliver(events, null, 0, end, base, scalars, arrays);
        end = 0;
      }
    }
    kernel.deliver(events, null, 0, end, base, scalars, arrays);
  }
}
