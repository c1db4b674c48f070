package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Characters to tokens. What belongs to another language or to a word processor is named, and then read as what was
/// meant, so that one slip is one error.
final class Scanner {
  private final Problems problems;
  private final List<CommonToken> raw = new ArrayList<>();
  private final List<CommonToken> out = new ArrayList<>();
  private boolean commentReported;

  private Scanner(SourceText source, Problems problems) {
    this.problems = problems;
    EimodelLexer lexer = new EimodelLexer(new TextStream(source));
    lexer.removeErrorListeners(); // every character is a token: there is nothing to listen for
    Token token;
    do {
      token = lexer.nextToken();
      raw.add((CommonToken) token);
    } while (token.getType() != Token.EOF);
  }

  /// {@return the tokens of a text, newlines and the end of the file included}
  static List<CommonToken> scan(SourceText source, Problems problems) {
    Scanner scanner = new Scanner(source, problems);
    for (int k = 0; k < scanner.raw.size(); ) {
      k = scanner.take(k);
    }
    return scanner.out;
  }

  /// Takes the token at `k` and perhaps some that belong to it.
  ///
  /// @return the position of the next one
  private int take(int k) {
    CommonToken token = raw.get(k);
    switch (token.getType()) {
      case EimodelLexer.ID -> {
        token.setType(Words.typeOf(token.getText()));
        out.add(token);
      }
      case EimodelLexer.NUMBER -> {
        return number(k);
      }
      case EimodelLexer.DOT -> dot(k);
      case EimodelLexer.PRIME -> {
        return prime(k);
      }
      case EimodelLexer.STARSTAR -> foreign(token, EimodelLexer.CARET, "^", "as in x ^ 2");
      case EimodelLexer.AMPERSANDS ->
          foreign(token, EimodelLexer.AND, "and", "as in x > 0 and y > 0");
      case EimodelLexer.BARS ->
          foreign(
              token, EimodelLexer.OR, "or", "as in x > 0 or y > 0; the absolute value is abs(x)");
      case EimodelLexer.BANG -> foreign(token, EimodelLexer.NOT, "not", "as in not (x > 0)");
      case EimodelLexer.HASH_COMMENT, EimodelLexer.BLOCK_COMMENT -> comment(token);
      case EimodelLexer.OPEN_STRING -> {
        problems.add(
            problems
                .error(
                    SyntaxCode.OPEN_STRING, place(token), "this string is not closed on its line")
                .withHelp("add the closing \""));
        token.setType(EimodelLexer.STRING);
        token.setText("\"\"");
        out.add(token);
      }
      case EimodelLexer.STRANGE -> {
        return strange(k);
      }
      default -> out.add(token);
    }
    return k + 1;
  }

