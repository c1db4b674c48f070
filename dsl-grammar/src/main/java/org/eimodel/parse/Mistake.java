package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.eimodel.parse.grammar.EimodelParser;

/// A statement that does not fit the grammar.
///
/// @param tokens of the statement, without the mark of its end
/// @param at the position in `tokens` of the first that does not fit; their number when the end itself does not fit
/// @param offending the token that does not fit
/// @param expected the types that would have fitted
/// @param rules the rules under way, innermost first
record Mistake(List<Token> tokens, int at, Token offending, IntervalSet expected, List<Integer> rules) {

  static Mistake at(Parser parser, RecognitionException error) {
    TokenStream stream = parser.getInputStream();
    int place = error.getOffendingToken().getTokenIndex();
    int first = start(stream, place);
    int end = end(stream, place);
    List<Token> tokens = new ArrayList<>();
    for (int k = first; k < end; k++) {
      tokens.add(stream.get(k));
    }
    List<Integer> rules = new ArrayList<>();
    for (RuleContext context = (ParserRuleContext) error.getCtx(); context != null; context = context.parent) {
      rules.add(context.getRuleIndex());
    }
    return new Mistake(tokens, place - first, error.getOffendingToken(), parser.getExpectedTokens(), rules);
  }

  /// {@return the first token of the statement around `place`, going back over whole blocks}
  private static int start(TokenStream stream, int place) {
    int depth = 0;
    int first = place;
    while (first > 0) {
      int type = stream.get(first - 1).getType();
      depth += type == EimodelParser.RBRACE ? 1 : type == EimodelParser.LBRACE ? -1 : 0;
      if (depth < 0 || (depth == 0 && type == EimodelParser.END)) {
        return first;
      }
      first--;
    }
    return first;
  }

  private static int end(TokenStream stream, int place) {
    int depth = 0;
    int end = place;
    while (true) {
      int type = stream.get(end).getType();
      if (type == Token.EOF || (depth == 0 && (type == EimodelParser.END || type == EimodelParser.RBRACE))) {
        return end;
      }
      depth += type == EimodelParser.LBRACE ? 1 : type == EimodelParser.RBRACE ? -1 : 0;
      end++;
    }
  }

  /// {@return the offset of the statement's first character}
  int start() {
    return tokens.isEmpty() ? offending.getStartIndex() : tokens.getFirst().getStartIndex();
  }

  /// {@return the offset of the statement's last character}
  int end() {
    return Math.max(offending.getStopIndex(), tokens.isEmpty() ? 0 : tokens.getLast().getStopIndex());
  }

  /// {@return the type of a token of the statement, [Token#EOF] beyond it}
  int type(int k) {
    return k >= 0 && k < tokens.size() ? tokens.get(k).getType() : Token.EOF;
  }

  /// {@return the text of a token of the statement, empty beyond it}
  String text(int k) {
    return k >= 0 && k < tokens.size() ? tokens.get(k).getText() : "";
  }

  /// {@return whether a rule is under way}
  boolean inside(int rule) {
    return rules.contains(rule);
  }

  /// {@return whether the statement ends where more should follow}
  boolean isUnfinished() {
    return at >= tokens.size();
  }
}
