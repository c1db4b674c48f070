package org.eimodel.runtime.random;

/// Weights and delays that synapses of a random model have of their own: what follows their name in the text.
///
/// @param dt the time step in ms
record RandomSynapseValues(Choice choice, double dt) {

  /// {@return numbers about as large as `mean`, an expression with the unit}
  String weight(String mean, String unit) {
    String none = "0" + (unit.isEmpty() ? "" : " " + unit);
    return choice
        .of(
            "~ normal(%1$s, sd = 0.3 * abs(%1$s))",
            "~ normal(%1$s, sd = abs(%1$s)) redraw across %2$s",
            "~ normal(%1$s, sd = abs(%1$s)) clip -2 * abs(%1$s) .. 1.5 * abs(%1$s)",
            "~ uniform(min(%2$s, %1$s), max(%2$s, %1$s))",
            "~ exponential(%1$s)",
            "~ exponential(abs(%1$s)) redraw above 2 * abs(%1$s)",
            "~ lognormal(abs(%1$s), sd = 0.5 * abs(%1$s))",
            "~ lognormal(0.9 * abs(%1$s), sd = abs(%1$s)) redraw below 0.1 * abs(%1$s)",
            "= %1$s * (0.5 + source.i / source.size)",
            "= %1$s * cos(source.i - target.i)",
            "= (if source.i < target.i then %1$s else 0.5 * %1$s) * source.tau / 10 ms",
            "= %1$s * (target.v_th / source.v_rest)")
        .formatted("(" + mean + ")", none);
  }

  String delay() {
    String step = dt + " ms";
    return choice
        .of(
            "~ uniform(%1$s, 7 * %1$s)",
            "~ normal(3 * %1$s, sd = 2 * %1$s) redraw below %1$s",
            "~ normal(3 * %1$s, sd = 2 * %1$s) clip %1$s .. 5 * %1$s",
            "~ exponential(2 * %1$s) clip %1$s .. 9 * %1$s",
            "~ lognormal(3 * %1$s, sd = %1$s) redraw outside %1$s .. 12 * %1$s",
            "~ lognormal(3 * %1$s, sd = 0.2 * %1$s)",
            "= %1$s * abs(source.i - target.i)",
            "= (1 + target.i + 0.3 * source.i) * %1$s",
            "= %1$s * (1.2 + source.tau / 10 ms)")
        .formatted(step);
  }
}