  private Span place(CommonToken token) {
    return problems.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private void foreign(CommonToken token, int type, String ours, String help) {
    problems.add(
        problems
            .error(
                SyntaxCode.FOREIGN_OPERATOR,
                place(token),
                "`" + token.getText() + "` is written `" + ours + "` here")
            .withHelp(help));
    token.setType(type);
    out.add(token);
  }

  private void comment(CommonToken token) {
    if (!commentReported) { // one who writes # writes it often
      boolean hash = token.getType() == EimodelLexer.HASH_COMMENT;
      Span begin = problems.span(token.getStartIndex(), token.getStartIndex() + (hash ? 1 : 2));
      problems.add(
          problems
              .error(SyntaxCode.COMMENT_FORM, begin, "comments begin with //")
              .withHelp(
                  "write // instead of " + (hash ? "#" : "/* */, on every line of the comment")));
      commentReported = true;
    }
  }

  private int number(int k) {
    CommonToken token = raw.get(k);
    out.add(token);
    String digits = token.getText();
    double value = digits.length() > 60 ? Double.NaN : Double.parseDouble(digits);
    if (!Double.isFinite(value) || (value == 0 && !isZero(digits))) {
      problems.add(
          problems
              .error(
                  SyntaxCode.NUMBER_FORM,
                  place(token),
                  "this number is too long, too large or too small")
              .withHelp("numbers have at most 60 characters and lie between 1e-323 and 1e308"));
      token.setText("1");
    }
    CommonToken next = raw.get(k + 1);
    if (next.getType() == EimodelLexer.DOT && adjacent(token, next)) {
      problems.add(
          problems
              .error(
                  SyntaxCode.NUMBER_FORM,
                  place(token).to(place(next)),
                  "a digit follows the point of a number")
              .withHelp("write " + digits + ".0 or " + digits));
      return k + 2;
    }
    return k + 1;
  }

  private static boolean isZero(String digits) {
    for (int k = 0; k < digits.length(); k++) {
      char c = digits.charAt(k);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private void dot(int k) {
    CommonToken token = raw.get(k);
    CommonToken next = raw.get(k + 1);
    boolean number = next.getType() == EimodelLexer.NUMBER && adjacent(token, next);
    if (!number || (k > 0 && raw.get(k - 1).getType() == EimodelLexer.DOT)) {
      out.add(token);
      return;
    }
    problems.add(
        problems
            .error(
                SyntaxCode.NUMBER_FORM,
                place(token).to(place(next)),
                "a digit stands before the point of a number")
            .withHelp("write 0." + next.getText()));
  }

  /// `v'` is a derivative; a quote anywhere else begins a string in another language.
  private int prime(int k) {
    CommonToken token = raw.get(k);
    CommonToken before = k == 0 ? null : raw.get(k - 1);
    boolean derivative =
        before != null
            && adjacent(before, token)
            && (before.getType() == EimodelLexer.PRIME
                || Character.isLetterOrDigit(lastCharacter(before)));
    if (derivative) {
      out.add(token);
      return k + 1;
    }
    int end = k + 1;
    while (!endsLine(end) && raw.get(end).getType() != EimodelLexer.PRIME) {
      end++;
    }
    CommonToken last = raw.get(endsLine(end) ? end - 1 : end);
    String inner =
        problems.text(
            token.getStartIndex() + 1, Math.max(token.getStartIndex() + 1, last.getStartIndex()));
    problems.add(
        problems
            .error(
                SyntaxCode.SINGLE_QUOTES,
                place(token).to(place(last)),
                "strings stand in double quotes")
            .withHelp(
                endsLine(end) || inner.length() > 60
                    ? "a single quote only marks a derivative, as in v' = ..."
                    : "write \"" + inner + "\""));
    CommonToken string = new CommonToken(token);
    string.setType(EimodelLexer.STRING);
    string.setText("\"\"");
    string.setStopIndex(last.getStopIndex());
    out.add(string);
    return endsLine(end) ? end : end + 1;
  }

  private boolean endsLine(int k) {
    int type = raw.get(k).getType();
    return type == EimodelLexer.NEWLINE || type == Token.EOF;
  }

  private static char lastCharacter(CommonToken token) {
    String text = token.getText();
    char last = text.charAt(text.length() - 1);
    return last == '_' ? 'a' : last;
  }

  private static boolean adjacent(CommonToken first, CommonToken second) {
    return first.getStopIndex() + 1 == second.getStartIndex();
  }

  private int strange(int k) {
    CommonToken token = raw.get(k);
    if (token.getStartIndex() == 0 && token.getText().equals("\uFEFF")) {
      return 1; // the byte order mark of an editor
    }
    int end = k;
    while (raw.get(end + 1).getType() == EimodelLexer.STRANGE
        && adjacent(raw.get(end), raw.get(end + 1))) {
      end++;
    }
    Span span = place(token).to(place(raw.get(end)));
    StrangeCharacters.Meaning meaning = StrangeCharacters.meaning(span.text());
    Diagnostic diagnostic =
        problems.error(
            SyntaxCode.STRANGE_CHARACTER, span, meaning.name() + " is not part of the language");
    problems.add(meaning.help().isEmpty() ? diagnostic : diagnostic.withHelp(meaning.help()));
    if (meaning.type() != Token.INVALID_TYPE) {
      token.setType(meaning.type());
      token.setStopIndex(span.end() - 1);
      out.add(token);
    }
    return end + 1;
  }
}
