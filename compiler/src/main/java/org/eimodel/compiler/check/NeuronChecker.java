package org.eimodel.compiler.check;

import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.SpikeRule;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.TemplateMember;

/// `neuron` templates.
final class NeuronChecker {
  private final Report report;
  private final ExpressionChecker expressions;

  NeuronChecker(Report report, ExpressionChecker expressions) {
    this.report = report;
    this.expressions = expressions;
  }

  NeuronTemplate check(Declaration.Template syntax, List<TemplateMember> members, Scope outer) {
    TemplateScope template = new TemplateScope(report, expressions, outer, syntax.name().span());
    UnitChecker units = new UnitChecker(report);
    List<Symbol.Input> inputs = new ArrayList<>();
    for (TemplateMember member : members) {
      switch (member) {
        case TemplateMember.Parameter parameter -> template.declare(parameter);
        case TemplateMember.State state -> {
          template.declare(state);
          if (state.extent() != TemplateMember.Extent.UNSTATED) {
            report.add(
                Diagnostic.error(
                        Codes.EXTENT, state.span(), "`" + state.extent().text() + "` belongs to the state of a synapse")
                    .withHelp("a neuron's state is always one value per neuron"));
          }
        }
        case TemplateMember.Let let -> template.declare(let);
        case TemplateMember.Input input -> {
          ValueType type =
              units.dimension(input.unit()).<ValueType>map(ValueType.Real::new).orElse(ValueType.UNKNOWN);
          Symbol.Input symbol = new Symbol.Input(input.name().name(), type, input.name().span());
          template.scope().declare(symbol);
          inputs.add(symbol);
        }
        case TemplateMember.Noise noise -> {
          report.unsupported(noise.span(), "`noise` is");
          template.scope().declareUnusable(noise.name().name(), noise.name().span());
        }
        case TemplateMember.Equation equation -> {}
        case TemplateMember.Spike spike -> {}
        case TemplateMember.Integrate integrate -> {}
        case TemplateMember.Requires requires -> misplaced(member);
        case TemplateMember.Weight weight -> misplaced(member);
        case TemplateMember.Output output -> misplaced(member);
        case TemplateMember.On on -> misplaced(member);
        case TemplateMember.Event event -> misplaced(member);
        case TemplateMember.Keep keep -> report.unsupported(keep.span(), "`keep` is");
      }
    }
    template.settle(members);
    List<Equation> equations = new EquationChecker(report, expressions).check(members, template);
    Optional<SpikeRule> spike = spike(members, template.scope());
    checkRefractory(equations, spike);
    checkSteady(template, equations);
    return new NeuronTemplate(
        syntax.name().name(),
        template.parameters(),
        inputs,
        template.states(),
        template.initial(),
        equations,
        spike,
        syntax.name().span());
  }

  private void misplaced(TemplateMember member) {
    report.add(Diagnostic.error(Codes.WRONG_KIND, member.span(), "this belongs to a synapse, not to a neuron"));
  }

  private Optional<SpikeRule> spike(List<TemplateMember> members, Scope scope) {
    Optional<SpikeRule> rule = Optional.empty();
    for (TemplateMember member : members) {
      if (member instanceof TemplateMember.Spike spike) {
        if (rule.isPresent()) {
          report.add(
              Diagnostic.error(Codes.DUPLICATE_NAME, spike.span(), "a neuron has one `spike when`")
                  .withNote(rule.get().span(), "the first one"));
        }
        SpikeRule.Condition condition = condition(spike.condition(), scope);
        List<Action> body = new ActionChecker(report, expressions, true).check(spike.body(), scope);
        rule = Optional.of(new SpikeRule(condition, body, spike.span()));
      }
    }
    return rule;
  }

  private SpikeRule.Condition condition(Expression condition, Scope scope) {
    if (condition instanceof Expression.Crosses crosses) {
      Formula left = expressions.check(crosses.left(), scope);
      Formula right = expressions.check(crosses.right(), scope);
      expressions.require(right, left.type(), "what `" + crosses.left().span().text() + "` crosses", Codes.OPERANDS_DIFFER);
      return new SpikeRule.Condition.Crossing(left, right);
    }
    return new SpikeRule.Condition.Level(
        expressions.checkAs(condition, scope, ValueType.TRUTH, "a spike condition", Codes.WRONG_TYPE));
  }

  private void checkRefractory(List<Equation> equations, Optional<SpikeRule> spike) {
    boolean refractory =
        spike.stream().flatMap(rule -> rule.body().stream()).flatMap(Action::all).anyMatch(Action.Refractory.class::isInstance);
    for (Equation equation : equations) {
      if (equation.unlessRefractory() && !refractory) {
        report.add(
            Diagnostic.error(
                    Codes.NO_VALUE, equation.span(), "`unless refractory`, but no spike makes this neuron refractory")
                .withHelp("say for how long in the spike block, as in refractory for 2 ms"));
      }
    }
  }

  private void checkSteady(TemplateScope template, List<Equation> equations) {
    for (Symbol.State state : template.states()) {
      boolean hasEquation = equations.stream().anyMatch(equation -> equation.state() == state);
      boolean steady = template.initial().get(state) instanceof ValueSource.Steady;
      if (steady && !hasEquation) {
        report.add(
            Diagnostic.error(
                Codes.NO_VALUE, state.span(), "`steady` needs an equation, and `" + state.name() + "` has none"));
      }
    }
  }
}
