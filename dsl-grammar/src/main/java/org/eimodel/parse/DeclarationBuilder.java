package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.eimodel.parse.grammar.EimodelParser.AxisContext;
import org.eimodel.parse.grammar.EimodelParser.DataTableContext;
import org.eimodel.parse.grammar.EimodelParser.DataTablesContext;
import org.eimodel.parse.grammar.EimodelParser.DeclarationContext;
import org.eimodel.parse.grammar.EimodelParser.DriveContext;
import org.eimodel.parse.grammar.EimodelParser.ExprContext;
import org.eimodel.parse.grammar.EimodelParser.GlobalsContext;
import org.eimodel.parse.grammar.EimodelParser.ImportFileContext;
import org.eimodel.parse.grammar.EimodelParser.IndexSetContext;
import org.eimodel.parse.grammar.EimodelParser.PopulationContext;
import org.eimodel.parse.grammar.EimodelParser.ProjectionContext;
import org.eimodel.parse.grammar.EimodelParser.RecordingContext;
import org.eimodel.parse.grammar.EimodelParser.ReferenceContext;
import org.eimodel.parse.grammar.EimodelParser.RepeatContext;
import org.eimodel.parse.grammar.EimodelParser.RunContext;
import org.eimodel.parse.grammar.EimodelParser.SetContext;
import org.eimodel.parse.grammar.EimodelParser.SweepContext;
import org.eimodel.parse.grammar.EimodelParser.TemplateContext;
import org.eimodel.parse.grammar.EimodelParser.UnitOfContext;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.UnitSyntax;

/// What stands at the top of a file, one record per declared name.
final class DeclarationBuilder {
  private final Places places;
  private final Problems problems;
  private final ExpressionBuilder expressions;
  private final TemplateBuilder templates;
  private final NetworkBuilder networks;

  DeclarationBuilder(Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
    this.expressions = new ExpressionBuilder(places, problems);
    this.templates = new TemplateBuilder(places, expressions);
    this.networks = new NetworkBuilder(places, problems, expressions);
  }

  List<Declaration> declarations(List<DeclarationContext> contexts) {
    List<Declaration> declarations = new ArrayList<>();
    for (DeclarationContext context : contexts) {
      add((ParserRuleContext) context.getChild(0), declarations);
    }
    return declarations;
  }

  private void add(ParserRuleContext context, List<Declaration> out) {
    Span span = places.of(context);
    switch (context) {
      case TemplateContext c -> out.add(templates.template(c));
      case ImportFileContext c ->
          out.add(new Declaration.Import(expressions.text(c.STRING().getSymbol()), span));
      case IndexSetContext c ->
          out.add(new Declaration.IndexSet(places.name(c.name()), value(c.expr()), span));
      case DataTablesContext c -> c.dataTable().forEach(table -> out.add(data(table)));
      case GlobalsContext c -> parameters(c, out);
      case PopulationContext c -> out.add(networks.population(c));
      case ProjectionContext c -> out.add(networks.projection(c));
      case DriveContext c -> out.add(networks.drive(c));
      case RecordingContext c -> out.add(recording(c, span));
      case RunContext c ->
          out.add(new Declaration.Run(value(c.expr()), expressions.arguments(c.argument()), span));
      case SetContext c ->
          out.add(new Declaration.Set(expressions.reference(c.reference()), value(c.expr()), span));
      case RepeatContext c -> out.add(repeat(c, span));
      case SweepContext c ->
          out.add(
              new Declaration.Sweep(
                  expressions.reference(c.reference()), expressions.range(c.range()), span));
      default -> throw new IllegalStateException("the grammar has no declaration " + context.getText());
    }
  }

  private Declaration data(DataTableContext table) {
    return new Declaration.Data(
        places.name(table.name()),
        table.axis().stream().map(this::axis).toList(),
        unit(table.unitOf()),
        value(table.expr()),
        places.of(table));
  }

  private Declaration.Axis axis(AxisContext context) {
    Identifier first = places.name(context.name(0));
    return context.name(1) == null
        ? new Declaration.Axis(Optional.empty(), first)
        : new Declaration.Axis(Optional.of(first), places.name(context.name(1)));
  }

  private void parameters(GlobalsContext context, List<Declaration> out) {
    boolean settable = context.PARAM() != null;
    context
        .globalItem()
        .forEach(
            item ->
                out.add(
                    new Declaration.Parameter(
                        places.name(item.name()), unit(item.unitOf()), value(item.expr()), settable, places.of(item))));
  }

  private Declaration recording(RecordingContext context, Span span) {
    int quantities = context.expr().size() - (context.EVERY() == null ? 0 : 1);
    List<Expression> values = context.expr().stream().map(this::value).toList();
    List<Expression> populations = new ArrayList<>();
    for (ReferenceContext population : context.reference()) {
      populations.add(expressions.reference(population));
    }
    return new Declaration.Recording(
        values.subList(0, quantities),
        populations,
        context.EVERY() == null ? Optional.empty() : Optional.of(values.getLast()),
        context.AT() != null,
        span);
  }

  private Declaration repeat(RepeatContext context, Span span) {
    List<Declaration> body = declarations(context.declaration());
    for (Declaration inner : body) {
      if (!(inner instanceof Declaration.Run || inner instanceof Declaration.Set || inner instanceof Declaration.Repeat)) {
        problems.add(
            problems
                .error(SyntaxCode.WRONG_PLACE, inner.span(), "only run, set and repeat can be repeated")
                .withHelp("move this out of the repeat block"));
      }
    }
    return new Declaration.Repeat(value(context.expr()), body, span);
  }

  private Expression value(ExprContext context) {
    return expressions.expression(context);
  }

  private Optional<UnitSyntax> unit(UnitOfContext context) {
    return Optional.ofNullable(context).map(expressions.units()::unit);
  }
}
