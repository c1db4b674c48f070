package org.eimodel.compiler.numerics;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eimodel.compiler.ir.Expr;

/// The expressions that an expression is made of, and the same expression made of others.
public final class Parts {
  private Parts() {}

  /// {@return the operands, in order}
  public static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.Constant c -> List.of();
      case Expr.Truth t -> List.of();
      case Expr.Read r -> List.of();
      case Expr.Use u -> List.of();
      case Expr.Unary u -> List.of(u.operand());
      case Expr.Binary b -> List.of(b.left(), b.right());
      case Expr.MultiplyAdd m -> List.of(m.a(), m.b(), m.c());
      case Expr.Call c -> c.arguments();
      case Expr.Compare c -> List.of(c.left(), c.right());
      case Expr.Logic l -> List.of(l.left(), l.right());
      case Expr.Not n -> List.of(n.operand());
      case Expr.Select s -> List.of(s.condition(), s.yes(), s.no());
    };
  }

  /// {@return the expression with each operand replaced}
  public static Expr map(Expr expr, UnaryOperator<Expr> replace) {
    return switch (expr) {
      case Expr.Constant c -> c;
      case Expr.Truth t -> t;
      case Expr.Read r -> r;
      case Expr.Use u -> u;
      case Expr.Unary u -> new Expr.Unary(u.operator(), replace.apply(u.operand()));
      case Expr.Binary b -> new Expr.Binary(b.operator(), replace.apply(b.left()), replace.apply(b.right()));
      case Expr.MultiplyAdd m ->
          new Expr.MultiplyAdd(replace.apply(m.a()), replace.apply(m.b()), replace.apply(m.c()));
      case Expr.Call c -> new Expr.Call(c.function(), c.arguments().stream().map(replace).toList());
      case Expr.Compare c -> new Expr.Compare(c.operator(), replace.apply(c.left()), replace.apply(c.right()));
      case Expr.Logic l -> new Expr.Logic(l.operator(), replace.apply(l.left()), replace.apply(l.right()));
      case Expr.Not n -> new Expr.Not(replace.apply(n.operand()));
      case Expr.Select s ->
          new Expr.Select(replace.apply(s.condition()), replace.apply(s.yes()), replace.apply(s.no()));
    };
  }
}
