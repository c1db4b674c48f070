package org.eimodel.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.eimodel.parse.grammar.EimodelParser;

/// One error for one statement: reports the first thing that does not fit and goes on behind the statement's end.
final class StatementRecovery extends DefaultErrorStrategy {
  private final Problems problems;

  StatementRecovery(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (inErrorRecoveryMode(parser)) {
      return;
    }
    beginErrorCondition(parser);
    Mistake mistake = Mistake.at(parser, error);
    // A slip that was already named, in a character or a bracket, explains the rest of its
    // statement.
    if (!problems.anyIn(mistake.start(), mistake.end())) {
      problems.add(SyntaxMessages.explain(mistake, problems));
    }
  }

  /// Skips to the end of the statement, over whole blocks.
  @Override
  public void recover(Parser parser, RecognitionException error) {
    int depth = 0;
    while (true) {
      int type = parser.getInputStream().LA(1);
      if (type == Token.EOF
          || (depth == 0 && (type == EimodelParser.END || type == EimodelParser.RBRACE))) {
        return;
      }
      depth += type == EimodelParser.LBRACE ? 1 : type == EimodelParser.RBRACE ? -1 : 0;
      parser.consume();
    }
  }

  /// Never invents or drops a token.
  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /// Decisions look at one token and report by themselves, but for one: where a list of statements goes on, a word that
  /// begins no statement would end the list.
  @Override
  public void sync(Parser parser) {
    Token before = parser.getInputStream().LT(-1);
    boolean atStart =
        before == null
            || before.getType() == EimodelParser.END
            || before.getType() == EimodelParser.LBRACE;
    int type = parser.getInputStream().LA(1);
    if (!atStart
        || type == EimodelParser.END
        || type == EimodelParser.RBRACE
        || type == Token.EOF) {
      return;
    }
    ATNState state = parser.getATN().states.get(parser.getState());
    if (!parser.getATN().nextTokens(state).contains(type)) {
      RecognitionException error = new InputMismatchException(parser);
      reportError(parser, error);
      recover(parser, error);
    }
  }
}
