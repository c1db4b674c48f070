package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes a random neuron template: a membrane `v` that drives can make spike, and up to four states more.
///
/// Every template has a state `v`, parameters `v_rest`, `v_th`, `v_reset` and `tau`, and an input `I : mV`.
final class RandomNeuron {
  /// A state's equation, as far as integrators care.
  ///
  /// @param linear in all states, with fixed coefficients, whatever feeds its inputs
  /// @param ownLinear linear in its own state
  private record Law(String state, boolean linear, boolean ownLinear) {}

  final String name;

  /// Parameters with a value, by name.
  final Map<String, Kind> parameters = new LinkedHashMap<>();

  final Map<String, Kind> inputs = new LinkedHashMap<>();

  /// States other than `v`.
  final Map<String, Kind> states = new LinkedHashMap<>();

  /// Whether the template that was written has a `spike when`.
  boolean spikes;

  private final Choice choice;
  private final Expressions expressions;
  private final List<String> declarations = new ArrayList<>();
  private final List<String> equations = new ArrayList<>();
  private final List<Law> laws = new ArrayList<>();
  private final List<String> reset = new ArrayList<>();
  private final boolean refractory;
  private final boolean explosive;

  RandomNeuron(Choice choice, String name) {
    this.choice = choice;
    this.name = name;
    this.refractory = choice.chance(0.6);
    this.explosive = choice.chance(0.03);
    this.expressions = new Expressions(choice, List.of());
    constants();
    declarations.add("state v = v_rest");
    see("v", Kind.VOLTAGE, Set.of("v"));
    see("t", Kind.TIME, Set.of());
    see("dt", Kind.TIME, Set.of());
    see("gain", Kind.NUMBER, Set.of());
    see("shift", Kind.VOLTAGE, Set.of());
    see("pi", Kind.NUMBER, Set.of());
    List<String> terms = new ArrayList<>();
    int extra = choice.of(0, 0, 1, 1, 2, 2, 3, 4);
    for (int k = 0; k < extra; k++) {
      state("abcd".charAt(k) + "", terms);
    }
    membrane(terms);
  }

  private void see(String symbol, Kind kind, Set<String> dependsOn) {
    expressions.add(new Expressions.Named(symbol, kind, dependsOn));
  }

  private void parameter(String symbol, Kind kind, String value) {
    parameters.put(symbol, kind);
    declarations.add("param " + symbol + " = " + value);
    see(symbol, kind, Set.of());
  }

  private void input(String symbol, Kind kind) {
    inputs.put(symbol, kind);
    declarations.add("input " + symbol + " : " + kind.declared);
  }

  private void constants() {
    parameter("v_rest", Kind.VOLTAGE, choice.quantity(-65, -58, "mV"));
    parameter(
        "v_th",
        Kind.VOLTAGE,
        choice.of(choice.quantity(-53, -48, "mV"), "-0.05 V", "(-50 mV + shift)"));
    parameter(
        "v_reset", Kind.VOLTAGE, choice.chance(0.4) ? "v_rest" : choice.quantity(-65, -57, "mV"));
    parameter(
        "tau",
        Kind.TIME,
        choice.of(choice.quantity(4, 20, "ms"), choice.quantity(4, 20, "ms"), "0.012 s"));
    if (choice.chance(0.5)) {
      parameter("k", Kind.NUMBER, choice.quantity(-1, 2, ""));
    }
    input("I", Kind.VOLTAGE);
    if (choice.chance(0.3)) {
      input("I2", Kind.VOLTAGE);
    }
    if (choice.chance(0.3)) {
      input("K", Kind.CURRENT);
      parameter("R", Kind.RESISTANCE, choice.quantity(5, 50, "MOhm"));
    }
  }

  private String tau() {
    return choice.chance(0.5)
        ? choice.quantity(3, 40, "ms")
        : "(" + choice.number(0.5, 2) + " * tau)";
  }

