package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Writes random expressions of a wanted dimension over the names in sight; each is finite wherever its names are.
final class Expressions {
  /// A name in sight, and the states that it depends on.
  record Named(String name, Kind kind, Set<String> states) {}

  private final Choice choice;
  private final List<Named> names;
  private final Set<String> mentioned = new TreeSet<>();
  private Set<String> avoided = Set.of();

  Expressions(Choice choice, List<Named> names) {
    this.choice = choice;
    this.names = new ArrayList<>(names);
  }

  /// From here on the name may be used.
  void add(Named named) {
    names.add(named);
  }

  /// From here on nothing that depends on these states is used.
  Expressions avoiding(Set<String> states) {
    avoided = states;
    mentioned.clear();
    return this;
  }

  /// {@return the states that were used since [#avoiding]}
  Set<String> mentioned() {
    return Set.copyOf(mentioned);
  }

  private String name(Kind kind) {
    List<Named> fitting =
        names.stream()
            .filter(named ->
                named.kind() == kind && named.states().stream().noneMatch(avoided::contains))
            .toList();
    if (fitting.isEmpty() || choice.chance(0.15)) {
      return literal(kind);
    }
    Named named = choice.of(fitting);
    mentioned.addAll(named.states());
    return named.name();
  }

  private String literal(Kind kind) {
    return switch (kind) {
      case NUMBER -> choice.quantity(-2, 2, "");
      case VOLTAGE -> choice.quantity(-70, 20, kind.unit);
      case TIME, CONDUCTANCE -> choice.quantity(1, 20, kind.unit);
      case RATE, SLOPE -> choice.quantity(0.01, 0.5, kind.unit);
      case CURRENT -> choice.quantity(-50, 50, kind.unit);
      case RESISTANCE -> choice.quantity(5, 50, kind.unit);
    };
  }

  /// {@return a plain number of magnitude at most one}
  String bounded(int depth) {
    return switch (choice.whole(0, 3)) {
      case 0 -> "tanh(" + number(depth) + ")";
      case 1 -> "sin(" + number(depth) + ")";
      case 2 -> "cos(" + number(depth) + ")";
      default -> "clip(" + number(depth) + ", -1, 1)";
    };
  }

  /// {@return a plain number}
  String number(int depth) {
    if (depth <= 0) {
      return switch (choice.whole(0, 3)) {
        case 0 -> literal(Kind.NUMBER);
        case 1 -> "(" + name(Kind.VOLTAGE) + " / " + choice.quantity(5, 40, "mV") + ")";
        case 2 -> "(" + name(Kind.TIME) + " / " + choice.quantity(2, 20, "ms") + ")";
        default -> name(Kind.NUMBER);
      };
    }
    String a = number(depth - choice.whole(1, 2));
    return switch (choice.whole(0, 33)) {
      case 0, 1 -> "(" + a + " + " + number(depth - 1) + ")";
      case 2, 3 -> "(" + a + " - " + number(depth - 1) + ")";
      case 4, 5 -> "(" + a + " * " + number(depth - 1) + ")";
      case 6 -> "(" + a + " / (1.5 + " + number(depth - 1) + "^2))";
      case 7 -> "(" + a + " / " + choice.number(1, 5) + ")";
      case 8 -> "(-" + a + ")";
      case 9 -> "clip(" + a + ", -3, 3)^" + choice.of("2", "3", "4", "7");
      case 10 -> "(0.2 + abs(" + a + "))^" + choice.of("0.5", "1.7", "(-0.3)", "(-2)");
      case 11 -> "(0.2 + abs(clip(" + a + ", -9, 9)))^clip(" + number(depth - 1) + ", -3, 3)";
      case 12 -> "exp(clip(" + a + ", -9, 3))";
      case 13 -> choice.of("ln", "log") + "(0.1 + abs(" + a + "))";
      case 14 -> "expm1(clip(" + a + ", -9, 3))";
      case 15 -> "log1p(abs(" + a + "))";
      case 16, 17 -> "exprel(clip(" + a + ", -30, 4))";
      case 18 -> "sin(" + a + ")";
      case 19 -> "cos(" + a + ")";
      case 20 -> "tan(clip(" + a + ", -1.2, 1.2))";
      case 21 -> "sinh(clip(" + a + ", -2, 2))";
      case 22 -> "cosh(clip(" + a + ", -2, 2))";
      case 23 -> "tanh(" + a + ")";
      case 24 -> "sqrt(abs(" + a + "))";
      case 25 -> "abs(" + a + ")";
      case 26 -> "min(" + a + ", " + number(depth - 1) + ")";
      case 27 -> "max(" + a + ", " + number(depth - 1) + ")";
      case 28 -> "floor(" + a + ")";
      case 29 -> "ceil(" + a + ")";
      case 30 -> "round(" + a + " * 2)";
      case 31, 32 -> "(if " + truth(depth - 1) + " then " + a + " else " + number(depth - 1) + ")";
      default -> "(" + voltage(depth - 1) + " / " + choice.quantity(5, 40, "mV") + ")";
    };
  }

  /// {@return a voltage}
  String voltage(int depth) {
    if (depth <= 0) {
      return name(Kind.VOLTAGE);
    }
    String a = voltage(depth - 1);
    return switch (choice.whole(0, 9)) {
      case 0 -> "(" + a + " + " + voltage(depth - 1) + ")";
      case 1 -> "(" + a + " - " + voltage(depth - 1) + ")";
      case 2 -> "(" + bounded(depth - 1) + " * " + a + ")";
      case 3 -> "min(" + a + ", " + voltage(depth - 1) + ")";
      case 4 -> "max(" + a + ", " + voltage(depth - 1) + ")";
      case 5 -> "abs(" + a + ")";
      case 6 -> "(if " + truth(depth - 1) + " then " + a + " else " + voltage(depth - 1) + ")";
      case 7 -> "sqrt(abs(" + a + ") * " + choice.quantity(1, 9, "mV") + ")";
      case 8 -> "((" + a + ")^2 * " + choice.quantity(0.01, 0.02, "[1/mV]") + ")";
      default -> "clip(" + a + ", -80 mV, 40 mV)";
    };
  }

  /// {@return a condition}
  String truth(int depth) {
    if (depth > 0) {
      switch (choice.whole(0, 7)) {
        case 0:
          return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
        case 1:
          return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
        case 2:
          return "(not " + truth(depth - 1) + ")";
        case 3:
          return choice.of("true", "false");
        default:
      }
    }
    String operator = choice.of("<", "<=", ">", ">=", "==", "!=");
    return choice.chance(0.6)
        ? name(Kind.VOLTAGE) + " " + operator + " " + voltage(depth - 1)
        : number(depth - 1) + " " + operator + " " + number(depth - 1);
  }
}
