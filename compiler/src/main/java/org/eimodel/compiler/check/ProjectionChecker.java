package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// `projection` declarations.
record ProjectionChecker(
    Report report, ExpressionChecker expressions, FamilyChecker families, Map<String, SynapseTemplate> templates) {

  Optional<ProjectionFamily> check(Declaration.Projection syntax, Scope outer) {
    FamilyChecker.Checked family = families.check(syntax.family(), outer);
    Optional<PopulationReference> source = end(syntax.source(), family.scope());
    Optional<PopulationReference> target = end(syntax.target(), family.scope());
    SynapseTemplate template = templates.get(syntax.synapse().template().name());
    if (template == null) {
      unknownTemplate(syntax.synapse().template());
    }
    syntax.plasticity().forEach(use -> report.unsupported(use.span(), "plasticity is"));
    syntax.events().forEach(event -> report.unsupported(event.span(), "an event from spikes is"));
    Optional<ProjectionFamily.Connect> connect = connect(syntax, family.scope());
    if (source.isEmpty() || target.isEmpty() || template == null || connect.isEmpty()) {
      return Optional.empty();
    }
    Ports ports = new Ports(target.get().population().template(), new LinkedHashMap<>(), new LinkedHashMap<>());
    Map<Symbol.Parameter, Formula> arguments = arguments(syntax.synapse(), template, ports, family.scope());
    ports.bindRest(this, syntax, template);
    Body body = body(syntax, template, family.scope().inner());
    requireValues(syntax, template, arguments);
    return Optional.of(
        new ProjectionFamily(
            syntax.name().name(),
            family.binders(),
            family.where(),
            source.get(),
            target.get(),
            template,
            arguments,
            ports.states,
            ports.inputs,
            connect.get(),
            body.weight,
            body.delay,
            syntax.name().span()));
  }

  private Optional<PopulationReference> end(Expression expression, Scope scope) {
    Optional<PopulationReference> reference = expressions.labels().reference(expression, scope);
    if (reference.isPresent() && reference.get().wholeFamily()) {
      String name = reference.get().population().name();
      report.add(
          Diagnostic.error(Codes.INDICES, expression.span(), "say which `" + name + "`: it has indices")
              .withNote(reference.get().population().span(), "declared here")
              .withHelp("as in projection name[a in " + reference.get().population().binders().getFirst().set().name() + "]: " + name + "[a] -> ..."));
      return Optional.empty();
    }
    return reference;
  }

  private void unknownTemplate(Identifier name) {
    Diagnostic diagnostic =
        Diagnostic.error(Codes.UNKNOWN_NAME, name.span(), "there is no synapse `" + name + "`");
    report.add(Suggestions.help(name.name(), templates.keySet()).map(diagnostic::withHelp).orElse(diagnostic));
  }

  private Optional<ProjectionFamily.Connect> connect(Declaration.Projection syntax, Scope scope) {
    if (syntax.connect().isEmpty()) {
      report.add(
          Diagnostic.error(Codes.CONNECT, syntax.name().span(), "projection `" + syntax.name() + "` connects nothing")
              .withHelp("say which pairs, as in connect probability(0.1)"));
      return Optional.empty();
    }
    return new ConnectChecker(report, expressions).check(syntax.connect().get(), scope);
  }

  /// What the template calls its target's states and inputs, and what they are.
  private record Ports(
      NeuronTemplate neuron, Map<Symbol.TargetState, Symbol.State> states, Map<String, Symbol.Input> inputs) {

    void bindRest(ProjectionChecker checker, Declaration.Projection syntax, SynapseTemplate template) {
      for (Symbol.TargetState port : template.targets()) {
        if (!states.containsKey(port)) {
          checker.bindState(port, new Identifier(port.name(), syntax.synapse().span()), this);
        }
      }
      for (SynapseTemplate.Output output : template.outputs()) {
        if (!inputs.containsKey(output.input())) {
          checker.bindInput(output, new Identifier(output.input(), syntax.synapse().span()), this);
        }
      }
    }
  }

  private Map<Symbol.Parameter, Formula> arguments(
      Declaration.Use use, SynapseTemplate template, Ports ports, Scope scope) {
    Map<Symbol.Parameter, Formula> arguments = new LinkedHashMap<>();
    for (Expression.Argument argument : use.arguments()) {
      if (argument.name().isEmpty()) {
        report.add(Diagnostic.error(Codes.ARGUMENTS, argument.value().span(), "parameters are given by name"));
        continue;
      }
      String name = argument.name().get().name();
      Optional<Symbol.Parameter> parameter = PopulationChecker.named(template.parameters(), name);
      Optional<Symbol.TargetState> port = PopulationChecker.named(template.targets(), name);
      Optional<SynapseTemplate.Output> output =
          template.outputs().stream().filter(out -> out.input().equals(name)).findFirst();
      if (parameter.isPresent()) {
        Formula value =
            expressions.checkAs(argument.value(), scope, parameter.get().type(), "`" + name + "`", Codes.VALUE_DIMENSION);
        arguments.put(parameter.get(), value);
      } else if (port.isPresent() || output.isPresent()) {
        bind(argument, port, template, ports);
      } else {
        noSuchParameter(argument.name().get(), template);
      }
    }
    return arguments;
  }

  private void bind(
      Expression.Argument argument, Optional<Symbol.TargetState> port, SynapseTemplate template, Ports ports) {
    if (!(argument.value() instanceof Expression.Name name)) {
      report.add(
          Diagnostic.error(
              Codes.WRONG_KIND, argument.value().span(), "`" + argument.name().get() + "` is a port: give the name of the target's own"));
      return;
    }
    Identifier own = new Identifier(name.name(), name.span());
    port.ifPresent(symbol -> bindState(symbol, own, ports));
    template.outputs().stream()
        .filter(output -> output.input().equals(argument.name().get().name()))
        .forEach(output -> bindInput(output, own, ports));
  }

  private void bindState(Symbol.TargetState port, Identifier own, Ports ports) {
    Optional<Symbol.State> state = PopulationChecker.named(ports.neuron.states(), own.name());
    if (state.isEmpty()) {
      missing(own, "state", ports.neuron, ports.neuron.states().stream().map(Symbol::name).toList());
    } else if (!state.get().type().equals(port.type()) && known(state.get().type()) && known(port.type())) {
      report.add(
          Diagnostic.error(Codes.VALUE_DIMENSION, own.span(), "the synapse needs `target." + port.name() + "` in " + port.type() + ", but it is " + state.get().type())
              .withNote(port.span(), "needed here")
              .withNote(state.get().span(), "declared here"));
    } else {
      ports.states.put(port, state.get());
    }
  }

  private void bindInput(SynapseTemplate.Output output, Identifier own, Ports ports) {
    Optional<Symbol.Input> input = PopulationChecker.named(ports.neuron.inputs(), own.name());
    if (input.isEmpty()) {
      missing(own, "input", ports.neuron, ports.neuron.inputs().stream().map(Symbol::name).toList());
      return;
    }
    ValueType expected = input.get().type();
    if (known(expected) && known(output.formula().type()) && !output.formula().type().equals(expected)) {
      report.add(
          Diagnostic.error(
                  Codes.VALUE_DIMENSION,
                  own.span(),
                  "the synapse puts out " + output.formula().type() + ", but input `" + own + "` is " + expected)
              .withNote(output.span(), "put out here")
              .withNote(input.get().span(), "declared here"));
    }
    ports.inputs.put(output.input(), input.get());
  }

  private static boolean known(ValueType type) {
    return !type.equals(ValueType.UNKNOWN);
  }

  private void missing(Identifier own, String kind, NeuronTemplate neuron, java.util.List<String> names) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME,
                own.span(),
                "the target, neuron `" + neuron.name() + "`, has no " + kind + " `" + own + "`")
            .withNote(neuron.span(), "declared here");
    Optional<String> help = Suggestions.help(own.name(), names);
    report.add(help.map(diagnostic::withHelp).orElse(diagnostic));
  }

  private void noSuchParameter(Identifier name, SynapseTemplate template) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME, name.span(), "synapse `" + template.name() + "` has no parameter `" + name + "`")
            .withNote(template.span(), "declared here");
    Optional<String> help =
        Suggestions.help(name.name(), template.parameters().stream().map(Symbol::name).toList());
    report.add(help.map(diagnostic::withHelp).orElse(diagnostic));
  }

  private record Body(Optional<Formula> weight, Optional<Formula> delay) {}

  private Body body(Declaration.Projection syntax, SynapseTemplate template, Scope scope) {
    Optional<Formula> weight = Optional.empty();
    Optional<Formula> delay = Optional.empty();
    for (Assignment assignment : syntax.body()) {
      String name = assignment.name().name();
      boolean isWeight = template.weight().isPresent() && template.weight().get().name().equals(name);
      if (assignment.local()) {
        scope.declare(
            new Symbol.Let(name, expressions.check(assignment.value(), scope), assignment.name().span()));
      } else if (assignment.drawn() && (isWeight || name.equals("delay"))) {
        report.unsupported(assignment.span(), "a " + (isWeight ? "weight" : "delay") + " of its own for each synapse is");
        weight = isWeight ? Optional.of(new Formula.Broken(assignment.span())) : weight;
      } else if (isWeight) {
        weight = Optional.of(value(assignment, scope, template.weight().get().type(), "weight `" + name + "`"));
      } else if (name.equals("delay")) {
        delay = Optional.of(value(assignment, scope, new ValueType.Real(Dimension.TIME), "a delay"));
      } else {
        noSuchParameter(assignment.name(), template);
      }
    }
    if (template.weight().isPresent() && weight.isEmpty()) {
      String name = template.weight().get().name();
      report.add(
          Diagnostic.error(Codes.NO_VALUE, syntax.name().span(), "projection `" + syntax.name() + "` has no weight `" + name + "`")
              .withNote(template.weight().get().span(), "synapse `" + template.name() + "` has one")
              .withHelp("as in " + name + " = 0.1 " + dimensionText(template.weight().get().type())));
    }
    return new Body(weight, delay);
  }

  private static String dimensionText(ValueType type) {
    return type instanceof ValueType.Real(Dimension dimension) && !dimension.isDimensionless() ? dimension.inSource() : "";
  }

  private Formula value(Assignment assignment, Scope scope, ValueType type, String what) {
    if (perSynapse(assignment.value())) {
      report.unsupported(assignment.span(), "a value that differs from synapse to synapse is");
      return new Formula.Broken(assignment.span());
    }
    return expressions.checkAs(assignment.value(), scope, type, what, Codes.VALUE_DIMENSION);
  }

  /// Whether an expression reads `source.` or `target.`, and so differs from synapse to synapse.
  private static boolean perSynapse(Expression expression) {
    return switch (expression) {
      case Expression.Member member ->
          member.base() instanceof Expression.Name name
              && (name.name().equals("source") || name.name().equals("target"))
              && !member.member().name().equals("size");
      case Expression.Unary unary -> perSynapse(unary.operand());
      case Expression.Binary binary -> perSynapse(binary.left()) || perSynapse(binary.right());
      case Expression.Call call -> call.arguments().stream().anyMatch(argument -> perSynapse(argument.value()));
      case Expression.Conditional c -> perSynapse(c.condition()) || perSynapse(c.yes()) || perSynapse(c.no());
      case Expression.Number n -> false;
      case Expression.Text t -> false;
      case Expression.Truth t -> false;
      case Expression.Name n -> false;
      case Expression.Index i -> false;
      case Expression.ListOf l -> false;
      case Expression.Range r -> false;
      case Expression.Crosses c -> false;
    };
  }

  private void requireValues(
      Declaration.Projection syntax, SynapseTemplate template, Map<Symbol.Parameter, Formula> arguments) {
    Span place = syntax.synapse().span();
    for (Symbol.Parameter parameter : template.parameters()) {
      if (parameter.standard().isEmpty() && !arguments.containsKey(parameter)) {
        report.add(
            Diagnostic.error(
                    Codes.NO_VALUE, place, "parameter `" + parameter.name() + "` of `" + template.name() + "` has no value")
                .withNote(parameter.span(), "declared here"));
      }
    }
  }
}
