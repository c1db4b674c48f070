package org.eimodel.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelParser.NameContext;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Where the nodes of the parse tree were written.
record Places(SourceText source) {

  Span of(Token token) {
    return new Span(source, token.getStartIndex(), token.getStopIndex() + 1);
  }

  Span of(ParserRuleContext context) {
    return between(context.getStart(), context.getStop());
  }

  Span between(Token first, Token last) {
    return new Span(
        source, first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
  }

  Identifier name(NameContext context) {
    return identifier(context.getStart());
  }

  Identifier identifier(Token token) {
    return new Identifier(token.getText(), of(token));
  }
}
