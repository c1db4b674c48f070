package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.parse.grammar.EimodelParser.ArgumentContext;
import org.eimodel.parse.grammar.EimodelParser.ArgumentsContext;
import org.eimodel.parse.grammar.EimodelParser.ComparisonContext;
import org.eimodel.parse.grammar.EimodelParser.ConjunctionContext;
import org.eimodel.parse.grammar.EimodelParser.DisjunctionContext;
import org.eimodel.parse.grammar.EimodelParser.ExprContext;
import org.eimodel.parse.grammar.EimodelParser.IndexItemContext;
import org.eimodel.parse.grammar.EimodelParser.NegationContext;
import org.eimodel.parse.grammar.EimodelParser.PowerContext;
import org.eimodel.parse.grammar.EimodelParser.PrimaryContext;
import org.eimodel.parse.grammar.EimodelParser.ProductContext;
import org.eimodel.parse.grammar.EimodelParser.RangeContext;
import org.eimodel.parse.grammar.EimodelParser.ReferenceContext;
import org.eimodel.parse.grammar.EimodelParser.SignContext;
import org.eimodel.parse.grammar.EimodelParser.SuffixContext;
import org.eimodel.parse.grammar.EimodelParser.SumContext;
import org.eimodel.syntax.Binder;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Expression.BinaryOperator;
import org.eimodel.syntax.Expression.UnaryOperator;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.UnitSyntax;

/// Expressions, operator by operator. Chains such as `a + b + c` are read in a loop and lean to the left.
final class ExpressionBuilder {
  private final Places places;
  private final Problems problems;
  private final UnitBuilder units;

  ExpressionBuilder(Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
    this.units = new UnitBuilder(places, problems);
  }

  UnitBuilder units() {
    return units;
  }

  Expression expression(ExprContext context) {
    if (context.disjunction() != null) {
      return disjunction(context.disjunction());
    }
    return new Expression.Conditional(
        expression(context.expr(0)),
        expression(context.expr(1)),
        expression(context.expr(2)),
        places.of(context));
  }

  private Expression disjunction(DisjunctionContext context) {
    Expression left = conjunction(context.conjunction(0));
    for (int k = 1; k < context.conjunction().size(); k++) {
      ConjunctionContext right = context.conjunction(k);
      left =
          new Expression.Binary(BinaryOperator.OR, left, conjunction(right), upTo(context, right));
    }
    return left;
  }

  private Expression conjunction(ConjunctionContext context) {
    Expression left = negation(context.negation(0));
    for (int k = 1; k < context.negation().size(); k++) {
      NegationContext right = context.negation(k);
      left = new Expression.Binary(BinaryOperator.AND, left, negation(right), upTo(context, right));
    }
    return left;
  }

  private Expression negation(NegationContext context) {
    return context.negation() != null
        ? new Expression.Unary(UnaryOperator.NOT, negation(context.negation()), places.of(context))
        : comparison(context.comparison());
  }

  private Expression comparison(ComparisonContext context) {
    Expression left = sum(context.sum(0));
    if (context.operator == null) {
      return left;
    }
    Expression right = sum(context.sum(1));
    return context.operator.getType() == EimodelLexer.CROSSES
        ? new Expression.Crosses(left, right, places.of(context))
        : new Expression.Binary(operator(context.operator), left, right, places.of(context));
  }

  private Expression sum(SumContext context) {
    Expression left = product(context.product(0));
    for (int k = 1; k < context.getChildCount(); k += 2) {
      ProductContext right = (ProductContext) context.getChild(k + 1);
      left =
          new Expression.Binary(
              operator(context.getChild(k)), left, product(right), upTo(context, right));
    }
    return left;
  }

  private Expression product(ProductContext context) {
    Expression left = sign(context.sign(0));
    for (int k = 1; k < context.getChildCount(); k += 2) {
      SignContext right = (SignContext) context.getChild(k + 1);
      left =
          new Expression.Binary(
              operator(context.getChild(k)), left, sign(right), upTo(context, right));
    }
    return left;
  }

  private Expression sign(SignContext context) {
    return context.sign() != null
        ? new Expression.Unary(UnaryOperator.NEGATE, sign(context.sign()), places.of(context))
        : power(context.power());
  }

  private Expression power(PowerContext context) {
    Expression base = primary(context.primary());
    return context.sign() == null
        ? base
        : new Expression.Binary(
            BinaryOperator.POWER, base, sign(context.sign()), places.of(context));
  }

  private Expression primary(PrimaryContext context) {
    Span span = places.of(context);
    if (context.reference() != null) {
      return reference(context.reference());
    }
    Token first = context.getStart();
    return switch (first.getType()) {
      case EimodelLexer.NUMBER -> {
        Optional<UnitSyntax> unit =
            context.unit() == null ? Optional.empty() : Optional.of(units.unit(context.unit()));
        yield new Expression.Number(first.getText(), unit, span);
      }
      case EimodelLexer.STRING -> text(first);
      case EimodelLexer.TRUE -> new Expression.Truth(true, span);
      case EimodelLexer.FALSE -> new Expression.Truth(false, span);
      case EimodelLexer.LPAREN -> expression(context.expr(0));
      case EimodelLexer.LBRACK -> listOf(context.expr(), span);
      default ->
          throw new IllegalStateException("the grammar has no operand that begins with " + first);
    };
  }

  private Expression listOf(List<ExprContext> contexts, Span span) {
    List<Expression> elements = new ArrayList<>();
    for (ExprContext element : contexts) {
      elements.add(expression(element));
    }
    return new Expression.ListOf(elements, span);
  }

