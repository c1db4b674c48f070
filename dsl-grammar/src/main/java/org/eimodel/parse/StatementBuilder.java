package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.parse.grammar.EimodelParser.AssignStatementContext;
import org.eimodel.parse.grammar.EimodelParser.BlockContext;
import org.eimodel.parse.grammar.EimodelParser.ConditionalContext;
import org.eimodel.parse.grammar.EimodelParser.IfStatementContext;
import org.eimodel.parse.grammar.EimodelParser.LocalStatementContext;
import org.eimodel.parse.grammar.EimodelParser.RefractoryStatementContext;
import org.eimodel.parse.grammar.EimodelParser.SendStatementContext;
import org.eimodel.parse.grammar.EimodelParser.StatementContext;
import org.eimodel.syntax.Statement;
import org.eimodel.syntax.Statement.AssignOperator;

/// The statements of event blocks.
final class StatementBuilder {
  private final Places places;
  private final ExpressionBuilder expressions;

  StatementBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.expressions = expressions;
  }

  /// {@return the statements in order; none where there is no block}
  List<Statement> block(BlockContext context) {
    List<Statement> statements = new ArrayList<>();
    if (context != null) {
      for (StatementContext statement : context.statement()) {
        statements.add(statement(statement));
      }
    }
    return statements;
  }

  private Statement statement(StatementContext context) {
    return switch (context) {
      case RefractoryStatementContext c ->
          new Statement.Refractory(expressions.expression(c.expr()), places.of(c));
      case SendStatementContext c ->
          new Statement.Send(places.name(c.name()), expressions.expression(c.expr()), places.of(c));
      case LocalStatementContext c ->
          new Statement.Local(places.name(c.name()), expressions.expression(c.expr()), places.of(c));
      case IfStatementContext c -> conditional(c.conditional());
      case AssignStatementContext c ->
          new Statement.Assign(
              expressions.reference(c.reference()), operator(c.operator), expressions.expression(c.expr()), places.of(c));
      default -> throw new IllegalStateException("the grammar has no statement " + context.getText());
    };
  }

  private Statement conditional(ConditionalContext context) {
    List<Statement> otherwise =
        context.conditional() != null ? List.of(conditional(context.conditional())) : block(context.block(1));
    return new Statement.If(
        expressions.expression(context.expr()), block(context.block(0)), otherwise, places.of(context));
  }

  private static AssignOperator operator(Token token) {
    return switch (token.getType()) {
      case EimodelLexer.ASSIGN -> AssignOperator.SET;
      case EimodelLexer.PLUS_ASSIGN -> AssignOperator.ADD;
      case EimodelLexer.MINUS_ASSIGN -> AssignOperator.SUBTRACT;
      case EimodelLexer.STAR_ASSIGN -> AssignOperator.MULTIPLY;
      case EimodelLexer.SLASH_ASSIGN -> AssignOperator.DIVIDE;
      default -> throw new IllegalStateException("the grammar has no assignment " + token);
    };
  }
}
