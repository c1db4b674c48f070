package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.parse.grammar.EimodelParser.AtMemberContext;
import org.eimodel.parse.grammar.EimodelParser.EquationMemberContext;
import org.eimodel.parse.grammar.EimodelParser.EventMemberContext;
import org.eimodel.parse.grammar.EimodelParser.ExprContext;
import org.eimodel.parse.grammar.EimodelParser.InputMemberContext;
import org.eimodel.parse.grammar.EimodelParser.IntegrateMemberContext;
import org.eimodel.parse.grammar.EimodelParser.KeepMemberContext;
import org.eimodel.parse.grammar.EimodelParser.LetMemberContext;
import org.eimodel.parse.grammar.EimodelParser.MemberContext;
import org.eimodel.parse.grammar.EimodelParser.NameContext;
import org.eimodel.parse.grammar.EimodelParser.NoiseMemberContext;
import org.eimodel.parse.grammar.EimodelParser.OnMemberContext;
import org.eimodel.parse.grammar.EimodelParser.OutputMemberContext;
import org.eimodel.parse.grammar.EimodelParser.ParamItemContext;
import org.eimodel.parse.grammar.EimodelParser.ParamMemberContext;
import org.eimodel.parse.grammar.EimodelParser.RequiresMemberContext;
import org.eimodel.parse.grammar.EimodelParser.SpikeMemberContext;
import org.eimodel.parse.grammar.EimodelParser.StateItemContext;
import org.eimodel.parse.grammar.EimodelParser.StateMemberContext;
import org.eimodel.parse.grammar.EimodelParser.TemplateContext;
import org.eimodel.parse.grammar.EimodelParser.UnitOfContext;
import org.eimodel.parse.grammar.EimodelParser.WeightMemberContext;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Declaration.TemplateKind;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.TemplateMember;
import org.eimodel.syntax.TemplateMember.EventKind;
import org.eimodel.syntax.TemplateMember.Extent;
import org.eimodel.syntax.UnitSyntax;

/// `neuron`, `synapse` and `plasticity` templates, one record per declared name.
final class TemplateBuilder {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  TemplateBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.expressions = expressions;
    this.statements = new StatementBuilder(places, expressions);
  }

  Declaration.Template template(TemplateContext context) {
    List<TemplateMember> members = new ArrayList<>();
    for (MemberContext member : context.member()) {
      add(member, members);
    }
    Optional<Identifier> parent = Optional.ofNullable(context.name(1)).map(places::name);
    return new Declaration.Template(
        kind(context.kind), places.name(context.name(0)), parent, members, places.of(context));
  }

  private static TemplateKind kind(Token token) {
    return switch (token.getType()) {
      case EimodelLexer.NEURON -> TemplateKind.NEURON;
      case EimodelLexer.SYNAPSE -> TemplateKind.SYNAPSE;
      default -> TemplateKind.PLASTICITY;
    };
  }

  private void add(MemberContext context, List<TemplateMember> out) {
    Span span = places.of(context);
    switch (context) {
      case ParamMemberContext c -> c.paramItem().forEach(item -> out.add(parameter(item)));
      case InputMemberContext c ->
          c.portItem()
              .forEach(p -> out.add(new TemplateMember.Input(places.name(p.name()), unit(p.unitOf()), places.of(p))));
      case StateMemberContext c -> c.stateItem().forEach(item -> out.add(state(item)));
      case LetMemberContext c ->
          c.letItem()
              .forEach(l -> out.add(new TemplateMember.Let(places.name(l.name()), value(l.expr()), places.of(l))));
      case NoiseMemberContext c ->
          c.noiseItem()
              .forEach(
                  n -> out.add(new TemplateMember.Noise(places.name(n.name()), n.SHARED() != null, places.of(n))));
      case EquationMemberContext c ->
          out.add(
              new TemplateMember.Equation(
                  places.identifier(c.ID().getSymbol()), value(c.expr()), c.UNLESS() != null, span));
      case SpikeMemberContext c ->
          out.add(new TemplateMember.Spike(value(c.expr()), statements.block(c.block()), span));
      case IntegrateMemberContext c -> {
        List<Identifier> names = names(c.name());
        out.add(new TemplateMember.Integrate(names.subList(0, names.size() - 1), names.getLast(), span));
      }
      case RequiresMemberContext c -> out.add(requires(c, span));
      case WeightMemberContext c ->
          out.add(
              new TemplateMember.Weight(places.name(c.portItem().name()), unit(c.portItem().unitOf()), span));
      case OutputMemberContext c ->
          out.add(new TemplateMember.Output(value(c.expr()), places.name(c.name()), span));
      case OnMemberContext c -> out.add(on(c, span));
      case AtMemberContext c ->
          out.add(
              new TemplateMember.On(EventKind.SOURCE_SPIKE, Optional.empty(), statements.block(c.block()), span));
      case EventMemberContext c ->
          c.name().forEach(n -> out.add(new TemplateMember.Event(places.name(n), places.of(n))));
      case KeepMemberContext c ->
          out.add(
              new TemplateMember.Keep(places.name(c.name()), value(c.expr(0)), value(c.expr(1)), span));
      default -> throw new IllegalStateException("the grammar has no member " + context.getText());
    }
  }

  private TemplateMember parameter(ParamItemContext item) {
    return new TemplateMember.Parameter(
        places.name(item.name()),
        Optional.ofNullable(item.unitOf()).map(this::unit),
        Optional.ofNullable(item.expr()).map(this::value),
        places.of(item));
  }

  private TemplateMember state(StateItemContext item) {
    return new TemplateMember.State(
        places.name(item.name()),
        Optional.ofNullable(item.unitOf()).map(this::unit),
        Optional.ofNullable(item.expr()).map(this::value),
        extent(item.extent),
        places.of(item));
  }

  private static Extent extent(Token token) {
    if (token == null) {
      return Extent.UNSTATED;
    }
    return switch (token.getType()) {
      case EimodelLexer.SOURCE -> Extent.PER_SOURCE;
      case EimodelLexer.TARGET -> Extent.PER_TARGET;
      case EimodelLexer.SYNAPSE -> Extent.PER_SYNAPSE;
      default -> Extent.PER_PROJECTION;
    };
  }

  private TemplateMember requires(RequiresMemberContext context, Span span) {
    List<TemplateMember.Port> ports =
        context.portItem().stream()
            .map(port -> new TemplateMember.Port(places.name(port.name()), unit(port.unitOf())))
            .toList();
    boolean source = context.end.getType() == EimodelLexer.SOURCE;
    return new TemplateMember.Requires(
        source ? TemplateMember.End.SOURCE : TemplateMember.End.TARGET, ports, span);
  }

  private TemplateMember on(OnMemberContext context, Span span) {
    EventKind kind =
        context.ARRIVAL() != null
            ? EventKind.ARRIVAL
            : context.TARGET() != null ? EventKind.TARGET_SPIKE : EventKind.NAMED;
    Optional<Identifier> event =
        Optional.ofNullable(context.ID()).map(id -> places.identifier(id.getSymbol()));
    return new TemplateMember.On(kind, event, statements.block(context.block()), span);
  }

  private List<Identifier> names(List<NameContext> contexts) {
    return contexts.stream().map(places::name).toList();
  }

  private Expression value(ExprContext context) {
    return expressions.expression(context);
  }

  private UnitSyntax unit(UnitOfContext context) {
    return expressions.units().unit(context);
  }
}
