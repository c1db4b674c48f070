package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Linearity;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Expression;

/// Which synaptic states the neurons of a family carry, merged where the text allows it.
///
/// The text decides, never a value: `tau = 5 ms` twice is the same, `tau = a` and `tau = b` are not, even if both are 5 ms.
public record Attachments(List<Attachment> list, Map<ProjectionFamily, Integer> position) {

  static Attachments of(PopulationFamily family, List<ProjectionFamily> projections, Report report) {
    List<Attachment> list = new ArrayList<>();
    Map<String, Integer> known = new LinkedHashMap<>();
    Map<ProjectionFamily, Integer> position = new LinkedHashMap<>();
    for (ProjectionFamily projection : projections) {
      if (projection.target().population() == family && !projection.synapse().states().isEmpty()) {
        String key = key(projection, report);
        Integer at = known.get(key);
        if (at == null) {
          at = list.size();
          known.put(key, at);
          list.add(new Attachment(projection, key));
        }
        position.put(projection, at);
      }
    }
    return new Attachments(List.copyOf(list), position);
  }

  private static String key(ProjectionFamily projection, Report report) {
    StringBuilder key = new StringBuilder(projection.synapse().name());
    for (Symbol.Parameter parameter : projection.synapse().parameters()) {
      Formula argument = projection.arguments().get(parameter);
      if (argument != null && inDynamics(parameter, projection.synapse())) {
        if (!FormulaText.fixedByTarget(argument, projection)) {
          report.unsupported(
              argument.span(), "a parameter of per-target states that differs between sources of one target is");
        }
        key.append(' ').append(parameter.name()).append('=').append(FormulaText.of(argument, projection));
      }
    }
    projection.states().forEach((port, state) -> key.append(' ').append(port.name()).append("->").append(state.name()));
    projection.inputs().forEach((port, input) -> key.append(' ').append(port).append("->").append(input.name()));
    if (!onlySummed(projection.synapse())) {
      key.append(" of ").append(projection.name());
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
                    value instanceof org.eimodel.compiler.model.ValueSource.Computed(Formula formula)
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
