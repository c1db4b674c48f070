package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.ArrivalProgram;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.CoefficientEvaluator;

/// Fills the scalar blocks of arrival kernels.
record ArrivalScalars(
    LoweredModel lowered, Populations populations, Map<String, Double> settings, double dt) {

  ArrivalProgram program(Afferent afferent) {
    return lowered
        .groupOf(afferent.target().population())
        .arrivals()
        .get(lowered.arrivalOf().get(afferent));
  }

  /// {@return the block of one instance}
  ///
  /// @param bindings what the indices stand for
  /// @param weight asked for where the kernel has one weight for all
  double[] of(Afferent afferent, Map<Symbol, Double> bindings, DoubleSupplier weight) {
    ArrivalProgram program = program(afferent);
    Evaluator evaluator = SynapseParameters.of(afferent, bindings, populations, settings);
    Map<Slot, Double> values = new HashMap<>();
    program
        .parameters()
        .forEach((symbol, slot) -> values.put(slot, evaluator.symbols().applyAsDouble(symbol)));
    program
        .globals()
        .forEach((symbol, slot) -> values.put(slot, evaluator.symbols().applyAsDouble(symbol)));
    program.weight().filter(Slot::shared).ifPresent(slot -> values.put(slot, weight.getAsDouble()));
    ToDoubleFunction<Slot> known = values::get;
    values.putAll(CoefficientEvaluator.evaluate(program.coefficients(), known, dt));
    double[] scalars = new double[program.scalarCount()];
    values.forEach((slot, value) -> scalars[slot.position()] = value);
    return scalars;
  }

  /// {@return the weight that a run sets; NaN where it sets none}
  double setWeight(Afferent afferent) {
    return afferent
        .synapse()
        .weight()
        .map(weight -> settings.getOrDefault(afferent.name() + "." + weight.name(), Double.NaN))
        .orElse(Double.NaN);
  }
}
