package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelParser;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Words for a statement that does not fit the grammar: what is wrong with it in general, when no [Habits] explain it.
final class SyntaxMessages {
  private final Mistake mistake;
  private final Problems problems;
  private final Token offending;

  private SyntaxMessages(Mistake mistake, Problems problems) {
    this.mistake = mistake;
    this.problems = problems;
    this.offending = mistake.offending();
  }

  static Diagnostic explain(Mistake mistake, Problems problems) {
    return new Habits(mistake, problems)
        .recognised()
        .orElseGet(() -> new SyntaxMessages(mistake, problems).general());
  }

  private Diagnostic general() {
    if (mistake.isUnfinished()) {
      return unfinished();
    }
    if (mistake.at() == 0) {
      return firstWord();
    }
    if (isReservedForName()) {
      return problems
          .error(
              SyntaxCode.RESERVED_NAME,
              here(),
              "`" + TokenNames.shown(offending) + "` is a word of the language, never a name")
          .withHelp("choose another name, as in " + TokenNames.shown(offending) + "_0");
    }
    if (isComparison(offending.getType())
        && mistake.completed().contains(EimodelParser.RULE_comparison)) {
      return problems
          .error(SyntaxCode.CHAINED_COMPARISON, here(), "comparisons do not chain")
          .withHelp("join two with and: 0 < x and x < 1");
    }
    return misplacedFirstWord()
        .or(this::misspeltFirstWord)
        .or(this::missingOperator)
        .orElseGet(this::unexpected);
  }

  private Diagnostic unfinished() {
    Span after = mistake.tokens().isEmpty() ? here() : place(mistake.tokens().getLast());
    Optional<Diagnostic> misspelt = misspeltFirstWord();
    if (misspelt.isPresent()) {
      return misspelt.get();
    }
    return problems.error(
        SyntaxCode.UNEXPECTED,
        problems.span(after.end(), after.end()),
        "expected " + expectation() + ", but the statement ends here");
  }

  /// The statement's first word begins nothing that may stand here.
  private Diagnostic firstWord() {
    String text = TokenNames.shown(offending);
    if (isOperator(offending.getType())) {
      return problems
          .error(
              SyntaxCode.LINE_BEGINS_WITH_OPERATOR,
              here(),
              "a statement cannot begin with `" + text + "`")
          .withHelp(
              "an expression goes on in the next line when its line ends with the operator, or inside ( )");
    }
    Optional<String> home = FirstWords.home(text);
    if (home.isPresent()) {
      return misplaced(offending, home.get());
    }
    return misspeltFirstWord()
        .orElseGet(() ->
            problems
                .error(
                    SyntaxCode.UNKNOWN_WORD,
                    here(),
                    "`" + text + "` begins no " + place() + " here")
                .withHelp("here stand: " + String.join(", ", FirstWords.of(mistake.place()))));
  }

  /// `run 1 s` inside a population: the word may be a name there, but what follows shows what was meant.
  private Optional<Diagnostic> misplacedFirstWord() {
    String text = mistake.text(0);
    if (mistake.at() != 1
        || !Words.isFree(mistake.type(0))
        || FirstWords.of(mistake.place()).contains(text)) {
      return Optional.empty();
    }
    return FirstWords.home(text).map(home -> misplaced(mistake.tokens().getFirst(), home));
  }

  private Diagnostic misplaced(Token word, String home) {
    return problems.error(
        SyntaxCode.WRONG_PLACE,
        place(word),
        "`" + TokenNames.shown(word) + "` belongs " + home + ", not here");
  }

  private Optional<Diagnostic> misspeltFirstWord() {
    String text = mistake.text(0);
    boolean early = mistake.at() <= 1 && mistake.type(0) == EimodelParser.ID;
    if (!early) {
      return Optional.empty();
    }
    Optional<String> near = FirstWords.nearest(text, FirstWords.of(mistake.place()));
    return near.map(word ->
        problems
            .error(
                SyntaxCode.UNKNOWN_WORD,
                place(mistake.tokens().getFirst()),
                "`" + text + "` begins no " + place() + " here")
            .withHelp("did you mean `" + word + "`?"));
  }

  private String place() {
    return mistake.place() == Mistake.Place.TOP ? "declaration" : "statement";
  }

  private boolean isReservedForName() {
    boolean name =
        !mistake.rules().isEmpty() && mistake.rules().getFirst() == EimodelParser.RULE_name;
    boolean named = mistake.type(mistake.at() + 1) == EimodelParser.ASSIGN;
    return (name || named) && Words.isReserved(offending.getText());
  }

