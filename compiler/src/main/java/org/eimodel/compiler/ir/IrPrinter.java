package org.eimodel.compiler.ir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;

/// Prints a kernel as text for people and for golden tests: stable, and with as few brackets as the operators allow.
///
/// ```
/// step kernel LIF
///   element 0  state        v
///   scalar  0  parameter    v_th
/// body
///   let moved.1 = fma(leak, v, drive.0)
///   when moved.1 >= v_th {
///     spike
///   }
///   store v <- moved.1
/// ```
public final class IrPrinter {
  private static final int SELECT = 0;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int COMPARE = 3;
  private static final int SUM = 4;
  private static final int PRODUCT = 5;
  private static final int SIGN = 6;
  private static final int ATOM = 7;

  private final StringBuilder out = new StringBuilder();

  private IrPrinter() {}

  /// {@return the kernel's slots, preamble and body, each statement on a line}
  public static String print(Kernel kernel) {
    IrPrinter printer = new IrPrinter();
    printer.line(0, "%s kernel %s".formatted(lower(kernel.kind()), kernel.name()));
    kernel.slots().forEach(printer::slot);
    if (!kernel.preamble().isEmpty()) {
      printer.line(0, "preamble");
      printer.statements(1, kernel.preamble());
    }
    printer.line(0, "body");
    printer.statements(1, kernel.body());
    if (!kernel.decaying().isEmpty()) {
      String states = kernel.decaying().stream().map(Slot::name).collect(Collectors.joining(", "));
      printer.line(0, "every %d steps: flush %s".formatted(Kernel.FLUSH_STEPS, states));
    }
    return printer.out.toString();
  }

  /// {@return the expression as in a printed kernel}
  public static String print(Expr expr) {
    return text(expr, SELECT);
  }

  private void slot(Slot slot) {
    line(
        1,
        "%-7s %d  %-11s  %s"
            .formatted(lower(slot.extent()), slot.position(), lower(slot.kind()), slot.name()));
  }

  private void statements(int depth, List<Statement> statements) {
    statements.forEach(statement -> statement(depth, statement));
  }

  private void statement(int depth, Statement statement) {
    switch (statement) {
      case Statement.Let(var local, Expr value, _) ->
          line(depth, "let " + local + " = " + print(value));
      case Statement.Declare(var local, Expr value, _) ->
          line(depth, "var " + local + " = " + print(value));
      case Statement.Assign(var local, Expr value, _) -> line(depth, local + " = " + print(value));
      case Statement.When(Expr condition, var body, _) -> {
        line(depth, "when " + print(condition) + " {");
        statements(depth + 1, body);
        line(depth, "}");
      }
      case Statement.CheckFinite(var values, _) -> line(depth, "check finite " + list(values));
      case Statement.Store(var slot, Expr value, _) ->
          line(depth, "store " + slot + " <- " + print(value));
      case Statement.Spike _ -> line(depth, "spike");
    }
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static String list(List<Expr> values) {
    return values.stream().map(IrPrinter::print).collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /// Brackets where the expression binds less tightly than its place asks for.
  private static String text(Expr expr, int place) {
    return strength(expr) < place ? "(" + bare(expr) + ")" : bare(expr);
  }

  private static int strength(Expr expr) {
    return switch (expr) {
      case Expr.Select _ -> SELECT;
      case Expr.Logic logic -> logic.operator() == LogicOperator.OR ? OR : AND;
      case Expr.Compare _ -> COMPARE;
      case Expr.Binary binary ->
          switch (binary.operator()) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case MIN, MAX -> ATOM;
          };
      case Expr.Unary unary -> unary.operator() == UnaryOperator.NEGATE ? SIGN : ATOM;
      case Expr.Not _ -> SIGN;
      case Expr.Constant constant -> Math.copySign(1, constant.value()) < 0 ? SIGN : ATOM;
      case Expr.Truth _, Expr.Read _, Expr.Use _, Expr.MultiplyAdd _, Expr.Call _ -> ATOM;
    };
  }

  private static String bare(Expr expr) {
    return switch (expr) {
      case Expr.Constant(double value) -> Double.toString(value);
      case Expr.Truth(boolean value) -> Boolean.toString(value);
      case Expr.Read(var slot) -> slot.toString();
      case Expr.Use(var local) -> local.toString();
      case Expr.Unary(var operator, Expr x) ->
          operator == UnaryOperator.NEGATE
              ? "-" + text(x, ATOM)
              : lower(operator) + "(" + print(x) + ")";
      case Expr.Binary(var operator, Expr x, Expr y) -> binary(operator, x, y);
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) -> "fma(" + list(List.of(a, b, c)) + ")";
      case Expr.Call(var function, var arguments) ->
          function.method() + "(" + list(arguments) + ")";
      case Expr.Compare(var operator, Expr x, Expr y) -> infix(x, SUM, sign(operator), y, SUM);
      case Expr.Logic(var operator, Expr x, Expr y) ->
          switch (operator) {
            case AND -> infix(x, AND, "and", y, COMPARE);
            case OR -> infix(x, OR, "or", y, AND);
          };
      case Expr.Not(Expr x) -> "not " + text(x, ATOM);
      case Expr.Select(Expr condition, Expr yes, Expr no) ->
          text(condition, OR) + " ? " + text(yes, OR) + " : " + text(no, SELECT);
    };
  }

  private static String binary(BinaryOperator operator, Expr x, Expr y) {
    return switch (operator) {
      case ADD -> infix(x, SUM, "+", y, PRODUCT);
      case SUBTRACT -> infix(x, SUM, "-", y, PRODUCT);
      case MULTIPLY -> infix(x, PRODUCT, "*", y, SIGN);
      case DIVIDE -> infix(x, PRODUCT, "/", y, SIGN);
      case MIN, MAX -> lower(operator) + "(" + list(List.of(x, y)) + ")";
    };
  }

  private static String infix(Expr x, int left, String operator, Expr y, int right) {
    return text(x, left) + " " + operator + " " + text(y, right);
  }

  private static String sign(Comparison operator) {
    return switch (operator) {
      case LESS -> "<";
      case LESS_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_EQUAL -> ">=";
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
    };
  }
}
