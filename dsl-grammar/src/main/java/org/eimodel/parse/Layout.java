package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.eimodel.parse.grammar.EimodelLexer;
import org.jspecify.annotations.Nullable;

/// Where statements end, and which words are units.
///
/// A newline ends a statement unless it stands inside `( )` or `[ ]`, after an operator, a comma or `{`, or before `{`,
/// `then` or `else`. A word or bracket that follows a number on its own line is the number's unit.
final class Layout {
  private final Problems problems;
  private final List<CommonToken> out = new ArrayList<>();
  private int brackets;
  private @Nullable CommonToken pendingEnd;

  private Layout(Problems problems) {
    this.problems = problems;
  }

  /// {@return the tokens without newlines and semicolons, with an [EimodelLexer#END] between statements}
  static List<CommonToken> lay(List<CommonToken> tokens, Problems problems) {
    Layout layout = new Layout(problems);
    for (int k = 0; k < tokens.size(); k++) {
      layout.take(tokens.get(k), k + 1 < tokens.size() ? tokens.get(k + 1) : null);
    }
    layout.markUnits();
    return layout.out;
  }

  private void take(CommonToken token, @Nullable CommonToken next) {
    switch (token.getType()) {
      case EimodelLexer.NEWLINE -> {
        if (brackets == 0 && pendingEnd == null) {
          pendingEnd = token;
        }
      }
      case EimodelLexer.SEMICOLON -> {
        if (brackets == 0) {
          pendingEnd = token;
        } else {
          out.add(token);
        }
      }
      default -> {
        emitEnd(token);
        if (atStart()
            && Words.isFree(token.getType())
            && next != null
            && bindsName(next.getType())) {
          token.setType(EimodelLexer.ID); // `weight' = ...` is an equation of a state called weight
        }
        brackets += depthChange(token.getType());
        out.add(token);
      }
    }
  }

  private void emitEnd(CommonToken before) {
    boolean closing =
        before.getType() == EimodelLexer.RBRACE || before.getType() == EimodelLexer.EOF;
    CommonToken end = pendingEnd == null && closing ? before : pendingEnd;
    pendingEnd = null;
    if (end == null || atStart()) {
      return;
    }
    boolean newline = end.getType() == EimodelLexer.NEWLINE;
    if (newline && !closing && continuesAfter(out.getLast().getType())) {
      return;
    }
    boolean dropped =
        switch (before.getType()) {
          case EimodelLexer.LBRACE, EimodelLexer.THEN, EimodelLexer.ELSE -> newline;
          default -> false;
        };
    if (!dropped) {
      CommonToken mark = new CommonToken(end);
      mark.setType(EimodelLexer.END);
      mark.setStopIndex(mark.getStartIndex()); // a line break may have two characters
      out.add(mark);
    }
  }

  private boolean atStart() {
    if (out.isEmpty()) {
      return true;
    }
    int last = out.getLast().getType();
    return last == EimodelLexer.END || last == EimodelLexer.LBRACE;
  }

  private static boolean bindsName(int type) {
    return switch (type) {
      case EimodelLexer.PRIME,
          EimodelLexer.TILDE,
          EimodelLexer.ASSIGN,
          EimodelLexer.PLUS_ASSIGN,
          EimodelLexer.MINUS_ASSIGN,
          EimodelLexer.STAR_ASSIGN,
          EimodelLexer.SLASH_ASSIGN ->
          true;
      default -> false;
    };
  }

  private static int depthChange(int type) {
    return switch (type) {
      case EimodelLexer.LPAREN, EimodelLexer.LBRACK -> 1;
      case EimodelLexer.RPAREN, EimodelLexer.RBRACK -> -1;
      default -> 0;
    };
  }

