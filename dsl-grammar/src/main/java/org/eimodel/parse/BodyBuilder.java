package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.parse.grammar.EimodelParser.BodyConnectContext;
import org.eimodel.parse.grammar.EimodelParser.BodyContext;
import org.eimodel.parse.grammar.EimodelParser.BodyLineContext;
import org.eimodel.parse.grammar.EimodelParser.BodyLocalContext;
import org.eimodel.parse.grammar.EimodelParser.BodyNamedContext;
import org.eimodel.parse.grammar.EimodelParser.BoundContext;
import org.eimodel.parse.grammar.EimodelParser.OptionContext;
import org.eimodel.parse.grammar.EimodelParserBaseVisitor;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Assignment.Kind;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// The bodies of populations, projections and drives.
final class BodyBuilder {
  private final Places places;
  private final Problems problems;
  private final ExpressionBuilder expressions;

  BodyBuilder(Places places, Problems problems, ExpressionBuilder expressions) {
    this.places = places;
    this.problems = problems;
    this.expressions = expressions;
  }

  /// Everything that a body may hold; which kinds belong where is the caller's to say.
  record Body(
      List<Declaration.Connect> connects,
      List<Assignment> assignments,
      List<Declaration.EventSource> events,
      List<Expression.Call> processes) {}

  Body body(BodyContext context) {
    Body body =
        new Body(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (context != null) {
      for (BodyLineContext line : context.bodyLine()) {
        line.bodyItem().accept(new Items(body));
      }
    }
    return body;
  }

  /// Reports every part of a kind that has no place here.
  void refuse(List<?> parts, String message, String help) {
    for (Object part : parts) {
      Span span =
          switch (part) {
            case Declaration.Connect connect -> connect.span();
            case Declaration.EventSource event -> event.span();
            case Expression.Call call -> call.span();
            default -> throw new IllegalArgumentException("not a part of a body: " + part);
          };
      problems.add(problems.error(SyntaxCode.REPEATED_PART, span, message).withHelp(help));
    }
  }

  /// Sorts the items of one body by kind.
  private final class Items extends EimodelParserBaseVisitor<Void> {
    private final Body body;

    Items(Body body) {
      this.body = body;
    }

    @Override
    public Void visitBodyConnect(BodyConnectContext context) {
      body.connects().add(connect(context));
      return null;
    }

    @Override
    public Void visitBodyLocal(BodyLocalContext context) {
      Expression value = expressions.expression(context.expr());
      body.assignments()
          .add(
              new Assignment(
                  places.name(context.name()),
                  false,
                  value,
                  Optional.empty(),
                  true,
                  places.of(context)));
      return null;
    }

    @Override
    public Void visitBodyNamed(BodyNamedContext context) {
      Identifier name = places.name(context.name());
      Span span = places.of(context);
      if (context.arguments() != null) {
        body.processes()
            .add(new Expression.Call(name, expressions.arguments(context.arguments()), span));
      } else if (context.reference() != null) {
        Expression population = expressions.reference(context.reference());
        body.events().add(new Declaration.EventSource(name, population, span));
      } else {
        boolean drawn = context.TILDE() != null;
        Optional<Assignment.Bound> bound =
            context.bound() == null ? Optional.empty() : Optional.of(bound(context.bound()));
        Expression value = expressions.expression(context.expr());
        body.assignments().add(new Assignment(name, drawn, value, bound, false, span));
      }
      return null;
    }
  }

  private Assignment.Bound bound(BoundContext context) {
    Expression first = expressions.expression(context.expr(0));
    Optional<Expression> second =
        context.expr(1) == null
            ? Optional.empty()
            : Optional.of(expressions.expression(context.expr(1)));
    Kind kind = context.CLIP() != null ? Kind.CLIP : redraw(places.name(context.name()));
    boolean range = kind == Kind.CLIP || kind == Kind.REDRAW_OUTSIDE;
    if (range != second.isPresent()) {
      problems.add(
          problems
              .error(
                  SyntaxCode.UNEXPECTED,
                  places.of(context),
                  "this bound takes " + (range ? "two ends" : "one value"))
              .withHelp(
                  "as in redraw below 0.1 ms, redraw outside 0 mV .. 2 mV, clip 0 mV .. 2 mV"));
    }
    return new Assignment.Bound(kind, first, second, places.of(context));
  }

  private Kind redraw(Identifier word) {
    return switch (word.name()) {
      case "below" -> Kind.REDRAW_BELOW;
      case "above" -> Kind.REDRAW_ABOVE;
      case "across" -> Kind.REDRAW_ACROSS;
      case "outside" -> Kind.REDRAW_OUTSIDE;
      default -> {
        problems.add(
            problems
                .error(
                    SyntaxCode.UNEXPECTED,
                    word.span(),
                    "expected below, above, across or outside, found `" + word + "`")
                .withHelp(
                    "as in redraw below 0.1 ms, redraw across 0 pA, redraw outside 0 mV .. 2 mV"));
        yield Kind.REDRAW_BELOW;
      }
    };
  }

  private Declaration.Connect connect(BodyConnectContext context) {
    boolean where = context.WHERE() != null;
    Identifier rule =
        where ? places.identifier(context.WHERE().getSymbol()) : places.name(context.name());
    List<Expression.Argument> arguments =
        where
            ? List.of(
                new Expression.Argument(Optional.empty(), expressions.expression(context.expr())))
            : expressions.arguments(context.arguments());
    List<Declaration.Option> options = new ArrayList<>();
    for (OptionContext option : context.option()) {
      options.add(option(option));
    }
    return new Declaration.Connect(rule, arguments, options, places.of(context));
  }

  private Declaration.Option option(OptionContext context) {
    String text = context.name(0).getText();
    if (context.name(1) != null) {
      text = text.concat(" ").concat(context.name(1).getText());
    }
    return new Declaration.Option(text, places.of(context));
  }
}
