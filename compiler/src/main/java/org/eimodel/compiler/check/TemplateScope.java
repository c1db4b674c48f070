package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.TemplateMember;
import org.eimodel.syntax.UnitSyntax;

/// The names that neuron and synapse templates share: parameters, states and lets, with their scope.
final class TemplateScope {
  private final Report report;
  private final ExpressionChecker expressions;
  private final UnitChecker units;
  private final Scope scope;
  private final List<Symbol.Parameter> parameters = new ArrayList<>();
  private final List<Symbol.State> states = new ArrayList<>();
  private final Map<Symbol.State, ValueSource> initial = new LinkedHashMap<>();

  TemplateScope(Report report, ExpressionChecker expressions, Scope outer, Span span) {
    this.report = report;
    this.expressions = expressions;
    this.units = new UnitChecker(report);
    this.scope = outer.inner();
    scope.declare(new Symbol.Known("t", Symbol.Known.Kind.TIME, Dimension.TIME, span));
    scope.declare(new Symbol.Known("dt", Symbol.Known.Kind.TIME_STEP, Dimension.TIME, span));
  }

  Scope scope() {
    return scope;
  }

  List<Symbol.Parameter> parameters() {
    return parameters;
  }

  List<Symbol.State> states() {
    return states;
  }

  Map<Symbol.State, ValueSource> initial() {
    return initial;
  }

  void declare(TemplateMember.Parameter parameter) {
    scope.declareLater(
        parameter.name().name(),
        parameter.name().span(),
        () -> {
          Optional<Formula> value = parameter.value().map(expression -> expressions.check(expression, scope));
          Optional<ValueType> type = type(parameter.name(), parameter.unit(), value, "param");
          return type.map(known -> new Symbol.Parameter(parameter.name().name(), known, value, parameter.name().span()));
        });
  }

  void declare(TemplateMember.State state) {
    scope.declareLater(
        state.name().name(),
        state.name().span(),
        () -> {
          if (state.value().isEmpty()) {
            noValue(state);
          }
          boolean steady =
              state.value().isPresent()
                  && state.value().get() instanceof Expression.Name name
                  && name.name().equals("steady");
          Optional<Formula> value =
              steady ? Optional.empty() : state.value().map(expression -> expressions.check(expression, scope));
          Optional<ValueType> type =
              value.isEmpty() && state.unit().isEmpty()
                  ? Optional.of(steady ? ValueType.NUMBER : ValueType.UNKNOWN)
                  : type(state.name(), state.unit(), value, "state");
          return type.map(
              known -> {
                Symbol.State symbol = new Symbol.State(state.name().name(), known, state.name().span());
                if (steady) {
                  initial.put(symbol, new ValueSource.Steady(state.value().get().span()));
                }
                value.ifPresent(formula -> initial.put(symbol, new ValueSource.Computed(formula)));
                return symbol;
              });
        });
  }

  private void noValue(TemplateMember.State state) {
    String unit = state.unit().map(u -> " " + u.span().text()).orElse(" mV");
    report.add(
        Diagnostic.error(Codes.NO_VALUE, state.name().span(), "state `" + state.name() + "` has no initial value")
            .withHelp("as in state " + state.name() + " = 0" + unit));
  }

  void declare(TemplateMember.Let let) {
    scope.declareLater(
        let.name().name(),
        let.name().span(),
        () -> Optional.of(new Symbol.Let(let.name().name(), expressions.check(let.value(), scope), let.name().span())));
  }

  /// Works out parameters and states in the order of the text, and every other name that was declared.
  void settle(List<TemplateMember> members) {
    for (TemplateMember member : members) {
      switch (member) {
        case TemplateMember.Parameter p ->
            symbol(p.name(), Symbol.Parameter.class).ifPresent(parameters::add);
        case TemplateMember.State s -> symbol(s.name(), Symbol.State.class).ifPresent(states::add);
        case TemplateMember.Let l -> symbol(l.name(), Symbol.Let.class);
        default -> {}
      }
    }
  }

  private <T extends Symbol> Optional<T> symbol(Identifier name, Class<T> kind) {
    return scope.symbol(name.name(), name.span()).filter(kind::isInstance).map(kind::cast);
  }

  /// The type of a declared name: its unit, or that of its value; both must agree.
  private Optional<ValueType> type(
      Identifier name, Optional<UnitSyntax> unit, Optional<Formula> value, String keyword) {
    if (unit.isPresent()) {
      Optional<ValueType> declared = units.dimension(unit.get()).map(ValueType.Real::new);
      declared.ifPresent(
          type -> value.ifPresent(f -> expressions.require(f, type, "`" + name + "`", Codes.VALUE_DIMENSION)));
      return Optional.of(declared.orElse(ValueType.UNKNOWN));
    }
    if (value.isEmpty()) {
      report.add(
          Diagnostic.error(Codes.NO_VALUE, name.span(), "`" + name + "` has neither a value nor a unit")
              .withHelp("as in " + keyword + " " + name + " = 20 ms, or " + keyword + " " + name + " : ms"));
      return Optional.of(ValueType.UNKNOWN);
    }
    ValueType type = value.get().type();
    if (type instanceof ValueType.Truth || type instanceof ValueType.Label) {
      expressions.require(value.get(), ValueType.NUMBER, "`" + name + "`", Codes.WRONG_TYPE);
      return Optional.of(ValueType.UNKNOWN);
    }
    return Optional.of(type);
  }
}
