package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Linearity;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Expression;

/// Which synaptic states the neurons of a family carry, merged where the text allows it.
///
/// The text decides, never a value: `tau = 5 ms` twice is the same, `tau = a` and `tau = b` are not, even if both are 5 ms.
public record Attachments(List<Attachment> list, Map<Afferent, Integer> position) {

  static Attachments of(PopulationFamily family, List<Afferent> afferents, Report report) {
    List<Attachment> list = new ArrayList<>();
    Map<String, Integer> known = new LinkedHashMap<>();
    Map<Afferent, Integer> position = new LinkedHashMap<>();
    for (Afferent afferent : afferents) {
      if (afferent.target().population() == family && !afferent.synapse().states().isEmpty()) {
        String key = key(afferent, report);
        Integer at = known.get(key);
        if (at == null) {
          at = list.size();
          known.put(key, at);
          list.add(new Attachment(afferent, key));
        }
        position.put(afferent, at);
      }
    }
    return new Attachments(List.copyOf(list), position);
  }

  private static String key(Afferent afferent, Report report) {
    StringBuilder key = new StringBuilder(afferent.synapse().name());
    for (Symbol.Parameter parameter : afferent.synapse().parameters()) {
      Formula argument = afferent.arguments().get(parameter);
      if (argument != null && inDynamics(parameter, afferent.synapse())) {
        if (!FormulaText.fixedByTarget(argument, afferent)) {
          report.unsupported(
              argument.span(), "a parameter of per-target states that differs between sources of one target is");
        }
        key.append(' ').append(parameter.name()).append('=').append(FormulaText.of(argument, afferent));
      }
    }
    for (Symbol.TargetState port : afferent.synapse().targets()) {
      key.append(' ').append(port.name()).append("->").append(afferent.states().get(port).name());
    }
    for (SynapseTemplate.Output output : afferent.synapse().outputs()) {
      key.append(' ').append(output.input()).append("->").append(afferent.inputs().get(output.input()).name());
    }
    if (!onlySummed(afferent.synapse())) {
      key.append(" of ").append(afferent.name());
    }
    return key.toString();
  }

  /// Whether a parameter shapes the states on the target, or only what an arrival adds to them.
  private static boolean inDynamics(Symbol.Parameter parameter, SynapseTemplate synapse) {
    return synapse.equations().stream().anyMatch(e -> e.right().mentions(s -> s == parameter))
        || synapse.outputs().stream().anyMatch(o -> o.formula().mentions(s -> s == parameter))
        || synapse.initial().values().stream()
            .anyMatch(
                value ->
                    value instanceof ValueSource.Computed(Formula formula)
                        && formula.mentions(s -> s == parameter));
  }

  /// Whether one value for the sum is as good as one value each: arrivals add, equations are linear without a constant
  /// term, and outputs are linear.
  private static boolean onlySummed(SynapseTemplate synapse) {
    return synapse.arrival().stream().allMatch(Attachments::adds)
        && synapse.equations().stream().allMatch(e -> homogeneous(e.right(), synapse))
        && synapse.outputs().stream().allMatch(o -> homogeneous(o.formula(), synapse));
  }

  private static boolean adds(Action action) {
    return action instanceof Action.Assign(Symbol state, Formula value, var span)
        && value instanceof Formula.Binary binary
        && (binary.operator() == Expression.BinaryOperator.ADD
            || binary.operator() == Expression.BinaryOperator.SUBTRACT)
        && binary.left() instanceof Formula.Reference(Symbol old, var place)
        && old == state
        && !binary.right().mentions(s -> s instanceof Symbol.State || s instanceof Symbol.TargetState);
  }

  private static boolean homogeneous(Formula formula, SynapseTemplate synapse) {
    return Linearity.of(formula, synapse.states()::contains) == Linearity.LINEAR && vanishes(formula, synapse);
  }

  /// Whether a formula that is linear in the states is zero where they are all zero.
  private static boolean vanishes(Formula formula, SynapseTemplate synapse) {
    return switch (formula) {
      case Formula.Reference(Symbol.Let let, var span) -> vanishes(let.value(), synapse);
      case Formula.Reference(Symbol symbol, var span) ->
          symbol instanceof Symbol.State state && synapse.states().contains(state);
      case Formula.Unary unary -> vanishes(unary.operand(), synapse);
      case Formula.Binary binary ->
          switch (binary.operator()) {
            case ADD, SUBTRACT -> vanishes(binary.left(), synapse) && vanishes(binary.right(), synapse);
            case MULTIPLY -> vanishes(binary.left(), synapse) || vanishes(binary.right(), synapse);
            case DIVIDE -> vanishes(binary.left(), synapse);
            case POWER, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> false;
          };
      default -> false;
    };
  }
}
