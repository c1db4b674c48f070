package org.eimodel.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelParser;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;
import org.jspecify.annotations.Nullable;

/// What a person types who knows another simulator, and our form for it.
///
/// Each rule looks at a statement that did not fit the grammar and says nothing unless it is sure.
final class Habits {
  private final Mistake mistake;
  private final Problems problems;

  Habits(Mistake mistake, Problems problems) {
    this.mistake = mistake;
    this.problems = problems;
  }

  /// {@return the answer of the first rule that recognises the statement}
  Optional<Diagnostic> recognised() {
    List<Rule> rules =
        List.of(
            this::valueForgotten,
            this::derivative,
            this::declaredByUnit,
            this::bareAssignment,
            this::conditionAssigned,
            this::comparisonAssigns,
            this::spikeMoment);
    for (Rule rule : rules) {
      Diagnostic answer = rule.answer();
      if (answer != null) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  /// One way of being wrong; `null` when the statement is wrong in another way.
  private interface Rule {
    @Nullable Diagnostic answer();
  }

  /// `state v =` and, in the next line, `v' = ...`: the equation is not the value.
  private @Nullable Diagnostic valueForgotten() {
    int at = mistake.at();
    boolean equation = mistake.offending().getType() == EimodelParser.PRIME && at >= 2;
    if (!equation
        || mistake.tokens().get(at - 1).getLine() == mistake.tokens().get(at - 2).getLine()) {
      return null;
    }
    Token last = mistake.tokens().get(at - 2);
    return problems
        .error(
            SyntaxCode.UNEXPECTED, place(last), "a value is missing after `" + last.getText() + "`")
        .withHelp("a line that ends so goes on in the next one");
  }

  /// `dv/dt = -v/tau : volt`, `v'' = ...`, `x = y'`
  private @Nullable Diagnostic derivative() {
    if (mistake.type(1) == EimodelParser.SLASH
        && mistake.text(0).startsWith("d")
        && mistake.text(2).equals("dt")) {
      String state = mistake.text(0).length() > 1 ? mistake.text(0).substring(1) : "v";
      int colon = find(EimodelParser.COLON);
      int end = colon > 0 ? colon : mistake.tokens().size();
      String right = textBetween(4, end);
      Diagnostic diagnostic =
          problems
              .error(
                  SyntaxCode.DERIVATIVE_FORM,
                  span(0, 3),
                  "an equation is written with ', not as d/dt")
              .withHelp("write " + state + "' = " + (right.isEmpty() ? "..." : right));
      return colon > 0
          ? diagnostic.withHelp(
              "the unit comes from the initial value: "
                  + example("state", state, mistake.text(colon + 1)))
          : diagnostic;
    }
    if (mistake.offending().getType() != EimodelParser.PRIME) {
      return null;
    }
    Diagnostic diagnostic =
        problems.error(
            SyntaxCode.DERIVATIVE_FORM,
            place(mistake.offending()),
            "a derivative stands alone on the left side");
    return mistake.type(mistake.at() - 1) == EimodelParser.PRIME
        ? diagnostic.withHelp(
            "equations are of first order: for v'' write two, as in v' = u and u' = ...")
        : diagnostic.withHelp(
            "to use its value, name the right side: let slope = ..., then v' = slope");
  }

  /// `v : volt`, `I : amp (constant)`, and a unit behind an equation.
  private @Nullable Diagnostic declaredByUnit() {
    boolean bare =
        mistake.type(0) == EimodelParser.ID
            && mistake.type(1) == EimodelParser.COLON
            && mistake.at() <= 1;
    if (bare) {
      String name = mistake.text(0);
      String unit = mistake.text(2);
      return problems
          .error(
              SyntaxCode.BARE_UNIT, span(0, 3), "a name is declared by what it is, not by its unit")
          .withHelp(example("state", name, unit) + "   if an equation or a spike changes it")
          .withHelp(example("param", name, unit) + "   if it is given")
          .withHelp(
              "input " + name + " : " + ours(unit) + "   if it comes from drives and synapses");
    }
    boolean behind =
        mistake.offending().getType() == EimodelParser.COLON && mistake.isAfterExpression();
    if (!behind || mistake.type(1) != EimodelParser.PRIME) {
      return null;
    }
    return problems
        .error(
            SyntaxCode.BARE_UNIT,
            span(mistake.at(), mistake.at() + 2),
            "an equation has no unit of its own")
        .withHelp(
            "the unit comes from the initial value: "
                + example("state", mistake.text(0), mistake.text(mistake.at() + 1)));
  }

  /// `tau = 20`, in a template or at the top of a file
  private @Nullable Diagnostic bareAssignment() {
    boolean atTop = mistake.at() == 0 && mistake.place() == Mistake.Place.TOP;
    boolean inTemplate = mistake.at() == 1 && mistake.place() == Mistake.Place.TEMPLATE;
    if (mistake.type(0) != EimodelParser.ID
        || mistake.type(1) != EimodelParser.ASSIGN
        || !(atTop || inTemplate)) {
      return null;
    }
    String name = mistake.text(0);
    String value = textBetween(2, mistake.tokens().size());
    boolean number =
        mistake.type(2) == EimodelParser.NUMBER || mistake.type(2) == EimodelParser.MINUS;
    boolean plain = number && mistake.tokens().getLast().getType() == EimodelParser.NUMBER;
    Diagnostic diagnostic =
        problems.error(
            SyntaxCode.BARE_ASSIGNMENT,
            span(0, mistake.tokens().size()),
            "`" + name + "` gets a value, but nothing says what it is");
    if (!number) {
      return diagnostic
          .withHelp("let " + name + " = " + value + "   if it is computed from others")
          .withHelp("param " + name + " = ...   if it is given");
    }
    String example = plain && name.startsWith("tau") ? value + " ms" : value;
    diagnostic = diagnostic.withHelp("did you mean `param " + name + " = " + example + "`?");
    if (plain && !name.startsWith("tau")) {
      diagnostic = diagnostic.withHelp("a quantity has its unit behind the number, as in 20 ms");
    }
    return inTemplate
        ? diagnostic.withHelp(
            "what equations or spikes change is a state: state " + name + " = " + example)
        : diagnostic;
  }

  /// `spike when v = 10 mV`, `where C = 1`
  private @Nullable Diagnostic conditionAssigned() {
    if (mistake.offending().getType() != EimodelParser.ASSIGN || !mistake.isAfterExpression()) {
      return null;
    }
    for (int k = mistake.at() - 1; k >= 0; k--) {
      int type = mistake.type(k);
      if (type == EimodelParser.WHEN || type == EimodelParser.IF || type == EimodelParser.WHERE) {
        return problems
            .error(
                SyntaxCode.ASSIGNED_CONDITION,
                place(mistake.offending()),
                "= gives a value; a comparison is written ==")
            .withHelp("write ==, or >= for a threshold");
      }
    }
    return null;
  }

  /// `v == 0 mV` as a statement
  private @Nullable Diagnostic comparisonAssigns() {
    boolean statement =
        mistake.place() == Mistake.Place.BLOCK || mistake.place() == Mistake.Place.BODY;
    if (mistake.offending().getType() != EimodelParser.EQUAL
        || !statement
        || mistake.isAfterExpression()) {
      return null;
    }
    return problems
        .error(
            SyntaxCode.UNEXPECTED,
            place(mistake.offending()),
            "== compares; a value is given with =")
        .withHelp(
            "write "
                + mistake.text(0)
                + " = "
                + textBetween(mistake.at() + 1, mistake.tokens().size()));
  }

  /// `on source spike`, `at target spike`, `at arrival`
  private @Nullable Diagnostic spikeMoment() {
    boolean on = mistake.type(0) == EimodelParser.ON && mistake.type(1) == EimodelParser.SOURCE;
    boolean at =
        mistake.type(0) == EimodelParser.AT
            && (mistake.type(1) == EimodelParser.TARGET
                || mistake.type(1) == EimodelParser.ARRIVAL);
    if (mistake.at() != 1 || !(on || at)) {
      return null;
    }
    return problems
        .error(
            SyntaxCode.UNEXPECTED,
            span(0, 2),
            "`" + mistake.text(0) + " " + mistake.text(1) + "` is no moment")
        .withHelp("at source spike { ... } runs when the source fires")
        .withHelp(
            "on arrival { ... } runs when the spike arrives, on target spike { ... } when the target fires");
  }

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "volt", "-65 mV", "amp", "0 pA", "siemens", "0 nS", "second", "20 ms", "Hz", "10 Hz", "1",
          "0", "mV", "-65 mV", "ms", "20 ms", "metre", "1 mm");

  private static String example(String keyword, String name, String unit) {
    return keyword
        + " "
        + name
        + " = "
        + EXAMPLES.getOrDefault(unit, unit.isEmpty() ? "0" : "0 " + unit);
  }

  private static String ours(String unit) {
    return switch (unit) {
      case "volt" -> "mV";
      case "amp" -> "pA";
      case "siemens" -> "nS";
      case "second" -> "ms";
      case "metre" -> "mm";
      case "" -> "1";
      default -> unit;
    };
  }

  private int find(int type) {
    for (int k = 0; k < mistake.tokens().size(); k++) {
      if (mistake.type(k) == type) {
        return k;
      }
    }
    return -1;
  }

  private Span place(Token token) {
    return problems.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private Span span(int first, int end) {
    int last = Math.min(end, mistake.tokens().size()) - 1;
    return place(mistake.tokens().get(first))
        .to(place(mistake.tokens().get(Math.max(first, last))));
  }

  /// {@return a part of the statement as it was written; dots for what would not fit on a line of help}
  private String textBetween(int first, int end) {
    if (first >= end || first >= mistake.tokens().size()) {
      return "";
    }
    Span part = span(first, end);
    return part.end() - part.start() > 80 || part.text().contains("\n") ? "..." : part.text();
  }
}
