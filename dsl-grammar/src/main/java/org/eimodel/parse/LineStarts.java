package org.eimodel.parse;

import org.antlr.v4.runtime.CommonToken;
import org.eimodel.parse.grammar.EimodelLexer;
import org.jspecify.annotations.Nullable;

/// Words at the start of a line that show, by what follows them, that something new begins: whatever is still open was
/// forgotten.
final class LineStarts {
  private LineStarts() {}

  /// {@return whether a declaration begins here that can only stand at the top of a file}
  static boolean beginsDeclaration(CommonToken token, @Nullable CommonToken next) {
    return switch (token.getType()) {
      case EimodelLexer.NEURON,
          EimodelLexer.SYNAPSE,
          EimodelLexer.PLASTICITY,
          EimodelLexer.POPULATION,
          EimodelLexer.PROJECTION ->
          isWord(next);
      case EimodelLexer.INDEX, EimodelLexer.DATA, EimodelLexer.DRIVE, EimodelLexer.RECORD ->
          isWord(next);
      case EimodelLexer.IMPORT -> next != null && next.getType() == EimodelLexer.STRING;
      default -> false;
    };
  }

  /// {@return whether a member, an equation or a line of the protocol begins here}
  static boolean beginsMember(CommonToken token, @Nullable CommonToken next) {
    return switch (token.getType()) {
      case EimodelLexer.PARAM,
          EimodelLexer.STATE,
          EimodelLexer.LET,
          EimodelLexer.CONNECT,
          EimodelLexer.INPUT,
          EimodelLexer.WEIGHT,
          EimodelLexer.SPIKE,
          EimodelLexer.RUN,
          EimodelLexer.SET ->
          isWord(next) || (next != null && next.getType() == EimodelLexer.NUMBER);
      default ->
          next != null
              && token.getType() == EimodelLexer.ID
              && next.getType() == EimodelLexer.PRIME;
    };
  }

  private static boolean isWord(@Nullable CommonToken token) {
    return token != null && Character.isLetter(token.getText().charAt(0));
  }
}
