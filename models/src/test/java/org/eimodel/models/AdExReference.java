package org.eimodel.models;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/// The equations of the library's `adex`, solved by an adaptive integrator that finds each spike as a root.
///
/// The peak is at -10 mV here and at 20 mV there: v needs less than 2e-8 ms in between, and steps of that size are lost on an
/// adaptive integrator.
///
/// *Source*: Brette R, Gerstner W (2005), J Neurophysiol 94:3637-3642, equations 1 to 3 and table 1.
final class AdExReference implements FirstOrderDifferentialEquations {
  private static final double REST = -70.6;
  private static final double PEAK = -10;
  private final double current;

  private AdExReference(double current) {
    this.current = current;
  }

  /// {@return the spike times in ms under 800 pA from 50 to 450 ms}
  static double[] spikeTimes() {
    List<Double> spikes = new ArrayList<>();
    double[] state = {REST, 0};
    stretch(0, 50, 0, state, spikes);
    stretch(50, 450, 800, state, spikes);
    stretch(450, 500, 0, state, spikes);
    return spikes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void stretch(
      double from, double until, double current, double[] state, List<Double> spikes) {
    double time = from;
    while (time < until) {
      DormandPrince853Integrator integrator =
          new DormandPrince853Integrator(1e-12, 0.5, 1e-10, 1e-10);
      integrator.addEventHandler(new Peak(), 0.5, 1e-12, 200);
      time = integrator.integrate(new AdExReference(current), time, state, until, state);
      if (time < until) {
        spikes.add(time);
        state[0] = REST;
        state[1] += 80.5;
      }
    }
  }

  @Override
  public int getDimension() {
    return 2;
  }

  @Override
  public void computeDerivatives(double t, double[] state, double[] derivatives) {
    double v = Math.min(state[0], PEAK);
    derivatives[0] =
        (-30 * (v - REST) + 30 * 2 * Math.exp((v + 50.4) / 2) - state[1] + current) / 281;
    derivatives[1] = (4 * (v - REST) - state[1]) / 144;
  }

  /// Stops where the voltage reaches the peak.
  private record Peak() implements EventHandler {
    @Override
    public void init(double start, double[] state, double end) {}

    @Override
    public double g(double t, double[] state) {
      return state[0] - PEAK;
    }

    @Override
    public Action eventOccurred(double t, double[] state, boolean increasing) {
      return Action.STOP;
    }

    @Override
    public void resetState(double t, double[] state) {}
  }
}
