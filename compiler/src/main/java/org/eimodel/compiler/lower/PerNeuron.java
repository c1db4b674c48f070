package org.eimodel.compiler.lower;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eimodel.compiler.model.Drive;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;

/// Which values differ from neuron to neuron: the text says so, by `~`, by `i`, or by naming another such value.
public final class PerNeuron {
  private PerNeuron() {}

  /// {@return the parameters of a family that have a value for each neuron}
  public static Set<Symbol.Parameter> parameters(PopulationFamily family) {
    Set<Symbol.Parameter> found = new LinkedHashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Symbol.Parameter parameter : family.template().parameters()) {
        if (!found.contains(parameter) && differs(parameter, family, found)) {
          grown |= found.add(parameter);
        }
      }
    }
    return found;
  }

  private static boolean differs(Symbol.Parameter parameter, PopulationFamily family, Set<Symbol.Parameter> found) {
    ValueSource source = family.parameters().get(parameter);
    if (source == null) {
      return parameter.standard().filter(formula -> differs(formula, found)).isPresent();
    }
    return switch (source) {
      case ValueSource.Computed(Formula formula) -> differs(formula, found);
      case ValueSource.Drawn drawn -> true;
      case ValueSource.Steady steady -> false;
    };
  }

  /// {@return whether a formula differs from neuron to neuron}
  public static boolean differs(Formula formula, Set<Symbol.Parameter> perNeuron) {
    return formula.mentions(
        symbol ->
            symbol instanceof Symbol.Known known && known.kind() == Symbol.Known.Kind.NEURON
                || symbol instanceof Symbol.Parameter parameter && perNeuron.contains(parameter));
  }

  /// {@return the inputs of a family that need a value for each neuron: those driven neuron by neuron}
  static Set<Symbol.Input> inputs(PopulationFamily family, List<Drive> drives) {
    Set<Symbol.Input> each = new HashSet<>();
    for (Drive drive : drives) {
      if (drive.target().populations().population() == family && differs(drive.amplitude(), Set.of())) {
        each.add(drive.input());
      }
    }
    return each;
  }
}
