package org.eimodel.parse;

import org.eimodel.syntax.Diagnostic;

/// Words for a statement that does not fit the grammar.
final class SyntaxMessages {
  private SyntaxMessages() {}

  static Diagnostic explain(Mistake mistake, Problems problems) {
    return problems.error(SyntaxCode.UNEXPECTED,
        problems.span(mistake.offending().getStartIndex(), mistake.offending().getStopIndex() + 1),
        "unexpected `" + mistake.offending().getText() + "`");
  }
}
