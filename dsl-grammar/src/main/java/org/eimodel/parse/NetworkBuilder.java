package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.parse.grammar.EimodelParser.BinderContext;
import org.eimodel.parse.grammar.EimodelParser.DriveContext;
import org.eimodel.parse.grammar.EimodelParser.FamilyContext;
import org.eimodel.parse.grammar.EimodelParser.PopulationContext;
import org.eimodel.parse.grammar.EimodelParser.ProjectionContext;
import org.eimodel.parse.grammar.EimodelParser.ReferenceContext;
import org.eimodel.parse.grammar.EimodelParser.UseContext;
import org.eimodel.syntax.Binder;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Declaration.DriveSource;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Family;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// Populations, projections and drives: the declarations that range over indices and have a body.
final class NetworkBuilder {
  private final Places places;
  private final Problems problems;
  private final ExpressionBuilder expressions;
  private final BodyBuilder bodies;

  NetworkBuilder(Places places, Problems problems, ExpressionBuilder expressions) {
    this.places = places;
    this.problems = problems;
    this.expressions = expressions;
    this.bodies = new BodyBuilder(places, problems, expressions);
  }

  Declaration population(PopulationContext context) {
    BodyBuilder.Body body = bodies.body(context.body());
    bodies.refuse(
        body.connects(),
        "a population has no connections",
        "connect stands in the body of a projection");
    bodies.refuse(
        body.events(),
        "a population has no events",
        "events belong to the plasticity of a projection");
    bodies.refuse(body.processes(), "this is not a value", "as in v ~ normal(-55 mV, sd = 2 mV)");
    return new Declaration.Population(
        places.name(context.name()),
        family(context.family()),
        expressions.expression(context.expr()),
        use(context.use()),
        body.assignments(),
        places.of(context));
  }

  Declaration projection(ProjectionContext context) {
    BodyBuilder.Body body = bodies.body(context.body());
    bodies.refuse(
        body.processes(), "this is not a value", "a connection rule follows the word connect");
    bodies.refuse(
        afterFirst(body.connects()),
        "connect is given twice",
        "a projection has one connection rule");
    List<Declaration.Use> plasticity = new ArrayList<>();
    for (UseContext use : afterFirst(context.use())) {
      plasticity.add(use(use));
    }
    return new Declaration.Projection(
        places.name(context.name()),
        family(context.family()),
        expressions.reference(context.reference(0)),
        expressions.reference(context.reference(1)),
        use(context.use(0)),
        plasticity,
        body.connects().isEmpty() ? Optional.empty() : Optional.of(body.connects().getFirst()),
        body.assignments(),
        body.events(),
        places.of(context));
  }

  /// Reads `drive NAME[a in layer]: L[a] ...`, `drive L[a in layer] ...` and `drive E.current, I.current ...`.
  /// Binders among the targets move to the drive's family: `L[a in layer]` is `L[a]` for every `a`.
  Declaration drive(DriveContext context) {
    DriveTargets targets = new DriveTargets(places, problems, expressions);
    List<ReferenceContext> references = context.reference();
    Optional<Identifier> name = Optional.empty();
    if (context.COLON() != null) {
      name = Optional.of(targets.name(references.getFirst()));
      references = references.subList(1, references.size());
    }
    for (ReferenceContext reference : references) {
      targets.add(reference);
    }
    return new Declaration.Drive(
        name, targets.family(), targets.expressions(), source(context), places.of(context));
  }

  private DriveSource source(DriveContext context) {
    if (context.WITH() != null) {
      return new DriveSource.Waveform(expressions.expression(context.expr()));
    }
    BodyBuilder.Body body = bodies.body(context.body());
    bodies.refuse(
        body.connects(), "a drive has no connections", "every target gets an independent train");
    bodies.refuse(
        body.events(), "a drive has no events", "events belong to the plasticity of a projection");
    bodies.refuse(
        afterFirst(body.processes()),
        "a drive has one source of spikes",
        "write a second drive for this one");
    Expression.Call process =
        body.processes().isEmpty()
            ? missingProcess(places.of(context.use()))
            : body.processes().getFirst();
    return new DriveSource.Events(use(context.use()), process, body.assignments());
  }

  private Expression.Call missingProcess(Span place) {
    problems.add(
        problems
            .error(
                SyntaxCode.REPEATED_PART,
                place,
                "this drive does not say where its spikes come from")
            .withHelp("as in drive E using Psc() { poisson(rate = 8 Hz); w = 87.8 pA }"));
    return new Expression.Call(new Identifier("poisson", place), List.of(), place);
  }

  private Family family(FamilyContext context) {
    if (context == null) {
      return Family.SINGLE;
    }
    List<Binder> binders = new ArrayList<>();
    for (BinderContext binder : context.binder()) {
      binders.add(new Binder(places.name(binder.name(0)), places.name(binder.name(1))));
    }
    Optional<Expression> where =
        context.expr() == null
            ? Optional.empty()
            : Optional.of(expressions.expression(context.expr()));
    return new Family(binders, where);
  }

  private static <T> List<T> afterFirst(List<T> list) {
    return list.isEmpty() ? list : list.subList(1, list.size());
  }

  private Declaration.Use use(UseContext context) {
    return new Declaration.Use(
        places.name(context.name()),
        expressions.arguments(context.arguments()),
        places.of(context));
  }
}
