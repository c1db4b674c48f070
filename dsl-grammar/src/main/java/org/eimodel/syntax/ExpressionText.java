package org.eimodel.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.eimodel.syntax.Expression.BinaryOperator;
import org.eimodel.syntax.Expression.IndexItem;
import org.eimodel.syntax.Expression.UnaryOperator;

/// Expressions and units as a person would write them: parentheses only where they are needed.
public final class ExpressionText {
  /// How tightly an expression binds: the outermost construct of a tighter one needs no parentheses inside a looser one.
  private static final int LOOSEST = 0;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;
  private static final int POWER = 8;
  private static final int OPERAND = 9;

  private ExpressionText() {}

  /// {@return the expression on one line}
  public static String of(Expression expression) {
    return text(expression, LOOSEST);
  }

  /// {@return a unit as it stands after a number or a colon: `ms`, `[mm/ms]`, `1`}
  public static String of(UnitSyntax unit) {
    return unit.factors().isEmpty() ? "1" : named(unit);
  }

  private static String text(Expression expression, int context) {
    String text = text(expression);
    return binding(expression) < context ? "(" + text + ")" : text;
  }

  private static int binding(Expression expression) {
    return switch (expression) {
      case Expression.Conditional _, Expression.Range _ -> LOOSEST;
      case Expression.Crosses _ -> COMPARISON;
      case Expression.Unary unary -> unary.operator() == UnaryOperator.NOT ? NOT : SIGN;
      case Expression.Binary binary -> binding(binary.operator());
      case Expression.Number number -> number.unit().isPresent() ? POWER : OPERAND; // (20 ms)^2
      case Expression.Text _,
          Expression.Truth _,
          Expression.Name _,
          Expression.Member _,
          Expression.Index _,
          Expression.Call _,
          Expression.ListOf _ ->
          OPERAND;
    };
  }

  private static int binding(BinaryOperator operator) {
    return switch (operator) {
      case OR -> OR;
      case AND -> AND;
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE -> PRODUCT;
      case POWER -> POWER;
    };
  }

  private static String text(Expression expression) {
    return switch (expression) {
      case Expression.Number number -> number(number);
      case Expression.Text text -> quoted(text.value());
      case Expression.Truth truth -> String.valueOf(truth.value());
      case Expression.Name name -> name.name();
      case Expression.Member member -> text(member.base(), OPERAND) + "." + member.member();
      case Expression.Index index -> text(index.base(), OPERAND) + "[" + items(index.items()) + "]";
      case Expression.Call call -> call.function() + arguments(call.arguments());
      case Expression.ListOf list -> {
        StringJoiner elements = new StringJoiner(", ", "[", "]");
        list.elements().forEach(element -> elements.add(of(element)));
        yield elements.toString();
      }
      case Expression.Unary unary ->
          unary.operator() == UnaryOperator.NOT
              ? "not " + text(unary.operand(), NOT)
              : "-" + text(unary.operand(), SIGN);
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional choice ->
          "if " + of(choice.condition()) + " then " + of(choice.yes()) + " else " + of(choice.no());
      case Expression.Range range -> of(range.from()) + " until " + of(range.until());
      case Expression.Crosses crosses ->
          text(crosses.left(), SUM) + " crosses " + text(crosses.right(), SUM);
    };
  }

  /// Long chains lean to one side: a loop goes down there, where a thousand calls in each other would need most of a stack.
  private static String binary(Expression.Binary binary) {
    return binary.operator() == BinaryOperator.POWER ? power(binary) : chain(binary);
  }

  private static String power(Expression.Binary binary) {
    StringBuilder text = new StringBuilder();
    Expression rest = binary;
    while (rest instanceof Expression.Binary next && next.operator() == BinaryOperator.POWER) {
      text.append(text(next.left(), OPERAND)).append('^');
      rest = next.right();
    }
    return text.append(text(rest, SIGN)).toString();
  }

  private static String chain(Expression.Binary binary) {
    List<String> ends = new ArrayList<>();
    Expression.Binary now = binary;
    while (true) {
      BinaryOperator operator = now.operator();
      int own = binding(operator);
      ends.add(" " + operator.symbol() + " " + text(now.right(), own + 1));
      // comparisons do not chain, the others lean to the left
      int left = operator.isComparison() ? own + 1 : own;
      if (now.left() instanceof Expression.Binary next
          && next.operator() != BinaryOperator.POWER
          && binding(next) >= left) {
        now = next;
      } else {
        return text(now.left(), left) + String.join("", ends.reversed());
      }
    }
  }

  private static String number(Expression.Number number) {
    return number.unit().isEmpty()
        ? number.digits()
        : number.digits()
            + " "
            + (number.unit().get().factors().isEmpty() ? "[1]" : named(number.unit().get()));
  }

  private static String named(UnitSyntax unit) {
    UnitSyntax.Factor first = unit.factors().getFirst();
    if (unit.factors().size() == 1 && first.numerator() == 1 && first.denominator() == 1) {
      return first.name();
    }
    StringBuilder text = new StringBuilder("[");
    for (UnitSyntax.Factor factor : unit.factors()) {
      boolean below = factor.numerator() < 0;
      text.append(text.length() > 1 ? (below ? "/" : "*") : (below ? "1/" : ""));
      text.append(factor.name());
      int numerator = Math.abs(factor.numerator());
      if (factor.denominator() != 1) {
        text.append("^(").append(numerator).append('/').append(factor.denominator()).append(')');
      } else if (numerator != 1) {
        text.append('^').append(numerator);
      }
    }
    return text.append(']').toString();
  }

  /// {@return a string literal}
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String items(List<IndexItem> items) {
    StringJoiner text = new StringJoiner(", ");
    for (IndexItem item : items) {
      text.add(
          switch (item) {
            case IndexItem.At at -> of(at.value());
            case IndexItem.In in -> in.binder().variable() + " in " + in.binder().index();
          });
    }
    return text.toString();
  }

  /// {@return arguments with their parentheses}
  static String arguments(List<Expression.Argument> arguments) {
    return "(" + list(arguments) + ")";
  }

  /// {@return arguments without parentheses, as after `run 1 s with`}
  static String list(List<Expression.Argument> arguments) {
    StringJoiner text = new StringJoiner(", ");
    for (Expression.Argument argument : arguments) {
      String value = of(argument.value());
      text.add(argument.name().isPresent() ? argument.name().get() + " = " + value : value);
    }
    return text.toString();
  }
}
