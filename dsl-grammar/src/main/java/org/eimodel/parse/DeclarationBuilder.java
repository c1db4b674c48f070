package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.parse.grammar.EimodelParser.AxisContext;
import org.eimodel.parse.grammar.EimodelParser.DataTableContext;
import org.eimodel.parse.grammar.EimodelParser.DeclarationLineContext;
import org.eimodel.parse.grammar.EimodelParser.DriveContext;
import org.eimodel.parse.grammar.EimodelParser.ExprContext;
import org.eimodel.parse.grammar.EimodelParser.GlobalItemContext;
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
import org.eimodel.parse.grammar.EimodelParserBaseVisitor;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
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

  List<Declaration> declarations(List<DeclarationLineContext> lines) {
    Declarations declarations = new Declarations();
    for (DeclarationLineContext line : lines) {
      line.declaration().accept(declarations);
    }
    return declarations.out;
  }

  /// Adds the records of one declaration after the other.
  private final class Declarations extends EimodelParserBaseVisitor<Void> {
    private final List<Declaration> out = new ArrayList<>();

    private Void add(Declaration declaration) {
      out.add(declaration);
      return null;
    }

    @Override
    public Void visitTemplate(TemplateContext context) {
      return add(templates.template(context));
    }

    @Override
    public Void visitImportFile(ImportFileContext context) {
      return add(
          new Declaration.Import(
              expressions.text(context.STRING().getSymbol()), places.of(context)));
    }

    @Override
    public Void visitIndexSet(IndexSetContext context) {
      return add(
          new Declaration.IndexSet(
              places.name(context.name()), value(context.expr()), places.of(context)));
    }

    @Override
    public Void visitDataTable(DataTableContext context) {
      List<Declaration.Axis> axes = new ArrayList<>();
      for (AxisContext axis : context.axis()) {
        axes.add(axis(axis));
      }
      return add(
          new Declaration.Data(
              places.name(context.name()),
              axes,
              unitIfAny(context.unitOf()),
              value(context.expr()),
              places.of(context)));
    }

    @Override
    public Void visitGlobals(GlobalsContext context) {
      boolean settable = context.PARAM() != null;
      for (GlobalItemContext item : context.globalItem()) {
        add(
            new Declaration.Parameter(
                places.name(item.name()),
                unitIfAny(item.unitOf()),
                value(item.expr()),
                settable,
                places.of(item)));
      }
      return null;
    }

    @Override
    public Void visitPopulation(PopulationContext context) {
      return add(networks.population(context));
    }

    @Override
    public Void visitProjection(ProjectionContext context) {
      return add(networks.projection(context));
    }

    @Override
    public Void visitDrive(DriveContext context) {
      return add(networks.drive(context));
    }

    @Override
    public Void visitRecording(RecordingContext context) {
      return add(recording(context));
    }

    @Override
    public Void visitRun(RunContext context) {
      return add(
          new Declaration.Run(
              value(context.expr()),
              expressions.arguments(context.argument()),
              places.of(context)));
    }

    @Override
    public Void visitSet(SetContext context) {
      return add(
          new Declaration.Set(
              expressions.reference(context.reference()),
              value(context.expr()),
              places.of(context)));
    }

    @Override
    public Void visitRepeat(RepeatContext context) {
      return add(repeat(context));
    }

    @Override
    public Void visitSweep(SweepContext context) {
      return add(
          new Declaration.Sweep(
              expressions.reference(context.reference()),
              expressions.range(context.range()),
              places.of(context)));
    }
  }

  private Declaration.Axis axis(AxisContext context) {
    Identifier first = places.name(context.name(0));
    return context.name(1) == null
        ? new Declaration.Axis(Optional.empty(), first)
        : new Declaration.Axis(Optional.of(first), places.name(context.name(1)));
  }

  private Declaration recording(RecordingContext context) {
    List<Expression> quantities = new ArrayList<>();
    for (ExprContext quantity : context.expr()) {
      quantities.add(value(quantity));
    }
    Optional<Expression> every =
        context.EVERY() == null ? Optional.empty() : Optional.of(quantities.removeLast());
    List<Expression> populations = new ArrayList<>();
    for (ReferenceContext population : context.reference()) {
      populations.add(expressions.reference(population));
    }
    return new Declaration.Recording(
        quantities, populations, every, context.AT() != null, places.of(context));
  }

  private Declaration repeat(RepeatContext context) {
    List<Declaration> body = declarations(context.declarationLine());
    for (Declaration inner : body) {
      boolean protocol =
          inner instanceof Declaration.Run
              || inner instanceof Declaration.Set
              || inner instanceof Declaration.Repeat;
      if (!protocol) {
        problems.add(
            problems
                .error(
                    SyntaxCode.WRONG_PLACE,
                    inner.span(),
                    "only run, set and repeat can be repeated")
                .withHelp("move this out of the repeat block"));
      }
    }
    return new Declaration.Repeat(value(context.expr()), body, places.of(context));
  }

  private Expression value(ExprContext context) {
    return expressions.expression(context);
  }

  private Optional<UnitSyntax> unitIfAny(UnitOfContext context) {
    return context == null ? Optional.empty() : Optional.of(expressions.units().unit(context));
  }
}
