package org.eimodel.compiler.model;

import java.util.function.Predicate;
import org.eimodel.syntax.Expression;

/// How a formula depends on some symbols.
public enum Linearity {
  /// Not at all.
  CONSTANT,
  /// A weighted sum of them, with weights free of them, plus something free of them.
  LINEAR,
  NONLINEAR;

  /// {@return how the formula depends on the symbols that pass the test}
  public static Linearity of(Formula formula, Predicate<Symbol> variable) {
    return switch (formula) {
      case Formula.Reference(Symbol.Let let, var span) -> of(let.value(), variable);
      case Formula.Reference(Symbol symbol, var span) -> variable.test(symbol) ? LINEAR : CONSTANT;
      case Formula.Unary unary ->
          unary.operator() == Expression.UnaryOperator.NEGATE ? of(unary.operand(), variable) : ifConstant(formula, variable);
      case Formula.Binary binary -> binary(binary, variable);
      case Formula.Conditional c ->
          of(c.condition(), variable) == CONSTANT ? max(of(c.yes(), variable), of(c.no(), variable)) : NONLINEAR;
      case Formula.Literal l -> CONSTANT;
      case Formula.TruthLiteral t -> CONSTANT;
      case Formula.LabelLiteral l -> CONSTANT;
      case Formula.Element e -> CONSTANT;
      case Formula.SizeOf s -> CONSTANT;
      case Formula.Broken b -> CONSTANT;
      case Formula.Call call -> ifConstant(call, variable);
    };
  }

  private static Linearity binary(Formula.Binary binary, Predicate<Symbol> variable) {
    Linearity left = of(binary.left(), variable);
    Linearity right = of(binary.right(), variable);
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> max(left, right);
      case MULTIPLY -> left == CONSTANT ? right : right == CONSTANT ? left : NONLINEAR;
      case DIVIDE -> right == CONSTANT ? left : NONLINEAR;
      case POWER, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
          left == CONSTANT && right == CONSTANT ? CONSTANT : NONLINEAR;
    };
  }

  private static Linearity ifConstant(Formula formula, Predicate<Symbol> variable) {
    return formula.mentions(variable) ? NONLINEAR : CONSTANT;
  }

  private static Linearity max(Linearity a, Linearity b) {
    return a.ordinal() >= b.ordinal() ? a : b;
  }
}