  /// One more state, or two that turn in a circle.
  private void state(String s, List<String> terms) {
    switch (choice.whole(0, 9)) {
      case 0 -> {
        declare(s, Kind.VOLTAGE, "0 mV");
        law(s, "(" + choice.number(0, 0.3) + " * (v - v_rest) - " + s + ") / " + tau(), true, true);
        terms.add("- " + s);
        reset.add(s + " += " + choice.quantity(0.5, 3, "mV"));
      }
      case 1 -> {
        declare(s, Kind.CURRENT, "0 pA");
        law(
            s,
            "(" + choice.quantity(0.1, 2, "nS") + " * (v - v_rest) - " + s + ") / " + tau(),
            true,
            true);
        terms.add("- " + choice.quantity(5, 20, "MOhm") + " * " + s);
        reset.add(s + " -= " + choice.quantity(-60, -5, "pA"));
      }
      case 2 -> {
        declare(s, Kind.NUMBER, choice.chance(0.5) ? "steady" : "0.3");
        String width = choice.quantity(4, 12, "mV");
        String alpha =
            choice.quantity(0.05, 0.8, "[1/ms]") + " / (1 + exp((v_rest - v) / " + width + "))";
        String beta =
            choice.quantity(0.05, 0.5, "[1/ms]") + " / exprel((v - v_th) / " + width + ")";
        law(s, alpha + " * (1 - " + s + ") - " + beta + " * " + s, false, true);
        terms.add(
            "+ "
                + s
                + choice.of("", "^2", "^3")
                + " * ("
                + choice.quantity(-40, 0, "mV")
                + " - v)");
      }
      case 3 -> {
        declare(s, Kind.NUMBER, "0.1");
        String push = expressions.avoiding(Set.of()).bounded(2);
        law(s, "(" + s + " - " + s + "^3 + " + push + ") / " + tau(), false, false);
        terms.add("+ " + choice.quantity(1, 5, "mV") + " * " + s);
      }
      case 4 -> {
        declare(s, Kind.NUMBER, "0.5");
        reset.add(s + choice.of(" *= 0.9", " /= 1.1", " = 1 - " + s, " += 0.25"));
        terms.add("+ " + choice.quantity(-4, 4, "mV") + " * tanh(" + s + ")");
      }
      case 5 -> {
        String other = s + s;
        declare(s, Kind.VOLTAGE, "1 mV");
        declare(other, Kind.VOLTAGE, "0 mV");
        String turn = choice.quantity(0.05, 0.4, "[1/ms]");
        law(s, turn + " * " + other, true, true);
        law(
            other,
            "-" + turn + " * " + s + " - " + other + " / " + choice.quantity(5, 30, "ms"),
            true,
            true);
        terms.add("+ " + s);
        reset.add("if " + s + " < 5 mV { " + s + " += 1 mV; " + other + " = -" + other + " }");
      }
      case 6 -> {
        declare(s, Kind.VOLTAGE, choice.chance(0.5) ? "steady" + " : mV" : "0 mV");
        String goal = expressions.avoiding(Set.of(s)).bounded(2);
        law(
            s,
            "(" + choice.quantity(1, 5, "mV") + " * " + goal + " - " + s + ") / " + tau(),
            false,
            true);
        terms.add("+ " + s);
      }
      case 7 -> {
        declare(s, Kind.TIME, "0 ms");
        law(s, choice.of("1", "(1 - " + s + " / 20 ms)"), true, true);
        reset.add(s + " = 0 ms");
      }
      case 8 -> {
        declare(s, Kind.NUMBER, "0");
        law(
            s,
            choice.of("sin", "cos") + "(t / " + choice.quantity(2, 9, "ms") + ") / " + tau(),
            true,
            true);
        terms.add("+ " + choice.quantity(1, 6, "mV") + " * " + s);
      }
      default -> {
        declare(s, Kind.VOLTAGE, "0 mV");
        String goal = expressions.avoiding(Set.of()).bounded(2);
        law(
            s,
            "(" + choice.quantity(1, 5, "mV") + " * " + goal + " - " + s + ") / " + tau(),
            false,
            false);
        terms.add("+ " + s);
      }
    }
  }

  private void declare(String s, Kind kind, String initial) {
    states.put(s, kind);
    boolean steady = initial.startsWith("steady");
    declarations.add(
        "state " + s + (steady ? " : " + kind.declared + " = steady" : " = " + initial));
    see(s, kind, Set.of(s));
    if (choice.chance(0.3)) {
      String named = "l_" + s;
      declarations.add("let " + named + " = " + expressions.avoiding(Set.of()).number(2));
      see(named, Kind.NUMBER, expressions.mentioned());
    }
  }

  private void law(String s, String right, boolean linear, boolean ownLinear) {
    laws.add(new Law(s, linear, ownLinear));
    equations.add(
        s + "' = " + right + (refractory && choice.chance(0.3) ? "   unless refractory" : ""));
  }

