package org.eimodel.parse;

import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;

/// Tokens as an error message calls them.
final class TokenNames {
  private TokenNames() {}

  /// {@return a token's text, shortened where it is very long}
  static String shown(Token token) {
    String text = token.getText();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  /// {@return as `of`, or in words where a token has no text of its own}
  static String of(int type) {
    return switch (type) {
      case EimodelLexer.ID -> "a name";
      case EimodelLexer.NUMBER -> "a number";
      case EimodelLexer.STRING -> "a string";
      case EimodelLexer.UNIT, EimodelLexer.UNIT_OPEN -> "a unit";
      case EimodelLexer.END, Token.EOF -> "the end of the statement";
      case EimodelLexer.FINISH -> "`end`";
      default -> {
        String literal = EimodelLexer.VOCABULARY.getLiteralName(type);
        String symbol = EimodelLexer.VOCABULARY.getSymbolicName(type);
        yield literal != null
            ? "`" + literal.substring(1, literal.length() - 1).replace("\\'", "'") + "`"
            : "`" + symbol.toLowerCase(Locale.ROOT) + "`";
      }
    };
  }
}
