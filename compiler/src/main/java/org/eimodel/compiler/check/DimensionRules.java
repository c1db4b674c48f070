package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.BuiltinFunction;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Rational;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Span;

/// What operators and functions ask of the dimensions of their operands, and what they make of them.
final class DimensionRules {
  private final Report report;

  DimensionRules(Report report) {
    this.report = report;
  }

  /// Checks the type of a formula; `what` names its role in the message, as "the delay".
  boolean require(Formula formula, ValueType type, String what, String code) {
    ValueType found = formula.type();
    if (found.equals(type) || found.equals(ValueType.UNKNOWN) || type.equals(ValueType.UNKNOWN)) {
      return true;
    }
    Diagnostic diagnostic =
        Diagnostic.error(code, formula.span(), what + " must be " + type + ", but this is " + asWritten(formula))
            .withLabel(found instanceof ValueType.Real ? asWritten(formula) : "");
    report.add(help(formula, type).map(diagnostic::withHelp).orElse(diagnostic));
    return false;
  }

  /// {@return what may have been meant by a formula of another type}
  private static Optional<String> help(Formula formula, ValueType type) {
    Optional<String> bare = helpForBareNumber(formula, type);
    return bare.isEmpty()
            && formula.type() instanceof ValueType.Real
            && type instanceof ValueType.Real(Dimension expected)
        ? UnitSlips.help(formula, expected)
        : bare;
  }

  /// {@return what to write for a number that lacks its unit}
  private static Optional<String> helpForBareNumber(Formula formula, ValueType type) {
    Formula number = formula instanceof Formula.Unary unary ? unary.operand() : formula;
    boolean bare = number instanceof Formula.Literal && formula.type().equals(ValueType.NUMBER);
    if (bare && type instanceof ValueType.Real(Dimension dimension)) {
      return Optional.of("write the unit after the number: " + formula.span().text() + " " + dimension.inSource());
    }
    return Optional.empty();
  }

  /// {@return the unit as the model writes it, where it does: `mm` rather than the `um` of the memory}
  private static String asWritten(Formula formula) {
    String unit = formula instanceof Formula.Literal literal ? UnitSlips.unit(literal) : "";
    return unit.isEmpty() ? formula.type().toString() : unit;
  }

  /// {@return whether two formulas have the same type; otherwise both places are pointed at}
  boolean same(Formula left, Formula right, Span whole, String message) {
    if (left.type().equals(ValueType.UNKNOWN) || right.type().equals(ValueType.UNKNOWN)) {
      return false;
    }
    if (left.type().equals(right.type())) {
      return true;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.OPERANDS_DIFFER, whole, message + ": " + left.type() + " and " + right.type())
            .withNote(left.span(), "this is " + left.type())
            .withNote(right.span(), "this is " + right.type());
    Optional<String> help = help(right, left.type()).or(() -> help(left, right.type()));
    report.add(help.map(diagnostic::withHelp).orElse(diagnostic));
    return false;
  }

  Formula unary(Expression.Unary unary, Formula operand) {
    boolean fits =
        switch (unary.operator()) {
          case NEGATE -> real(operand);
          case NOT -> require(operand, ValueType.TRUTH, "the operand of `not`", Codes.WRONG_TYPE);
        };
    return fits ? new Formula.Unary(unary.operator(), operand, unary.span()) : new Formula.Broken(unary.span());
  }

