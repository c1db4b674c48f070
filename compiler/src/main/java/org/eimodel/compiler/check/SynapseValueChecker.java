package org.eimodel.compiler.check;

import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.SynapseValue;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;

/// Weights and delays: one for a projection, one for each pair, or one for each synapse, drawn or from a file.
record SynapseValueChecker(
    Report report, ExpressionChecker expressions, ProjectionFamily.Connect connect) {

  /// {@return how the number comes about; empty after an error}
  ///
  /// @param pair where the names of both ends are known
  /// @param what its role in a message, as "a delay"
  Optional<SynapseValue> check(Assignment assignment, Scope pair, ValueType type, String what) {
    if (assignment.drawn()) {
      return new ValueChecker(report, expressions)
          .check(assignment, pair, type)
          .flatMap(source -> drawn((ValueSource.Drawn) source));
    }
    if (assignment.value() instanceof Expression.Call call
        && call.function().name().equals("column")) {
      return column(call);
    }
    Formula formula =
        expressions.checkAs(assignment.value(), pair, type, what, Codes.VALUE_DIMENSION);
    return Optional.of(new SynapseValue.Computed(formula));
  }

  private Optional<SynapseValue> drawn(ValueSource.Drawn draw) {
    for (Formula argument : draw.formulas()) {
      if (argument.mentions(SynapseValue::ofPair)) {
        report.unsupported(argument.span(), "a distribution that differs from pair to pair is");
        return Optional.empty();
      }
    }
    return Optional.of(new SynapseValue.Drawn(draw));
  }

  private Optional<SynapseValue> column(Expression.Call call) {
    boolean single = call.arguments().size() == 1 && call.arguments().getFirst().name().isEmpty();
    if (!single || !(call.arguments().getFirst().value() instanceof Expression.Text text)) {
      report.add(
          Diagnostic.error(
              Codes.ARGUMENTS,
              call.span(),
              "`column` takes the name of a column, as in column(\"w\")"));
      return Optional.empty();
    }
    if (connect.rule() != ProjectionFamily.Rule.PAIRS) {
      report.add(
          Diagnostic.error(
                  Codes.CONNECT,
                  call.span(),
                  "a column belongs to a file of pairs, but `"
                      + connect.rule().symbol()
                      + "` reads no file")
              .withNote(connect.span(), "connected here")
              .withHelp("as in connect pairs(\"synapses.csv\")"));
      return Optional.empty();
    }
    return Optional.of(new SynapseValue.Column(text.value(), call.span()));
  }
}
