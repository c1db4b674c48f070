package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.parse.grammar.EimodelParser.AtMemberContext;
import org.eimodel.parse.grammar.EimodelParser.BlockContext;
import org.eimodel.parse.grammar.EimodelParser.EquationMemberContext;
import org.eimodel.parse.grammar.EimodelParser.EventMemberContext;
import org.eimodel.parse.grammar.EimodelParser.ExprContext;
import org.eimodel.parse.grammar.EimodelParser.InputMemberContext;
import org.eimodel.parse.grammar.EimodelParser.IntegrateMemberContext;
import org.eimodel.parse.grammar.EimodelParser.KeepMemberContext;
import org.eimodel.parse.grammar.EimodelParser.LetItemContext;
import org.eimodel.parse.grammar.EimodelParser.MemberLineContext;
import org.eimodel.parse.grammar.EimodelParser.NameContext;
import org.eimodel.parse.grammar.EimodelParser.NoiseItemContext;
import org.eimodel.parse.grammar.EimodelParser.OnMemberContext;
import org.eimodel.parse.grammar.EimodelParser.OutputMemberContext;
import org.eimodel.parse.grammar.EimodelParser.ParamItemContext;
import org.eimodel.parse.grammar.EimodelParser.PortItemContext;
import org.eimodel.parse.grammar.EimodelParser.PortLineContext;
import org.eimodel.parse.grammar.EimodelParser.RequiresMemberContext;
import org.eimodel.parse.grammar.EimodelParser.SpikeMemberContext;
import org.eimodel.parse.grammar.EimodelParser.StateItemContext;
import org.eimodel.parse.grammar.EimodelParser.TemplateContext;
import org.eimodel.parse.grammar.EimodelParser.UnitOfContext;
import org.eimodel.parse.grammar.EimodelParser.WeightMemberContext;
import org.eimodel.parse.grammar.EimodelParserBaseVisitor;
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
    Members members = new Members();
    for (MemberLineContext line : context.memberLine()) {
      line.member().accept(members);
    }
    Optional<Identifier> parent =
        context.name(1) == null ? Optional.empty() : Optional.of(places.name(context.name(1)));
    return new Declaration.Template(
        kind(context.kind), places.name(context.name(0)), parent, members.out, places.of(context));
  }

  private static TemplateKind kind(Token token) {
    return switch (token.getType()) {
      case EimodelLexer.NEURON -> TemplateKind.NEURON;
      case EimodelLexer.SYNAPSE -> TemplateKind.SYNAPSE;
      default -> TemplateKind.PLASTICITY;
    };
  }

  /// Adds the records of one member after the other.
  private final class Members extends EimodelParserBaseVisitor<Void> {
    private final List<TemplateMember> out = new ArrayList<>();

    @Override
    public Void visitParamItem(ParamItemContext item) {
      return add(
          new TemplateMember.Parameter(
              places.name(item.name()),
              unitIfAny(item.unitOf()),
              valueIfAny(item.expr()),
              places.of(item)));
    }

    @Override
    public Void visitInputMember(InputMemberContext context) {
      for (PortItemContext port : context.portItem()) {
        add(
            new TemplateMember.Input(
                places.name(port.name()), unit(port.unitOf()), places.of(port)));
      }
      return null;
    }

    @Override
    public Void visitStateItem(StateItemContext item) {
      return add(
          new TemplateMember.State(
              places.name(item.name()),
              unitIfAny(item.unitOf()),
              valueIfAny(item.expr()),
              extent(item.extent),
              places.of(item)));
    }

    @Override
    public Void visitLetItem(LetItemContext item) {
      return add(
          new TemplateMember.Let(places.name(item.name()), value(item.expr()), places.of(item)));
    }

    @Override
    public Void visitNoiseItem(NoiseItemContext item) {
      return add(
          new TemplateMember.Noise(
              places.name(item.name()), item.SHARED() != null, places.of(item)));
    }

    @Override
    public Void visitEquationMember(EquationMemberContext context) {
      Identifier state = places.identifier(context.ID().getSymbol());
      boolean unlessRefractory = context.UNLESS() != null;
      return add(
          new TemplateMember.Equation(
              state, value(context.expr()), unlessRefractory, places.of(context)));
    }

    @Override
    public Void visitSpikeMember(SpikeMemberContext context) {
      return add(
          new TemplateMember.Spike(
              value(context.expr()), statements.block(context.block()), places.of(context)));
    }

    @Override
    public Void visitIntegrateMember(IntegrateMemberContext context) {
      List<Identifier> names = new ArrayList<>();
      for (NameContext name : context.name()) {
        names.add(places.name(name));
      }
      Identifier method = names.removeLast();
      return add(new TemplateMember.Integrate(names, method, places.of(context)));
    }

    @Override
    public Void visitRequiresMember(RequiresMemberContext context) {
      List<TemplateMember.Port> ports = new ArrayList<>();
      for (PortLineContext line : context.portLine()) {
        for (PortItemContext port : line.portItem()) {
          ports.add(new TemplateMember.Port(places.name(port.name()), unit(port.unitOf())));
        }
      }
      boolean source = context.end.getType() == EimodelLexer.SOURCE;
      TemplateMember.End end = source ? TemplateMember.End.SOURCE : TemplateMember.End.TARGET;
      return add(new TemplateMember.Requires(end, ports, places.of(context)));
    }

    @Override
    public Void visitWeightMember(WeightMemberContext context) {
      PortItemContext port = context.portItem();
      return add(
          new TemplateMember.Weight(
              places.name(port.name()), unit(port.unitOf()), places.of(context)));
    }

    @Override
    public Void visitOutputMember(OutputMemberContext context) {
      return add(
          new TemplateMember.Output(
              value(context.expr()), places.name(context.name()), places.of(context)));
    }

    @Override
    public Void visitOnMember(OnMemberContext context) {
      if (context.ID() != null) {
        Identifier event = places.identifier(context.ID().getSymbol());
        return on(EventKind.NAMED, Optional.of(event), context.block(), places.of(context));
      }
      EventKind kind = context.ARRIVAL() != null ? EventKind.ARRIVAL : EventKind.TARGET_SPIKE;
      return on(kind, Optional.empty(), context.block(), places.of(context));
    }

    @Override
    public Void visitAtMember(AtMemberContext context) {
      return on(EventKind.SOURCE_SPIKE, Optional.empty(), context.block(), places.of(context));
    }

    @Override
    public Void visitEventMember(EventMemberContext context) {
      for (NameContext name : context.name()) {
        add(new TemplateMember.Event(places.name(name), places.of(name)));
      }
      return null;
    }

    @Override
    public Void visitKeepMember(KeepMemberContext context) {
      return add(
          new TemplateMember.Keep(
              places.name(context.name()),
              value(context.expr(0)),
              value(context.expr(1)),
              places.of(context)));
    }

    private Void on(EventKind kind, Optional<Identifier> event, BlockContext block, Span span) {
      return add(new TemplateMember.On(kind, event, statements.block(block), span));
    }

    private Void add(TemplateMember member) {
      out.add(member);
      return null;
    }
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

  private Expression value(ExprContext context) {
    return expressions.expression(context);
  }

  private UnitSyntax unit(UnitOfContext context) {
    return expressions.units().unit(context);
  }

  private Optional<Expression> valueIfAny(ExprContext context) {
    return context == null ? Optional.empty() : Optional.of(value(context));
  }

  private Optional<UnitSyntax> unitIfAny(UnitOfContext context) {
    return context == null ? Optional.empty() : Optional.of(unit(context));
  }
}
