package org.eimodel.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.CommonToken;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;
import org.jspecify.annotations.Nullable;

/// Pairs of brackets, and limits on depth that hold before any recursion sees the text.
///
/// Whatever is missing or superfluous is reported and repaired, so that the parser sees well-formed nesting and has
/// nothing to add.
final class Brackets {
  /// How deeply brackets and braces may nest.
  static final int DEEPEST = 200;

  /// How deep the tree of one expression may become.
  static final int LONGEST = 1_000;

  private final Problems problems;
  private final List<CommonToken> tokens;
  private final List<CommonToken> out = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable CommonToken last; // the last token that is no line break
  private @Nullable CommonToken statementStart;
  private boolean lineStart = true;
  private int at;
  private int
      missing; // how many braces are opened more often than closed, in what is left of the text
  private boolean braceProblem;

  /// Tokens whose brackets are paired.
  ///
  /// @param tokens empty when a limit was crossed, which is reported
  /// @param braceProblem whether a block's end was guessed, so that what stands where is uncertain
  record Matched(List<CommonToken> tokens, boolean braceProblem) {}

  /// One open bracket, and the depth of the expression tree inside it.
  private static final class Level {
    final @Nullable CommonToken open;
    final @Nullable CommonToken owner; // the first token of the statement in which it opened
    int operators;
    int deepest;

    Level(@Nullable CommonToken open, @Nullable CommonToken owner) {
      this.open = open;
      this.owner = owner;
    }

    int depth() {
      return Math.max(deepest, operators);
    }
  }

  private Brackets(List<CommonToken> tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
    levels.push(new Level(null, null));
    for (CommonToken token : tokens) {
      missing +=
          token.getType() == EimodelLexer.LBRACE
              ? 1
              : token.getType() == EimodelLexer.RBRACE ? -1 : 0;
    }
  }

  static Matched match(List<CommonToken> tokens, Problems problems) {
    Brackets brackets = new Brackets(tokens, problems);
    for (; brackets.at < tokens.size(); brackets.at++) {
      CommonToken next = brackets.at + 1 < tokens.size() ? tokens.get(brackets.at + 1) : null;
      if (!brackets.take(tokens.get(brackets.at), next)) {
        return new Matched(List.of(), false);
      }
    }
    return new Matched(brackets.out, brackets.braceProblem);
  }

  private boolean take(CommonToken token, @Nullable CommonToken next) {
    int type = token.getType();
    if (type == EimodelLexer.NEWLINE) {
      lineStart = true;
      if (top().open == null || top().open.getType() == EimodelLexer.LBRACE) {
        startStatement();
      }
      out.add(token);
      return true;
    }
    if (lineStart) {
      closeForgotten(token, next);
    }
    lineStart = false;
    if (statementStart == null) {
      statementStart = token;
    }
    boolean fine =
        switch (type) {
          case EimodelLexer.LPAREN, EimodelLexer.LBRACK, EimodelLexer.LBRACE -> open(token);
          case EimodelLexer.RPAREN, EimodelLexer.RBRACK, EimodelLexer.RBRACE -> close(token);
          case EimodelLexer.EOF -> {
            closeAll(token);
            yield true;
          }
          default -> count(token);
        };
    if (!fine) {
      return false;
    }
    if (type == EimodelLexer.SEMICOLON) {
      startStatement();
    }
    last = token;
    return true;
  }

  private Level top() {
    return levels.peek();
  }

  /// {@return the innermost open bracket, which the caller knows to exist}
  private CommonToken opened() {
    return Objects.requireNonNull(top().open);
  }

  private void startStatement() {
    statementStart = null;
    top().deepest = 0;
    top().operators = 0;
  }

  private boolean open(CommonToken token) {
    if (token.getType() == EimodelLexer.LBRACE) {
      while (top().open != null && top().open.getType() != EimodelLexer.LBRACE) {
        reportOpen(top().open, token);
        closeTop();
      }
    }
    if (levels.size() > DEEPEST) {
      problems.add(
          problems
              .error(
                  SyntaxCode.TOO_DEEP,
                  place(token),
                  "brackets are nested more than " + DEEPEST + " deep")
              .withHelp("name inner parts with let"));
      return false;
    }
    if (!grow(token)) {
      return false;
    }
    out.add(token);
    levels.push(new Level(token, statementStart));
    if (token.getType() == EimodelLexer.LBRACE) {
      statementStart = null;
    }
    return true;
  }

  private boolean close(CommonToken token) {
    int wanted = opener(token.getType());
    boolean known = false;
    boolean stray = wanted == EimodelLexer.LBRACE && isClosedOnThisLine(top().open);
    for (Level level : levels) { // innermost first
      if (stray) {
        break;
      }
      if (level.open != null && level.open.getType() == wanted) {
        known = true;
        break;
      }
      if (level.open != null && level.open.getType() == EimodelLexer.LBRACE) {
        break;
      }
    }
    if (!known) {
      Diagnostic diagnostic =
          problems.error(
              SyntaxCode.STRAY_BRACKET, place(token), "`" + token.getText() + "` closes nothing");
      if (top().open != null && opened().getType() != EimodelLexer.LBRACE) {
        diagnostic =
            diagnostic
                .withNote(place(top().open), "this one is open")
                .withHelp("it is closed by " + closer(top().open));
      } else if (wanted == EimodelLexer.LBRACE) {
        diagnostic =
            diagnostic.withHelp("delete it, or look for a block above that ends too early");
      }
      braceProblem |= wanted == EimodelLexer.LBRACE;
      problems.add(diagnostic);
      return true;
    }
    while (opened().getType() != wanted) {
      reportOpen(opened(), token);
      closeTop();
    }
    pop();
    out.add(token);
    return true;
  }

