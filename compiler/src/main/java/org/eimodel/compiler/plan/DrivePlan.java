package org.eimodel.compiler.plan;

import org.eimodel.compiler.ir.Slot;

/// A waveform into an input of some neurons of one population. Drives on the same neuron and input add, in the order of the
/// plan, in double precision; the sum is rounded once.
///
/// @param population position in [NetworkPlan#populations]
/// @param from first neuron
/// @param until after the last neuron
/// @param input the input slot of the population's group
public record DrivePlan(int population, int from, int until, Slot input, Waveform waveform, Values amplitude) {

  /// A shape in time, to be multiplied by an amplitude: the share of the amplitude in a step.
  public sealed interface Waveform {
    /// {@return whether the drive is on in the step that begins at `step` dt}
    boolean on(long step);

    /// {@return the first step after `step` in which [#on] may change, or [Long#MAX_VALUE]}
    long nextChange(long step);
  }

  /// Always.
  public record Constant() implements Waveform {
    @Override
    public boolean on(long step) {
      return true;
    }

    @Override
    public long nextChange(long step) {
      return Long.MAX_VALUE;
    }
  }

  /// In steps `from` up to `until`, exclusive.
  public record Pulse(long from, long until) implements Waveform {
    @Override
    public boolean on(long step) {
      return step >= from && step < until;
    }

    @Override
    public long nextChange(long step) {
      return step < from ? from : step < until ? until : Long.MAX_VALUE;
    }
  }
}
