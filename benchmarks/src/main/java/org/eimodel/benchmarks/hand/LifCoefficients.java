package org.eimodel.benchmarks.hand;

/// The exact step of 0.1 ms of a membrane (20 ms) with currents of 5 and 10 ms: what each state adds to the membrane.
///
/// @param leak of the membrane itself
/// @param fromE of the excitatory current
/// @param fromI of the inhibitory current
/// @param response to the constant input
/// @param input rest and drive, over the membrane's time constant
/// @param decayE what an excitatory current loses
/// @param decayI what an inhibitory current loses
record LifCoefficients(
    float leak, float fromE, float fromI, float response, float input, float decayE, float decayI) {
  private static final double DT = 0.1;
  private static final double TAU = 20;

  static final LifCoefficients STANDARD =
      new LifCoefficients(
          (float) Math.expm1(-DT / TAU),
          propagator(5),
          propagator(10),
          (float) (-Math.expm1(-DT / TAU) * TAU),
          (float) ((-60 + 11) / TAU),
          (float) Math.expm1(-DT / 5),
          (float) Math.expm1(-DT / 10));

  private static float propagator(double tau) {
    double difference = Math.exp(-DT / tau) - Math.exp(-DT / TAU);
    return (float) (difference / (1 / TAU - 1 / tau) / TAU);
  }
}