  /// {@return what stands between the quotes; a backslash escapes a quote or itself}
  Expression.Text text(Token token) {
    Span span = places.of(token);
    String quoted = token.getText();
    StringBuilder value = new StringBuilder();
    for (int k = 1; k < quoted.length() - 1; k++) {
      char c = quoted.charAt(k);
      if (c == '\\') {
        c = quoted.charAt(++k);
        if (c != '"' && c != '\\') {
          problems.add(
              problems
                  .error(SyntaxCode.STRING_ESCAPE, span, "\\" + c + " means nothing in a string")
                  .withHelp(
                      "only \\\" and \\\\ are escapes; folders of a file name are separated by /"));
        }
      }
      value.append(c);
    }
    return new Expression.Text(value.toString(), span);
  }

  /// {@return a name with its calls, members and indices}
  Expression reference(ReferenceContext context) {
    return reference(context, false);
  }

  /// {@return the same, where `a in area` may stand between index brackets}
  Expression reference(ReferenceContext context, boolean binders) {
    Identifier name = places.name(context.name());
    Expression result =
        context.arguments() == null
            ? new Expression.Name(name.name(), name.span())
            : new Expression.Call(
                name, arguments(context.arguments()), upTo(context, context.arguments()));
    for (SuffixContext suffix : context.suffix()) {
      Span span = upTo(context, suffix);
      if (suffix.name() != null) {
        result = new Expression.Member(result, places.name(suffix.name()), span);
      } else {
        if (suffix.expr() != null && !binders) {
          misplacedBinder(places.of(suffix.WHERE().getSymbol()), "where");
        }
        result = new Expression.Index(result, indexItems(suffix, binders), span);
      }
    }
    return result;
  }

  List<Expression.IndexItem> indexItems(SuffixContext suffix, boolean binders) {
    List<Expression.IndexItem> items = new ArrayList<>();
    for (IndexItemContext item : suffix.indexItem()) {
      items.add(indexItem(item, binders));
    }
    return items;
  }

  private Expression.IndexItem indexItem(IndexItemContext context, boolean binders) {
    Span span = places.of(context);
    Expression first = expression(context.expr(0));
    if (context.IN() == null) {
      return new Expression.IndexItem.At(rangeOr(first, context.expr(), span), span);
    }
    if (!binders) {
      misplacedBinder(span, "a binder");
    } else if (!(first instanceof Expression.Name)) {
      problems.add(
          problems
              .error(
                  SyntaxCode.BINDER_PLACE,
                  first.span(),
                  "a binder names its variable by one plain name")
              .withHelp("as in [a in area]"));
    }
    Identifier variable = new Identifier(first.span().text(), first.span());
    return new Expression.IndexItem.In(new Binder(variable, places.name(context.name())), span);
  }

  private void misplacedBinder(Span span, String what) {
    problems.add(
        problems
            .error(
                SyntaxCode.BINDER_PLACE,
                span,
                what + " stands only after the name of a declaration")
            .withHelp(
                "as in population E[a in area] = ...; inside an expression an index is a value, as in fln[to, from]"));
  }

  Expression range(RangeContext context) {
    return rangeOr(expression(context.expr(0)), context.expr(), places.of(context));
  }

  private Expression rangeOr(Expression first, List<ExprContext> ends, Span span) {
    return ends.size() == 1 ? first : new Expression.Range(first, expression(ends.get(1)), span);
  }

  List<Expression.Argument> arguments(ArgumentsContext context) {
    return context == null ? List.of() : arguments(context.argument());
  }

  List<Expression.Argument> arguments(List<ArgumentContext> contexts) {
    List<Expression.Argument> arguments = new ArrayList<>();
    for (ArgumentContext argument : contexts) {
      arguments.add(argument(argument));
    }
    return arguments;
  }

  private Expression.Argument argument(ArgumentContext context) {
    Expression first = expression(context.expr(0));
    if (context.ASSIGN() == null) {
      return new Expression.Argument(Optional.empty(), first);
    }
    if (!(first instanceof Expression.Name)) {
      problems.add(
          problems
              .error(
                  SyntaxCode.ARGUMENT_NAME, first.span(), "an argument is named by one plain name")
              .withHelp("as in normal(-55 mV, sd = 2 mV); a comparison is written =="));
    }
    Identifier name = new Identifier(first.span().text(), first.span());
    return new Expression.Argument(Optional.of(name), expression(context.expr(1)));
  }

  private Span upTo(ParserRuleContext whole, ParserRuleContext last) {
    return places.between(whole.getStart(), last.getStop());
  }

  private static BinaryOperator operator(ParseTree node) {
    return operator(((TerminalNode) node).getSymbol());
  }

  private static BinaryOperator operator(Token token) {
    return switch (token.getType()) {
      case EimodelLexer.PLUS -> BinaryOperator.ADD;
      case EimodelLexer.MINUS -> BinaryOperator.SUBTRACT;
      case EimodelLexer.STAR -> BinaryOperator.MULTIPLY;
      case EimodelLexer.SLASH -> BinaryOperator.DIVIDE;
      case EimodelLexer.LESS -> BinaryOperator.LESS;
      case EimodelLexer.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
      case EimodelLexer.GREATER -> BinaryOperator.GREATER;
      case EimodelLexer.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
      case EimodelLexer.EQUAL -> BinaryOperator.EQUAL;
      case EimodelLexer.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      default -> throw new IllegalStateException("the grammar has no operator " + token);
    };
  }
}