  private static boolean continuesAfter(int type) {
    return switch (type) {
      case EimodelLexer.COMMA,
          EimodelLexer.COLON,
          EimodelLexer.DOT,
          EimodelLexer.DOTDOT,
          EimodelLexer.ARROW,
          EimodelLexer.TILDE,
          EimodelLexer.ASSIGN,
          EimodelLexer.PLUS_ASSIGN,
          EimodelLexer.MINUS_ASSIGN,
          EimodelLexer.STAR_ASSIGN,
          EimodelLexer.SLASH_ASSIGN,
          EimodelLexer.EQUAL,
          EimodelLexer.NOT_EQUAL,
          EimodelLexer.LESS,
          EimodelLexer.LESS_EQUAL,
          EimodelLexer.GREATER,
          EimodelLexer.GREATER_EQUAL,
          EimodelLexer.PLUS,
          EimodelLexer.MINUS,
          EimodelLexer.STAR,
          EimodelLexer.SLASH,
          EimodelLexer.CARET,
          EimodelLexer.AND,
          EimodelLexer.OR,
          EimodelLexer.NOT,
          EimodelLexer.CROSSES,
          EimodelLexer.IF,
          EimodelLexer.THEN,
          EimodelLexer.ELSE,
          EimodelLexer.OF,
          EimodelLexer.WITH,
          EimodelLexer.USING,
          EimodelLexer.WHERE,
          EimodelLexer.IN,
          EimodelLexer.UNLESS,
          EimodelLexer.WHEN,
          EimodelLexer.PER ->
          true;
      default -> false;
    };
  }

  /// `20 ms`, `3.5 [mm/ms]`, `: [uF/cm^2]`: gives the unit's tokens their types.
  private void markUnits() {
    for (int k = 1; k < out.size(); k++) {
      CommonToken before = out.get(k - 1);
      CommonToken token = out.get(k);
      boolean afterNumber =
          before.getType() == EimodelLexer.NUMBER && before.getLine() == token.getLine();
      if (token.getType() == EimodelLexer.ID && afterNumber) {
        token.setType(EimodelLexer.UNIT);
        checkPower(before, token, k + 1);
      } else if (token.getType() == EimodelLexer.LBRACK
          && (afterNumber || before.getType() == EimodelLexer.COLON)) {
        token.setType(EimodelLexer.UNIT_OPEN);
        int open = k;
        while (k < out.size() && out.get(k).getType() != EimodelLexer.RBRACK) {
          if (Character.isLetter(out.get(k).getText().charAt(0))) {
            out.get(k).setType(EimodelLexer.UNIT);
          }
          k++;
        }
        if (afterNumber && k < out.size()) {
          checkPower(before, out.get(k), k + 1);
        }
        if (k >= out.size()) {
          k = open; // the bracket is never closed, which was reported
        }
      }
    }
  }

  /// `20 ms^2` has two readings: neither is taken.
  private void checkPower(CommonToken number, CommonToken unitEnd, int next) {
    if (next >= out.size() || out.get(next).getType() != EimodelLexer.CARET) {
      return;
    }
    CommonToken caret = out.get(next);
    CommonToken exponent = next + 1 < out.size() ? out.get(next + 1) : caret;
    boolean negative = exponent.getType() == EimodelLexer.MINUS && next + 2 < out.size();
    String power = negative ? "-" + out.get(next + 2).getText() : exponent.getText();
    int end = (negative ? out.get(next + 2) : exponent).getStopIndex() + 1;
    String whole = problems.text(number.getStartIndex(), unitEnd.getStopIndex() + 1);
    String unit = unitEnd.getType() == EimodelLexer.UNIT ? unitEnd.getText() : null;
    var diagnostic =
        problems.error(
            SyntaxCode.UNIT_POWER,
            problems.span(number.getStartIndex(), end),
            "a power after a unit can be read in two ways");
    if (unit != null) {
      diagnostic =
          diagnostic.withHelp(
              "write "
                  + number.getText()
                  + " ["
                  + unit
                  + "^"
                  + power
                  + "] when only the unit has the power");
    } else {
      diagnostic =
          diagnostic.withHelp(
              "write the power inside the unit's brackets when only the unit has it");
    }
    problems.add(
        diagnostic.withHelp("write (" + whole + ")^" + power + " when the whole quantity has it"));
  }
}
