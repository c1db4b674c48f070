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
import org.eimodel.parse.grammar.EimodelParser.StatementLineContext;
import org.eimodel.parse.grammar.EimodelParserBaseVisitor;
import org.eimodel.syntax.Statement;
import org.eimodel.syntax.Statement.AssignOperator;

/// The statements of event blocks.
final class StatementBuilder extends EimodelParserBaseVisitor<Statement> {
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
      for (StatementLineContext line : context.statementLine()) {
        statements.add(line.statement().accept(this));
      }
    }
    return statements;
  }

  @Override
  public Statement visitRefractoryStatement(RefractoryStatementContext context) {
    return new Statement.Refractory(expressions.expression(context.expr()), places.of(context));
  }

  @Override
  public Statement visitSendStatement(SendStatementContext context) {
    return new Statement.Send(
        places.name(context.name()), expressions.expression(context.expr()), places.of(context));
  }

  @Override
  public Statement visitLocalStatement(LocalStatementContext context) {
    return new Statement.Local(
        places.name(context.name()), expressions.expression(context.expr()), places.of(context));
  }

  @Override
  public Statement visitIfStatement(IfStatementContext context) {
    return visitConditional(context.conditional());
  }

  @Override
  public Statement visitConditional(ConditionalContext context) {
    List<Statement> otherwise =
        context.conditional() == null
            ? block(context.block(1))
            : List.of(visitConditional(context.conditional()));
    return new Statement.If(
        expressions.expression(context.expr()),
        block(context.block(0)),
        otherwise,
        places.of(context));
  }

  @Override
  public Statement visitAssignStatement(AssignStatementContext context) {
    return new Statement.Assign(
        expressions.reference(context.reference()),
        operator(context.operator),
        expressions.expression(context.expr()),
        places.of(context));
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
