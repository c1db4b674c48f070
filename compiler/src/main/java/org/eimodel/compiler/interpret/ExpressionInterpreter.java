package org.eimodel.compiler.interpret;

import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;

/// Walks an expression and computes it.
record ExpressionInterpreter(Arithmetic arithmetic, Values values) {

  double number(Expr expr) {
    return switch (expr) {
      case Expr.Constant(double value) -> arithmetic.constant(value);
      case Expr.Read(var slot) -> values.read(slot);
      case Expr.Use(var local) -> values.number(local);
      case Expr.Unary(var operator, Expr x) -> arithmetic.unary(operator, number(x));
      case Expr.Binary(var operator, Expr x, Expr y) ->
          arithmetic.binary(operator, number(x), number(y));
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) ->
          arithmetic.multiplyAdd(number(a), number(b), number(c));
      case Expr.Call(var function, var arguments) ->
          arithmetic.call(function, arguments.stream().mapToDouble(this::number).toArray());
      case Expr.Select(Expr condition, Expr yes, Expr no) ->
          truth(condition) ? number(yes) : number(no);
      case Expr.Truth _, Expr.Compare _, Expr.Logic _, Expr.Not _ ->
          throw new CompilerBug("a condition stands where a number belongs: " + expr);
    };
  }

  boolean truth(Expr expr) {
    return switch (expr) {
      case Expr.Truth(boolean value) -> value;
      case Expr.Read(var slot) -> values.holds(slot);
      case Expr.Use(var local) -> values.truth(local);
      case Expr.Compare(var operator, Expr x, Expr y) ->
          arithmetic.compare(operator, number(x), number(y));
      case Expr.Logic(var operator, Expr x, Expr y) ->
          arithmetic.logic(operator, truth(x), truth(y));
      case Expr.Not(Expr x) -> !truth(x);
      case Expr.Constant _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.MultiplyAdd _,
          Expr.Call _,
          Expr.Select _ ->
          throw new CompilerBug("a number stands where a condition belongs: " + expr);
    };
  }
}
