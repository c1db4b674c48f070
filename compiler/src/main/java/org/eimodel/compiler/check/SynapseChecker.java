package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Linearity;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Statement;
import org.eimodel.syntax.TemplateMember;

/// `synapse` templates.
final class SynapseChecker {
  private final Report report;
  private final ExpressionChecker expressions;

  SynapseChecker(Report report, ExpressionChecker expressions) {
    this.report = report;
    this.expressions = expressions;
  }

  SynapseTemplate check(Declaration.Template syntax, List<TemplateMember> members, Scope outer) {
    TemplateScope template = new TemplateScope(report, expressions, outer, syntax.name().span());
    UnitChecker units = new UnitChecker(report);
    List<Symbol.TargetState> targets = new ArrayList<>();
    List<TemplateMember.On> arrivals = new ArrayList<>();
    Optional<Symbol.Weight> weight = Optional.empty();
    for (TemplateMember member : members) {
      switch (member) {
        case TemplateMember.Parameter parameter -> template.declare(parameter);
        case TemplateMember.State state -> {
          template.declare(state);
          checkExtent(state);
        }
        case TemplateMember.Let let -> template.declare(let);
        case TemplateMember.Weight w -> {
          ValueType type = units.dimension(w.unit()).<ValueType>map(ValueType.Real::new).orElse(ValueType.UNKNOWN);
          weight = Optional.of(new Symbol.Weight(w.name().name(), type, w.name().span()));
          template.scope().declare(weight.get());
        }
        case TemplateMember.Requires requires -> requires(requires, units, template.scope(), targets);
        case TemplateMember.On on -> {
          switch (on.kind()) {
            case ARRIVAL -> arrivals.add(on);
            case SOURCE_SPIKE -> {
              report.unsupported(on.span(), "`at source spike` is");
              sent(on.body(), template.scope());
            }
            case TARGET_SPIKE -> report.unsupported(on.span(), "`on target spike` is");
            case NAMED -> report.unsupported(on.span(), "a third factor (`on " + on.event().get() + "`) is");
          }
        }
        case TemplateMember.Event event -> report.unsupported(event.span(), "`event` is");
        case TemplateMember.Keep keep -> report.unsupported(keep.span(), "`keep` is");
        case TemplateMember.Noise noise -> report.unsupported(noise.span(), "`noise` is");
        case TemplateMember.Equation equation -> {}
        case TemplateMember.Output output -> {}
        case TemplateMember.Integrate integrate -> {}
        case TemplateMember.Input input -> misplaced(member, "an input");
        case TemplateMember.Spike spike -> misplaced(member, "`spike when`");
      }
    }
    template.settle(members);
    List<Equation> equations = new EquationChecker(report, expressions).check(members, template);
    equations.forEach(equation -> checkLinear(equation, template.states()));
    ActionChecker actions = new ActionChecker(report, expressions, false);
    List<Action> arrival = new ArrayList<>();
    arrivals.forEach(on -> arrival.addAll(actions.check(on.body(), template.scope())));
    return new SynapseTemplate(
        syntax.name().name(),
        template.parameters(),
        targets,
        weight,
        template.states(),
        template.initial(),
        equations,
        arrival,
        outputs(members, template),
        syntax.name().span());
  }

  /// Values that travel with a spike are known on arrival, though they cannot be computed yet.
  private static void sent(List<Statement> body, Scope scope) {
    for (Statement statement : body) {
      if (statement instanceof Statement.Send send) {
        scope.declareUnusable(send.name().name(), send.name().span());
      }
    }
  }

  private void misplaced(TemplateMember member, String what) {
    report.add(Diagnostic.error(Codes.WRONG_KIND, member.span(), what + " belongs to a neuron, not to a synapse"));
  }

  private void checkExtent(TemplateMember.State state) {
    switch (state.extent()) {
      case PER_TARGET -> {}
      case UNSTATED ->
          report.add(
              Diagnostic.error(Codes.EXTENT, state.span(), "say how many values of `" + state.name() + "` there are")
                  .withHelp("per target, per source, per synapse or per projection, as in " + state.span().text() + " per target"));
      case PER_SOURCE, PER_SYNAPSE, PER_PROJECTION ->
          report.unsupported(state.span(), "a state `" + state.extent().text() + "` is");
    }
  }

  private void requires(
      TemplateMember.Requires requires, UnitChecker units, Scope scope, List<Symbol.TargetState> targets) {
    if (requires.end() == TemplateMember.End.SOURCE) {
      report.unsupported(requires.span(), "reading a state of the source is");
      requires.ports().forEach(port -> scope.declareUnusable("source." + port.name().name(), port.name().span()));
      return;
    }
    for (TemplateMember.Port port : requires.ports()) {
      ValueType type = units.dimension(port.unit()).<ValueType>map(ValueType.Real::new).orElse(ValueType.UNKNOWN);
      Symbol.TargetState symbol = new Symbol.TargetState(port.name().name(), type, port.name().span());
      scope.declare("target." + port.name().name(), symbol);
      targets.add(symbol);
    }
  }

  /// A weight belongs to a projection, a state on the target to all of them: only an arrival knows which weight it has.
  private void arrivalOnly(Formula formula) {
    if (formula.mentions(Symbol.Weight.class::isInstance)) {
      report.unsupported(formula.span(), "reading the weight outside `on arrival` is");
    }
  }

  /// One value for all incoming synapses is right only when the sum of solutions is a solution.
  private void checkLinear(Equation equation, List<Symbol.State> states) {
    arrivalOnly(equation.right());
    if (Linearity.of(equation.right(), states::contains) == Linearity.NONLINEAR) {
      report.add(
          Diagnostic.error(
                  Codes.NOT_LINEAR,
                  equation.right().span(),
                  "`" + equation.state().name() + "` is per target, so its equation must be linear in it")
              .withNote(equation.state().span(), "one value for all incoming synapses")
              .withHelp("a sum of currents can stand for many synapses only where currents add; else declare it per synapse"));
    }
  }

  /// An output that reads no state of its own would count synapses, not what arrives at them: nothing on the target could
  /// stand for it.
  private List<SynapseTemplate.Output> outputs(
      List<TemplateMember> members, TemplateScope template) {
    List<SynapseTemplate.Output> outputs = new ArrayList<>();
    for (TemplateMember member : members) {
      if (member instanceof TemplateMember.Output output) {
        Formula formula = expressions.check(output.value(), template.scope());
        boolean broken = formula.type() instanceof ValueType.Unknown;
        arrivalOnly(formula);
        if (!broken && !formula.mentions(template.states()::contains)) {
          report.unsupported(output.value().span(), "an output that reads no state `per target` is");
        }
        outputs.add(new SynapseTemplate.Output(formula, output.input().name(), output.span()));
      }
    }
    return outputs;
  }
}