  Formula binary(Expression.Binary binary, Formula left, Formula right) {
    Optional<ValueType> type =
        switch (binary.operator()) {
          case ADD, SUBTRACT -> real(left) & real(right) && same(left, right, binary.span(), sum(binary)) ? Optional.of(left.type()) : Optional.empty();
          case MULTIPLY -> real(left) & real(right) ? Optional.of(new ValueType.Real(left.dimension().times(right.dimension()))) : Optional.empty();
          case DIVIDE -> real(left) & real(right) ? Optional.of(new ValueType.Real(left.dimension().dividedBy(right.dimension()))) : Optional.empty();
          case POWER -> power(left, right);
          case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL ->
              real(left) & real(right) && same(left, right, binary.span(), "`" + binary.operator().symbol() + "` compares different quantities")
                  ? Optional.of(ValueType.TRUTH)
                  : Optional.empty();
          case AND, OR ->
              require(left, ValueType.TRUTH, "the left side of `" + binary.operator().symbol() + "`", Codes.WRONG_TYPE)
                      & require(right, ValueType.TRUTH, "the right side of `" + binary.operator().symbol() + "`", Codes.WRONG_TYPE)
                  ? Optional.of(ValueType.TRUTH)
                  : Optional.empty();
        };
    return type.<Formula>map(known -> new Formula.Binary(binary.operator(), left, right, known, binary.span()))
        .orElseGet(() -> new Formula.Broken(binary.span()));
  }

  private static String sum(Expression.Binary binary) {
    return binary.operator() == Expression.BinaryOperator.ADD
        ? "different quantities cannot be added"
        : "different quantities cannot be subtracted";
  }

  private Optional<ValueType> power(Formula base, Formula exponent) {
    if (!real(base) | !require(exponent, ValueType.NUMBER, "an exponent", Codes.EXPONENT)) {
      return Optional.empty();
    }
    if (base.dimension().isDimensionless()) {
      return Optional.of(ValueType.NUMBER);
    }
    Optional<Rational> literal = literal(exponent);
    if (literal.isEmpty()) {
      report.add(
          Diagnostic.error(
                  Codes.EXPONENT, exponent.span(), "the exponent of a quantity with a unit must be a number written out")
              .withNote(base.span(), "this is " + base.type()));
      return Optional.empty();
    }
    return Optional.of(new ValueType.Real(base.dimension().power(literal.get())));
  }

  /// {@return the value of an exponent that is written out: `2`, `-1`, `0.5`, `1/3`}
  private static Optional<Rational> literal(Formula exponent) {
    return switch (exponent) {
      case Formula.Literal number -> Optional.of(Rational.of(new BigDecimal(number.value())));
      case Formula.Unary unary when unary.operator() == Expression.UnaryOperator.NEGATE ->
          literal(unary.operand()).map(Rational::negated);
      case Formula.Binary binary when binary.operator() == Expression.BinaryOperator.DIVIDE ->
          literal(binary.left())
              .flatMap(n -> literal(binary.right()).filter(d -> !d.isZero()).map(n::dividedBy));
      default -> Optional.empty();
    };
  }

  Formula call(Expression.Call call, BuiltinFunction function, List<Formula> arguments) {
    boolean fits = true;
    for (Formula argument : arguments) {
      fits &=
          switch (function.rule()) {
            case PLAIN -> require(argument, ValueType.NUMBER, "the argument of `" + function.symbol() + "`", Codes.NOT_A_PLAIN_NUMBER);
            case SAME, ROOT -> real(argument);
          };
    }
    for (int i = 1; fits && i < arguments.size(); i++) {
      fits = same(arguments.getFirst(), arguments.get(i), call.span(), "the arguments of `" + function.symbol() + "` differ");
    }
    if (!fits || arguments.stream().anyMatch(argument -> argument.type().equals(ValueType.UNKNOWN))) {
      return new Formula.Broken(call.span());
    }
    ValueType type =
        switch (function.rule()) {
          case PLAIN -> ValueType.NUMBER;
          case SAME -> arguments.getFirst().type();
          case ROOT -> new ValueType.Real(arguments.getFirst().dimension().sqrt());
        };
    return new Formula.Call(function, arguments, type, call.span());
  }

  /// {@return whether it is a quantity; says so when it is a condition or a label}
  private boolean real(Formula formula) {
    return switch (formula.type()) {
      case ValueType.Real r -> true;
      case ValueType.Unknown u -> false;
      case ValueType.Truth t -> notReal(formula);
      case ValueType.Label l -> notReal(formula);
    };
  }

  private boolean notReal(Formula formula) {
    report.add(
        Diagnostic.error(Codes.WRONG_TYPE, formula.span(), "a quantity is needed here, but this is " + formula.type()));
    return false;
  }
}