  private void membrane(List<String> terms) {
    StringBuilder sum = new StringBuilder("v_rest - v");
    boolean linear = true;
    boolean ownLinear = true;
    switch (choice.whole(0, 9)) {
      case 0, 1, 2, 3 -> {}
      case 4 -> {
        Set<String> own = new TreeSet<>(Set.of("v"));
        sum.append(" + ")
            .append(choice.quantity(1, 6, "mV"))
            .append(" * ")
            .append(expressions.avoiding(own).bounded(3));
        linear = false;
      }
      case 5, 6 -> {
        sum.append(" + ")
            .append(choice.quantity(1, 6, "mV"))
            .append(" * ")
            .append(expressions.avoiding(Set.of()).bounded(3));
        linear = ownLinear = false;
      }
      case 7 -> {
        String width = choice.quantity(1, 3, "mV");
        sum.append(" + %s * exp((min(v, v_th + 5 mV) - v_th) / %s)".formatted(width, width));
        linear = ownLinear = false;
      }
      case 8 -> {
        sum.append(" + ")
            .append(choice.number(0.01, 0.06))
            .append(" [1/mV] * (clip(v, -70 mV, -40 mV) - v_rest)^2");
        linear = ownLinear = false;
      }
      default -> {
        sum.append(
            " + (if %s then %s else (0 mV))"
                .formatted(expressions.avoiding(Set.of()).truth(2), choice.quantity(-4, 4, "mV")));
        linear = ownLinear = false;
      }
    }
    if (explosive) {
      sum.append(" + 0.5 [1/mV] * (v - v_rest)^2");
      linear = ownLinear = false;
    }
    terms.forEach(term -> sum.append(' ').append(term));
    inputs.forEach(
        (input, kind) -> sum.append(kind == Kind.CURRENT ? " + R * " : " + ").append(input));
    if (choice.chance(0.2)) {
      declarations.add("let all = " + sum);
      sum.setLength(0);
      sum.append("all");
    }
    laws.add(new Law("v", linear, ownLinear));
    equations.add(
        "v' = ("
            + sum
            + ") / tau"
            + (refractory && choice.chance(0.85) ? "   unless refractory" : ""));
  }

  private List<String> integrators() {
    if (choice.chance(0.4)) {
      return List.of();
    }
    List<Law> asked = new ArrayList<>(laws);
    if (choice.chance(0.4)) {
      Set<Law> left = new HashSet<>();
      laws.forEach(law -> left.addAll(choice.chance(0.5) ? List.of(law) : List.of()));
      asked.removeAll(left);
    }
    if (asked.isEmpty()) {
      return List.of();
    }
    List<String> methods = new ArrayList<>(List.of("euler", "rk2", "rk4", "sequential_euler"));
    if (asked.stream().allMatch(Law::ownLinear)) {
      methods.add("exponential_euler");
      methods.add("exponential_euler");
    }
    if (asked.size() == 1 && asked.getFirst().linear() && !asked.getFirst().state().equals("v")) {
      methods.add("exact");
    }
    String states = String.join(", ", asked.stream().map(Law::state).toList());
    boolean all = asked.size() == laws.size() && choice.chance(0.7);
    return List.of("integrate " + (all ? "" : states + " ") + "with " + choice.of(methods));
  }

  private List<String> spike() {
    List<String> lines = new ArrayList<>();
    String threshold =
        choice.chance(0.7)
            ? "v_th"
            : "(v_th + "
                + choice.quantity(0, 3, "mV")
                + " * "
                + expressions.avoiding(Set.of("v")).bounded(1)
                + ")";
    String condition =
        switch (choice.whole(0, 5)) {
          case 0, 1 -> "v >= " + threshold;
          case 2 -> "v > " + threshold;
          case 3 ->
              "v > "
                  + threshold
                  + " and "
                  + choice.of("t >= 0 ms", "v < 1000 mV", "not v <= v_rest");
          default -> "v crosses " + threshold;
        };
    lines.add("spike when " + condition + " {");
    if (!explosive) {
      lines.add("  v = " + choice.of("v_reset", "v_reset", "v - 12 mV", "min(v_reset, v)"));
    }
    reset.forEach(line -> lines.add("  " + line));
    boolean onCondition = false;
    if (choice.chance(0.25)) {
      lines.add("  let jump = " + expressions.avoiding(Set.of()).bounded(2));
      lines.add("  if " + choice.of("jump > 0", expressions.avoiding(Set.of()).truth(1)) + " {");
      lines.add("    v -= 1 mV * jump");
      if (refractory && choice.chance(0.5)) {
        onCondition = true;
        lines.add("    refractory for " + choice.of("1 ms", "2 * dt", "3 ms"));
      }
      lines.add("  } else {");
      lines.add("    v += " + choice.quantity(-1, 0.5, "mV"));
      lines.add("  }");
    }
    boolean always = !onCondition || choice.chance(0.5);
    if (refractory && always) {
      lines.add("  refractory for " + choice.of("2 ms", "3 ms", "(tau / 4)", "1 ms", "5 ms"));
    }
    lines.add("}");
    return lines;
  }

  /// {@return the template, a line each}
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("neuron " + name + " {");
    declarations.forEach(line -> lines.add("  " + line));
    equations.forEach(line -> lines.add("  " + line));
    integrators().forEach(line -> lines.add("  " + line));
    spikes = refractory || choice.chance(0.97);
    if (spikes) {
      spike().forEach(line -> lines.add("  " + line));
    }
    lines.add("}");
    return lines;
  }
}
