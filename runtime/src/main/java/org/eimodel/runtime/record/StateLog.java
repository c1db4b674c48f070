package org.eimodel.runtime.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.runtime.state.Reals;

/// A state of some neurons at t = 0 and every few steps, in the precision of the network.
public final class StateLog {
  /// About this many bytes are taken at once.
  private static final int CHUNK = 1 << 16;

  private final RecordingPlan.State plan;
  private final Object[] arrays;
  private final int[] first;
  private final int columns;
  private final int samplesPerChunk;
  private final Precision precision;
  private final List<Object> chunks = new ArrayList<>();
  private int samples;

  /// @param arrays for each range of the plan, the array of its state
  /// @param first for each range, its first neuron in that array
  public StateLog(RecordingPlan.State plan, Object[] arrays, int[] first, Precision precision) {
    this.plan = plan;
    this.arrays = arrays;
    this.first = first;
    this.precision = precision;
    this.columns = plan.ranges().stream().mapToInt(range -> range.until() - range.from()).sum();
    this.samplesPerChunk = Math.max(1, CHUNK / (precision.bytes() * Math.max(1, columns)));
  }

  /// {@return how many steps lie between two samples}
  public int everySteps() {
    return plan.everySteps();
  }

  /// Samples when `step` steps are done and that is a time to sample.
  public void sample(long step) {
    if (step % plan.everySteps() != 0) {
      return;
    }
    int place = samples % samplesPerChunk;
    if (place == 0) {
      chunks.add(Reals.array(precision, samplesPerChunk * columns));
    }
    Object chunk = chunks.getLast();
    int to = place * columns;
    for (int r = 0; r < first.length; r++) {
      RecordingPlan.Range range = plan.ranges().get(r);
      int count = range.until() - range.from();
      System.arraycopy(arrays[r], first[r], chunk, to, count);
      to += count;
    }
    samples++;
  }

  /// {@return what is recorded}
  public RecordingPlan.State plan() {
    return plan;
  }

  /// {@return how many neurons there are, the ranges of the plan one after the other}
  public int columns() {
    return columns;
  }

  /// {@return the sampled steps, ascending from 0}
  public long[] steps() {
    long[] steps = new long[samples];
    Arrays.setAll(steps, i -> (long) i * plan.everySteps());
    return steps;
  }

  /// {@return for each neuron its samples, in the unit of the plan}
  public double[][] values() {
    double[][] values = new double[columns][samples];
    for (int s = 0; s < samples; s++) {
      Object chunk = chunks.get(s / samplesPerChunk);
      int from = s % samplesPerChunk * columns;
      for (int c = 0; c < columns; c++) {
        values[c][s] = Reals.get(chunk, from + c) / plan.unitScale();
      }
    }
    return values;
  }
}
