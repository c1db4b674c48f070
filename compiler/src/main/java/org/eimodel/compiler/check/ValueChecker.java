package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;

/// Values given to parameters and states: formulas and draws.
record ValueChecker(Report report, ExpressionChecker expressions) {

  /// {@return how the value comes about; empty after an error}
  Optional<ValueSource> check(Assignment assignment, Scope scope, ValueType type) {
    String what = "`" + assignment.name() + "`";
    if (assignment.drawn()) {
      return drawn(assignment, scope, type, what);
    }
    if (assignment.value() instanceof Expression.Name name && name.name().equals("steady")) {
      return Optional.of(new ValueSource.Steady(name.span()));
    }
    Formula formula = expressions.checkAs(assignment.value(), scope, type, what, Codes.VALUE_DIMENSION);
    return formula instanceof Formula.Broken ? Optional.empty() : Optional.of(new ValueSource.Computed(formula));
  }

  private Optional<ValueSource> drawn(Assignment assignment, Scope scope, ValueType type, String what) {
    if (!(assignment.value() instanceof Expression.Call call)) {
      report.add(
          Diagnostic.error(Codes.WRONG_TYPE, assignment.value().span(), "`~` draws from a distribution")
              .withHelp("known are " + String.join(", ", Distributions.names()) + "; a value is given with `=`"));
      return Optional.empty();
    }
    Optional<ValueSource.Distribution> distribution = Distributions.named(call.function().name());
    if (distribution.isEmpty()) {
      Diagnostic diagnostic =
          Diagnostic.error(
              Codes.UNKNOWN_FUNCTION, call.function().span(), "there is no distribution `" + call.function() + "`");
      Optional<String> help = Suggestions.help(call.function().name(), Distributions.names());
      report.add(diagnostic.withHelp(help.orElse("known are " + String.join(", ", Distributions.names()))));
      return Optional.empty();
    }
    return arguments(call, distribution.get(), scope, type, what)
        .flatMap(
            arguments -> {
              Optional<ValueSource.Bound> bound = assignment.bound().map(syntax -> bound(syntax, scope, type, what));
              return Optional.of(new ValueSource.Drawn(distribution.get(), arguments, bound, call.span()));
            });
  }

  private Optional<List<Formula>> arguments(
      Expression.Call call, ValueSource.Distribution distribution, Scope scope, ValueType type, String what) {
    List<String> names = distribution.arguments();
    Formula[] values = new Formula[names.size()];
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression.Argument argument = call.arguments().get(i);
      int position = argument.name().map(name -> names.indexOf(name.name())).orElse(i);
      if (position < 0 || position >= values.length || values[position] != null) {
        return wrongArguments(call, distribution);
      }
      values[position] =
          expressions.checkAs(
              argument.value(), scope, type, "the " + names.get(position) + " of " + what, Codes.VALUE_DIMENSION);
    }
    if (Arrays.asList(values).contains(null)) {
      return wrongArguments(call, distribution);
    }
    return Optional.of(new ArrayList<>(Arrays.asList(values)));
  }

  private Optional<List<Formula>> wrongArguments(Expression.Call call, ValueSource.Distribution distribution) {
    String form = String.join(", ", distribution.arguments());
    report.add(
        Diagnostic.error(
            Codes.ARGUMENTS, call.span(), "the arguments of `" + distribution.symbol() + "` are " + form));
    return Optional.empty();
  }

  private ValueSource.Bound bound(Assignment.Bound bound, Scope scope, ValueType type, String what) {
    String role = "a bound of " + what;
    Formula value = expressions.checkAs(bound.value(), scope, type, role, Codes.VALUE_DIMENSION);
    Optional<Formula> high =
        bound.high().map(expression -> expressions.checkAs(expression, scope, type, role, Codes.VALUE_DIMENSION));
    return new ValueSource.Bound(bound.kind(), value, high);
  }
}
