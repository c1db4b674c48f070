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
import org.antlr.v4.runtime.tree.ParseTree;
import org.eimodel.parse.grammar.EimodelParser;
import org.jspecify.annotations.Nullable;

/// A statement that does not fit the grammar.
///
/// @param tokens of the statement, without the mark of its end
/// @param at the position in `tokens` of the first that does not fit; their number when the end itself does not fit
/// @param offending the token that does not fit
/// @param expected the types that would have fitted
/// @param rules the rules under way, innermost first
/// @param completed the rules that ended with the token before the offending one, outermost first
record Mistake(
    List<Token> tokens,
    int at,
    Token offending,
    IntervalSet expected,
    List<Integer> rules,
    List<Integer> completed) {

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
    for (RuleContext context = (ParserRuleContext) error.getCtx();
        context != null;
        context = context.parent) {
      rules.add(context.getRuleIndex());
    }
    List<Integer> completed = completed((ParserRuleContext) error.getCtx());
    return new Mistake(
        tokens,
        place - first,
        error.getOffendingToken(),
        parser.getExpectedTokens(),
        rules,
        completed);
  }

  /// {@return the rules on the right edge of the tree that was built so far}
  private static List<Integer> completed(ParserRuleContext failed) {
    ParserRuleContext context = failed;
    while (lastChild(context) == null && context.getParent() != null) {
      context = context.getParent();
    }
    List<Integer> rules = new ArrayList<>();
    ParseTree child = lastChild(context);
    while (child instanceof ParserRuleContext rule) {
      rules.add(rule.getRuleIndex());
      child = lastChild(rule);
    }
    return rules;
  }

  /// {@return the last child that has read something}
  private static @Nullable ParseTree lastChild(ParserRuleContext context) {
    for (int k = context.getChildCount() - 1; k >= 0; k--) {
      ParseTree child = context.getChild(k);
      if (!(child instanceof ParserRuleContext rule && rule.getChildCount() == 0)) {
        return child;
      }
    }
    return null;
  }

  /// {@return whether an expression was complete before the offending token}
  boolean isAfterExpression() {
    return completed.contains(EimodelParser.RULE_primary);
  }

  /// {@return the innermost kind of block around the statement}
  Place place() {
    for (int rule : rules) {
      switch (rule) {
        case EimodelParser.RULE_statementLine, EimodelParser.RULE_block -> {
          return Place.BLOCK;
        }
        case EimodelParser.RULE_bodyLine, EimodelParser.RULE_body -> {
          return Place.BODY;
        }
        case EimodelParser.RULE_memberLine -> {
          return Place.TEMPLATE;
        }
        case EimodelParser.RULE_template -> {
          return at == 0
              ? Place.TEMPLATE
              : Place.TOP; // else the mistake is in the template's first line
        }
        default -> {}
      }
    }
    return Place.TOP;
  }

  /// Where a statement stands.
  enum Place {
    TOP,
    TEMPLATE,
    BLOCK,
    BODY
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
      if (type == Token.EOF
          || (depth == 0 && (type == EimodelParser.END || type == EimodelParser.RBRACE))) {
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
    return Math.max(
        offending.getStopIndex(), tokens.isEmpty() ? 0 : tokens.getLast().getStopIndex());
  }

  /// {@return the type of a token of the statement, [Token#EOF] beyond it}
  int type(int k) {
    return k >= 0 && k < tokens.size() ? tokens.get(k).getType() : Token.EOF;
  }

  /// {@return the text of a token of the statement, empty beyond it}
  String text(int k) {
    return k >= 0 && k < tokens.size() ? TokenNames.shown(tokens.get(k)) : "";
  }

  /// {@return whether the statement ends where more should follow}
  boolean isUnfinished() {
    return at >= tokens.size();
  }
}
