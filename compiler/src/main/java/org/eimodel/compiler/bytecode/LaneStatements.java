package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;

/// Brings the statements of a straight line into a form that can be cut into loops, without changing a bit:
///
/// - `let x = huge(expression)` -> `let t = huge; let x = f(t)`
/// - `check finite a, b, ...` -> several checks
/// - `let x = exp(p)`, where the preamble sets p -> `let t = p; let x = exp(t)`: an argument has to lie in memory
final class LaneStatements {
  private final int heaviest;
  private final Uniform uniform;
  private final Map<Local, Local> copies = new HashMap<>();
  private final List<Statement> result = new ArrayList<>();
  private int nextLocal;

  private LaneStatements(Kernel kernel, int heaviest) {
    this.heaviest = Math.max(4, heaviest / 2);
    this.nextLocal = kernel.firstFreeLocal();
    this.uniform = Uniform.of(kernel);
  }

  /// {@return the statements of a straight line's body}
  ///
  /// @param heaviest what [LaneWeight] allows in one loop
  static List<Statement> of(Kernel kernel, int heaviest) {
    LaneStatements statements = new LaneStatements(kernel, heaviest);
    kernel.body().forEach(statements::add);
    return statements.result;
  }

  private void add(Statement statement) {
    switch (statement) {
      case Statement.Let(var local, Expr.Call(var function, var arguments), Span span) ->
          result.add(
              new Statement.Let(
                  local,
                  new Expr.Call(
                      function, arguments.stream().map(argument -> own(argument, span)).toList()),
                  span));
      case Statement.Let(var local, Expr value, Span span) ->
          result.add(new Statement.Let(local, cut(value, span), span));
      case Statement.CheckFinite(var values, Span span) -> {
        for (int from = 0; from < values.size(); from += heaviest) {
          int to = Math.min(from + heaviest, values.size());
          result.add(new Statement.CheckFinite(values.subList(from, to), span));
        }
      }
      case Statement.Store _,
          Statement.When _,
          Statement.Declare _,
          Statement.Assign _,
          Statement.Spike _ ->
          result.add(statement);
    }
  }

  private Expr own(Expr argument, Span span) {
    Local used = ((Expr.Use) argument).local();
    if (!uniform.preamble().contains(used)) {
      return argument;
    }
    Local known = copies.get(used);
    if (known == null) {
      known = fresh(used.type());
      copies.put(used, known);
      result.add(new Statement.Let(known, argument, span));
    }
    return new Expr.Use(known);
  }

  private Expr cut(Expr expr, Span span) {
    Expr light = Traversal.mapOperands(expr, operand -> cut(operand, span));
    if (LaneWeight.of(light) <= heaviest) {
      return light;
    }
    return Traversal.mapOperands(
        light,
        operand -> {
          if (Traversal.operands(operand).isEmpty()) {
            return operand;
          }
          Local part = fresh(operand.type());
          result.add(new Statement.Let(part, operand, span));
          return new Expr.Use(part);
        });
  }

  private Local fresh(Type type) {
    return new Local(nextLocal++, "part", type);
  }
}
