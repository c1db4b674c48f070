package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.Map;
import org.eimodel.compiler.model.Symbol;

/// The values of the file's parameters, those that are set included.
final class Globals {
  private final Map<String, Double> settings;
  private final double dt;
  private final Map<Symbol.Global, Double> known = new HashMap<>();

  Globals(Map<String, Double> settings, double dt) {
    this.settings = settings;
    this.dt = dt;
  }

  double value(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Global global -> global(global);
      case Symbol.Known engine ->
          switch (engine.kind()) {
            case PI -> Math.PI;
            case TIME_STEP -> dt;
            case TIME -> 0; // values are worked out at the start
            case NEURON, SIZE, SOURCE_NEURON, SOURCE_SIZE, TARGET_NEURON, TARGET_SIZE ->
                throw new IllegalStateException("`" + symbol.name() + "` has no value before the run");
          };
      default -> throw new IllegalStateException("`" + symbol.name() + "` has no value here: " + symbol.span());
    };
  }

  private double global(Symbol.Global global) {
    Double value = known.get(global);
    if (value == null) {
      Double set = settings.get(global.name());
      value =
          set != null && global.settable()
              ? set
              : new Evaluator(
                      this::value,
                      (population, labels) -> {
                        throw new IllegalStateException("a parameter cannot depend on a population's size");
                      })
                  .value(global.value());
      known.put(global, value);
    }
    return value;
  }
}
