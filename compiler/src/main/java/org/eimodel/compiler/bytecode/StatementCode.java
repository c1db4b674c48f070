package org.eimodel.compiler.bytecode;

import java.util.List;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Statement;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Writes the statements of one element.
final class StatementCode {
  /// What a method does on the two ways out of an element's body.
  interface Events {
    /// Writes the spike of the present element.
    void spike();

    /// Leaves the method: the present element has a value that is not finite.
    void notFinite();
  }

  private final MethodCode code;
  private final Bindings bindings;
  private final NumberType number;
  private final ExpressionCode expressions;
  private final Events events;

  StatementCode(MethodCode code, Bindings bindings, NumberType number, Events events) {
    this.code = code;
    this.bindings = bindings;
    this.number = number;
    this.expressions = new ExpressionCode(code, bindings, number);
    this.events = events;
  }

  void all(List<Statement> statements) {
    statements.forEach(this::one);
  }

  private void one(Statement statement) {
    code.line(statement.span().line());
    switch (statement) {
      case Statement.Let(var local, Expr value, _) -> {
        expressions.value(value);
        code.store(bindings.declare(local));
      }
      case Statement.Declare(var local, Expr value, _) -> {
        expressions.value(value);
        code.store(bindings.declare(local));
      }
      case Statement.Assign(var local, Expr value, _) -> {
        expressions.value(value);
        code.store(bindings.of(local));
      }
      case Statement.When(Expr condition, var body, _) ->
          code.unless(end -> expressions.jump(condition, false, end), () -> all(body));
      case Statement.CheckFinite(var values, _) -> checkFinite(values);
      case Statement.Store(var slot, Expr value, _) -> {
        code.load(bindings.array(slot));
        code.load(bindings.element());
        expressions.number(value);
        code.storeElement(number.type());
      }
      case Statement.Spike _ -> events.spike();
    }
  }

  /// `x * 0` is a zero for every finite number and NaN otherwise, so that one comparison serves all values.
  private void checkFinite(List<Expr> values) {
    if (values.isEmpty()) {
      return;
    }
    expressions.number(values.getFirst());
    code.number(number, 0);
    code.operate(Opcodes.IMUL);
    for (Expr value : values.subList(1, values.size())) {
      code.scope(() -> addZeroTimes(value));
    }
    code.number(number, 0);
    code.unless(
        (Label fine) -> code.jumpOnComparison(Comparison.EQUAL, true, fine), events::notFinite);
  }

  /// `sum -> fma(value, 0, sum)`
  private void addZeroTimes(Expr value) {
    Variable sum = code.storeNew(number.type());
    expressions.number(value);
    code.number(number, 0);
    code.load(sum);
    Type type = number.type();
    code.call(Type.getType(Math.class), "fma", type, type, type, type);
  }
}
