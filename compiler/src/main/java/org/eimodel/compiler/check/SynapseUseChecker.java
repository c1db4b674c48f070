package org.eimodel.compiler.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.SynapseUse;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// `using Conductance(tau = 5 ms, v = v_dendrite)`: a template, its arguments, and its ports on the target.
record SynapseUseChecker(
    Report report, ExpressionChecker expressions, Map<String, SynapseTemplate> templates) {

  /// {@return the template of that name; says so when there is none}
  Optional<SynapseTemplate> template(Declaration.Use use) {
    SynapseTemplate template = templates.get(use.template().name());
    if (template == null) {
      unknownTemplate(use.template());
    }
    return Optional.ofNullable(template);
  }

  /// {@return the template wired to a neuron}
  SynapseUse check(
      Declaration.Use use, SynapseTemplate template, NeuronTemplate target, Scope scope) {
    Ports ports = new Ports(target, new LinkedHashMap<>(), new LinkedHashMap<>());
    Map<Symbol.Parameter, Formula> arguments = arguments(use, template, ports, scope);
    ports.bindRest(this, use, template);
    requireValues(use, template, arguments);
    return new SynapseUse(template, arguments, ports.states, ports.inputs);
  }

  private void unknownTemplate(Identifier name) {
    Diagnostic diagnostic =
        Diagnostic.error(Codes.UNKNOWN_NAME, name.span(), "there is no synapse `" + name + "`");
    Optional<String> help =
        Suggestions.helpOrList(name.name(), templates.keySet(), "the model has");
    report.add(diagnostic.withHelp(help.orElse("declare it, as in synapse " + name + " { ... }")));
  }

  /// What the template calls its target's states and inputs, and what they are.
  private record Ports(
      NeuronTemplate neuron,
      Map<Symbol.TargetState, Symbol.State> states,
      Map<String, Symbol.Input> inputs) {

    void bindRest(SynapseUseChecker checker, Declaration.Use use, SynapseTemplate template) {
      for (Symbol.TargetState port : template.targets()) {
        if (!states.containsKey(port)) {
          checker.bindState(port, new Identifier(port.name(), use.span()), this);
        }
      }
      for (SynapseTemplate.Output output : template.outputs()) {
        if (!inputs.containsKey(output.input())) {
          checker.bindInput(output, new Identifier(output.input(), use.span()), this);
        }
      }
    }
  }

  private Map<Symbol.Parameter, Formula> arguments(
      Declaration.Use use, SynapseTemplate template, Ports ports, Scope scope) {
    Map<Symbol.Parameter, Formula> arguments = new LinkedHashMap<>();
    for (Expression.Argument argument : use.arguments()) {
      if (argument.name().isEmpty()) {
        report.add(
            Diagnostic.error(
                Codes.ARGUMENTS, argument.value().span(), "parameters are given by name"));
        continue;
      }
      String name = argument.name().get().name();
      Optional<Symbol.Parameter> parameter = PopulationChecker.named(template.parameters(), name);
      Optional<Symbol.TargetState> port = PopulationChecker.named(template.targets(), name);
      Optional<SynapseTemplate.Output> output =
          template.outputs().stream().filter(out -> out.input().equals(name)).findFirst();
      if (parameter.isPresent()) {
        Formula value =
            expressions.checkAs(
                argument.value(),
                scope,
                parameter.get().type(),
                "`" + name + "`",
                Codes.VALUE_DIMENSION);
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
      Expression.Argument argument,
      Optional<Symbol.TargetState> port,
      SynapseTemplate template,
      Ports ports) {
    if (!(argument.value() instanceof Expression.Name name)) {
      report.add(
          Diagnostic.error(
              Codes.WRONG_KIND,
              argument.value().span(),
              "`" + argument.name().get() + "` is a port: give the name of the target's own"));
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
      missing(
          own, "state", ports.neuron, ports.neuron.states().stream().map(Symbol::name).toList());
    } else if (!state.get().type().equals(port.type())
        && known(state.get().type())
        && known(port.type())) {
      report.add(
          Diagnostic.error(
                  Codes.VALUE_DIMENSION,
                  own.span(),
                  "the synapse needs `target."
                      + port.name()
                      + "` in "
                      + port.type()
                      + ", but it is "
                      + state.get().type())
              .withNote(port.span(), "needed here")
              .withNote(state.get().span(), "declared here"));
    } else {
      ports.states.put(port, state.get());
    }
  }

  private void bindInput(SynapseTemplate.Output output, Identifier own, Ports ports) {
    Optional<Symbol.Input> input = PopulationChecker.named(ports.neuron.inputs(), own.name());
    if (input.isEmpty()) {
      missing(
          own, "input", ports.neuron, ports.neuron.inputs().stream().map(Symbol::name).toList());
      return;
    }
    ValueType expected = input.get().type();
    if (known(expected)
        && known(output.formula().type())
        && !output.formula().type().equals(expected)) {
      report.add(
          Diagnostic.error(
                  Codes.VALUE_DIMENSION,
                  own.span(),
                  "the synapse puts out "
                      + output.formula().type()
                      + ", but input `"
                      + own
                      + "` is "
                      + expected)
              .withNote(output.span(), "put out here")
              .withNote(input.get().span(), "declared here"));
    }
    ports.inputs.put(output.input(), input.get());
  }

  private static boolean known(ValueType type) {
    return !type.equals(ValueType.UNKNOWN);
  }

  private void missing(Identifier own, String kind, NeuronTemplate neuron, List<String> names) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME,
                own.span(),
                "the target, neuron `" + neuron.name() + "`, has no " + kind + " `" + own + "`")
            .withNote(neuron.span(), "declared here");
    Optional<String> help = Suggestions.helpOrList(own.name(), names, "it has");
    String example = kind.equals("input") ? "input " + own + " : mV" : "state " + own + " = 0 mV";
    report.add(diagnostic.withHelp(help.orElse("declare it there, as in " + example)));
  }

  /// Says that what is given a value does not exist.
  void noSuchParameter(Identifier name, SynapseTemplate template) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME,
                name.span(),
                "synapse `" + template.name() + "` has no parameter `" + name + "`")
            .withNote(template.span(), "declared here");
    Optional<String> help =
        Suggestions.helpOrList(
            name.name(), template.parameters().stream().map(Symbol::name).toList(), "it has");
    report.add(help.map(diagnostic::withHelp).orElse(diagnostic));
  }

  private void requireValues(
      Declaration.Use use, SynapseTemplate template, Map<Symbol.Parameter, Formula> arguments) {
    Span place = use.span();
    for (Symbol.Parameter parameter : template.parameters()) {
      if (parameter.standard().isEmpty() && !arguments.containsKey(parameter)) {
        report.add(
            Diagnostic.error(
                    Codes.NO_VALUE,
                    place,
                    "parameter `"
                        + parameter.name()
                        + "` of `"
                        + template.name()
                        + "` has no value")
                .withNote(parameter.span(), "declared here"));
      }
    }
  }

  /// Says that a use gives no weight to a template that has one.
  ///
  /// @param who uses it, as "projection `EE`"
  void noWeight(String who, Span place, SynapseTemplate template) {
    Symbol.Weight weight = template.weight().orElseThrow();
    report.add(
        Diagnostic.error(Codes.NO_VALUE, place, who + " has no weight `" + weight.name() + "`")
            .withNote(weight.span(), "synapse `" + template.name() + "` has one")
            .withHelp("as in " + weight.name() + " = 0.1 " + unit(weight.type())));
  }

  private static String unit(ValueType type) {
    return type instanceof ValueType.Real(Dimension dimension) && !dimension.isDimensionless()
        ? dimension.inSource()
        : "";
  }
}