  /// Two operands side by side: `2 (a + b)`, `rate 8 Hz`.
  private Optional<Diagnostic> missingOperator() {
    int before = mistake.type(mistake.at() - 1);
    boolean operand =
        switch (offending.getType()) {
          case EimodelParser.NUMBER, EimodelParser.ID, EimodelParser.LPAREN, EimodelParser.STRING ->
              true;
          default -> false;
        };
    boolean mayEnd =
        mistake.expected().contains(EimodelParser.END)
            || mistake.expected().contains(EimodelParser.RPAREN)
            || mistake.expected().contains(EimodelParser.RBRACK);
    if (!operand || !mayEnd || !mistake.isAfterExpression()) {
      return Optional.empty();
    }
    String left = mistake.text(mistake.at() - 1);
    if (before == EimodelParser.UNIT && left.equals("to")) {
      return Optional.of(
          problems
              .error(
                  SyntaxCode.UNEXPECTED,
                  place(mistake.tokens().get(mistake.at() - 1)),
                  "a range is written with until")
              .withHelp("as in 0 until 10, which ends with 9"));
    }
    Diagnostic diagnostic =
        problems
            .error(
                SyntaxCode.MISSING_OPERATOR,
                here(),
                "there is no operator between `"
                    + left
                    + "` and `"
                    + TokenNames.shown(offending)
                    + "`")
            .withHelp("a product is written with *");
    boolean named = before == EimodelParser.ID || Words.isFree(before);
    boolean argument = named && mistake.completed().contains(EimodelParser.RULE_argument);
    return Optional.of(
        argument
            ? diagnostic.withHelp(
                "an argument is named with =, as in " + left + " = " + TokenNames.shown(offending))
            : diagnostic);
  }

  private Diagnostic unexpected() {
    String found = TokenNames.shown(offending);
    Diagnostic diagnostic =
        problems.error(
            SyntaxCode.UNEXPECTED, here(), "expected " + expectation() + ", found `" + found + "`");
    if (mistake.expected().contains(EimodelParser.STRING)
        && !mistake.expected().contains(EimodelParser.NUMBER)) {
      return diagnostic.withHelp("a file name stands in double quotes");
    }
    if (mistake.type(0) == EimodelParser.CONNECT && mistake.at() > 1 && beginsOption(found)) {
      return diagnostic.withHelp("options follow a comma, as in connect all, no autapses");
    }
    List<String> words = new ArrayList<>();
    for (int type : mistake.expected().toList()) {
      words.add(TokenNames.of(type).replace("`", ""));
    }
    Optional<String> meant = FirstWords.nearest(mistake.text(mistake.at() - 1), words);
    return meant.isPresent() && isWord(mistake.type(mistake.at() - 1))
        ? diagnostic.withHelp(
            "did you mean `" + meant.get() + "` instead of `" + mistake.text(mistake.at() - 1) + "`?")
        : diagnostic;
  }

  private static boolean beginsOption(String word) {
    List<String> options = List.of("autapses", "multapses", "procedural");
    return word.equals("no") || FirstWords.nearest(word, options).isPresent();
  }

  private static boolean isWord(int type) {
    return type == EimodelParser.UNIT || type == EimodelParser.ID;
  }

  /// {@return what would have fitted, in a few words}
  private String expectation() {
    boolean afterExpression = mistake.isAfterExpression();
    int before = mistake.type(mistake.at() - 1);
    if (!afterExpression && (before == EimodelParser.LPAREN || before == EimodelParser.LBRACK)) {
      return "an expression"; // a list that may be empty would rather be closed
    }
    if (mistake.expected().contains(EimodelParser.NUMBER) && !afterExpression) {
      return mistake.expected().contains(EimodelParser.LPAREN) ? "an expression" : "a unit";
    }
    List<String> words = new ArrayList<>();
    boolean name = mistake.expected().contains(EimodelParser.ID);
    for (int type : mistake.expected().toList()) {
      boolean free = name && type > 0 && Words.isFree(type);
      if (!free && !(afterExpression && continuesExpression(type))) {
        words.add(TokenNames.of(type));
      }
    }
    if (words.isEmpty()) {
      return "the end of the statement";
    }
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static boolean continuesExpression(int type) {
    return isOperator(type)
        || switch (type) {
          case EimodelParser.LPAREN,
              EimodelParser.LBRACK,
              EimodelParser.UNIT,
              EimodelParser.UNIT_OPEN,
              EimodelParser.DOT ->
              true;
          default -> false;
        };
  }

  private static boolean isOperator(int type) {
    return isComparison(type)
        || switch (type) {
          case EimodelParser.PLUS,
              EimodelParser.MINUS,
              EimodelParser.STAR,
              EimodelParser.SLASH,
              EimodelParser.CARET,
              EimodelParser.AND,
              EimodelParser.OR ->
              true;
          default -> false;
        };
  }

  private static boolean isComparison(int type) {
    return switch (type) {
      case EimodelParser.LESS,
          EimodelParser.LESS_EQUAL,
          EimodelParser.GREATER,
          EimodelParser.GREATER_EQUAL,
          EimodelParser.EQUAL,
          EimodelParser.NOT_EQUAL,
          EimodelParser.CROSSES ->
          true;
      default -> false;
    };
  }

  private Span here() {
    return place(offending);
  }

  private Span place(Token token) {
    return problems.span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
