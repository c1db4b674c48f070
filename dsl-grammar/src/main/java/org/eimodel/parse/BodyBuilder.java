package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.eimodel.parse.grammar.EimodelParser.BodyConnectContext;
import org.eimodel.parse.grammar.EimodelParser.BodyContext;
import org.eimodel.parse.grammar.EimodelParser.BodyItemContext;
import org.eimodel.parse.grammar.EimodelParser.BodyLocalContext;
import org.eimodel.parse.grammar.EimodelParser.BodyNamedContext;
import org.eimodel.parse.grammar.EimodelParser.BoundContext;
import org.eimodel.parse.grammar.EimodelParser.OptionContext;
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
    Body body = new Body(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (context != null) {
      for (BodyItemContext item : context.bodyItem()) {
        add(item, body);
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

  private void add(BodyItemContext item, Body body) {
    switch (item) {
      case BodyConnectContext c -> body.connects().add(connect(c));
      case BodyLocalContext c ->
          body.assignments()
              .add(
                  new Assignment(
                      places.name(c.name()),
                      false,
                      expressions.expression(c.expr()),
                      Optional.empty(),
                      true,
                      places.of(c)));
      case BodyNamedContext c -> addNamed(c, body);
      default -> throw new IllegalStateException("the grammar has no body item " + item.getText());
    }
  }

  private void addNamed(BodyNamedContext context, Body body) {
    Identifier name = places.name(context.name());
    Span span = places.of(context);
    if (context.arguments() != null) {
      body.processes().add(new Expression.Call(name, expressions.arguments(context.arguments()), span));
    } else if (context.reference() != null) {
      body.events().add(new Declaration.EventSource(name, expressions.reference(context.reference()), span));
    } else {
      boolean drawn = context.TILDE() != null;
      Optional<Assignment.Bound> bound = Optional.ofNullable(context.bound()).map(this::bound);
      body.assignments()
          .add(new Assignment(name, drawn, expressions.expression(context.expr()), bound, false, span));
    }
  }

  private Assignment.Bound bound(BoundContext context) {
    Expression first = expressions.expression(context.expr(0));
    Optional<Expression> second = Optional.ofNullable(context.expr(1)).map(expressions::expression);
    Kind kind = context.CLIP() != null ? Kind.CLIP : redraw(places.name(context.name()));
    boolean range = kind == Kind.CLIP || kind == Kind.REDRAW_OUTSIDE;
    if (range != second.isPresent()) {
      problems.add(
          problems
              .error(SyntaxCode.UNEXPECTED, places.of(context), "this bound takes " + (range ? "two ends" : "one value"))
              .withHelp("as in redraw below 0.1 ms, redraw outside 0 mV .. 2 mV, clip 0 mV .. 2 mV"));
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
                .error(SyntaxCode.UNEXPECTED, word.span(), "expected below, above, across or outside, found `" + word + "`")
                .withHelp("as in redraw below 0.1 ms, redraw across 0 pA, redraw outside 0 mV .. 2 mV"));
        yield Kind.REDRAW_BELOW;
      }
    };
  }

  private Declaration.Connect connect(BodyConnectContext context) {
    boolean where = context.WHERE() != null;
    Identifier rule = where ? places.identifier(context.WHERE().getSymbol()) : places.name(context.name());
    List<Expression.Argument> arguments =
        where
            ? List.of(new Expression.Argument(Optional.empty(), expressions.expression(context.expr())))
            : expressions.arguments(context.arguments());
    List<Declaration.Option> options = context.option().stream().map(this::option).toList();
    return new Declaration.Connect(rule, arguments, options, places.of(context));
  }

  private Declaration.Option option(OptionContext context) {
    String text = context.name().stream().map(ParserRuleContext::getText).collect(Collectors.joining(" "));
    return new Declaration.Option(text, places.of(context));
  }
}