  /// {@return whether the rest of the line closes a bracket, so that a brace between them is a slip}
  private boolean isClosedOnThisLine(@Nullable CommonToken open) {
    if (open == null || open.getType() == EimodelLexer.LBRACE) {
      return false;
    }
    int depth = 0;
    for (int k = at + 1; tokens.get(k).getType() != EimodelLexer.NEWLINE; k++) {
      switch (tokens.get(k).getType()) {
        case EimodelLexer.LPAREN, EimodelLexer.LBRACK -> depth++;
        case EimodelLexer.RPAREN, EimodelLexer.RBRACK -> depth--;
        case EimodelLexer.EOF, EimodelLexer.LBRACE, EimodelLexer.RBRACE -> {
          return false;
        }
        default -> {}
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private void closeAll(CommonToken end) {
    while (top().open != null) {
      reportOpen(top().open, end);
      closeTop();
    }
    out.add(end);
  }

  /// Puts the missing bracket behind the last token that is no line break.
  private void closeTop() {
    CommonToken open = pop();
    CommonToken end = Objects.requireNonNull(last, "an open bracket is a token");
    CommonToken made = new CommonToken(end);
    made.setType(
        open.getType() == EimodelLexer.LBRACE
            ? EimodelLexer.RBRACE
            : open.getType() == EimodelLexer.LPAREN ? EimodelLexer.RPAREN : EimodelLexer.RBRACK);
    made.setText(closer(open));
    made.setStartIndex(end.getStopIndex() + 1);
    made.setStopIndex(end.getStopIndex());
    int at = out.size();
    while (at > 0 && out.get(at - 1).getType() == EimodelLexer.NEWLINE) {
      at--;
    }
    out.add(at, made);
  }

  private CommonToken pop() {
    CommonToken open = opened();
    Level inner = levels.pop();
    top().deepest = Math.max(top().deepest, top().operators + inner.depth());
    if (open.getType() == EimodelLexer.LBRACE) {
      statementStart = inner.owner;
    }
    return open;
  }

  private void reportOpen(CommonToken open, CommonToken before) {
    if (open.getType() == EimodelLexer.LBRACE) {
      braceProblem = true;
      missing--;
    } else if (problems.anyOnLine(open.getLine())) {
      return; // a string without an end, or another bracket, explains it
    }
    String noticed =
        before.getType() == EimodelLexer.EOF ? "the end of the file" : "`" + before.getText() + "`";
    Diagnostic diagnostic =
        problems.error(
            SyntaxCode.OPEN_BRACKET,
            place(open),
            "`" + open.getText() + "` is not closed before " + noticed);
    if (before.getType() != EimodelLexer.EOF) {
      diagnostic = diagnostic.withNote(place(before), "noticed here");
    }
    problems.add(diagnostic.withHelp("add " + closer(open)));
  }

  /// A declaration that can only stand at the top of a file, or a member at the start of a line, shows what was forgotten.
  private void closeForgotten(CommonToken token, @Nullable CommonToken next) {
    boolean topLevel = LineStarts.beginsDeclaration(token, next);
    if (topLevel || LineStarts.beginsMember(token, next)) {
      while (top().open != null && top().open.getType() != EimodelLexer.LBRACE) {
        reportOpen(top().open, token);
        closeTop();
        startStatement();
      }
    }
    while (topLevel && missing > 0 && top().open != null) {
      reportOpen(top().open, token);
      closeTop();
      startStatement();
    }
  }

  private boolean count(CommonToken token) {
    out.add(token);
    return switch (token.getType()) {
      case EimodelLexer.COMMA -> {
        top().deepest = top().depth();
        top().operators = 0;
        yield true;
      }
      case EimodelLexer.PLUS,
          EimodelLexer.MINUS,
          EimodelLexer.STAR,
          EimodelLexer.SLASH,
          EimodelLexer.CARET,
          EimodelLexer.AND,
          EimodelLexer.OR,
          EimodelLexer.NOT,
          EimodelLexer.IF,
          EimodelLexer.ELSE,
          EimodelLexer.DOT,
          EimodelLexer.PRIME ->
          grow(token);
      default -> true;
    };
  }

  private boolean grow(CommonToken token) {
    top().operators++;
    int depth = 0;
    for (Level level : levels) {
      depth += level.operators;
    }
    if (depth <= LONGEST) {
      return true;
    }
    problems.add(
        problems
            .error(
                SyntaxCode.TOO_LONG,
                place(token),
                "an expression has more than " + LONGEST + " operators")
            .withHelp("name its parts with let, or put the numbers into a data file"));
    return false;
  }

  private Span place(CommonToken token) {
    return problems.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private static int opener(int closer) {
    return switch (closer) {
      case EimodelLexer.RPAREN -> EimodelLexer.LPAREN;
      case EimodelLexer.RBRACK -> EimodelLexer.LBRACK;
      default -> EimodelLexer.LBRACE;
    };
  }

  private static String closer(CommonToken open) {
    return switch (open.getType()) {
      case EimodelLexer.LPAREN -> ")";
      case EimodelLexer.LBRACK -> "]";
      default -> "}";
    };
  }
}
