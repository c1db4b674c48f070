package org.eimodel.compiler.check;

import java.util.stream.Stream;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;

/// `population` declarations.
record PopulationChecker(
    Report report, ExpressionChecker expressions, FamilyChecker families, Map<String, NeuronTemplate> templates) {

  Optional<PopulationFamily> check(Declaration.Population syntax, Scope outer) {
    FamilyChecker.Checked family = families.check(syntax.family(), outer);
    Formula size =
        expressions.checkAs(syntax.size(), family.scope(), ValueType.NUMBER, "a population's size", Codes.NOT_A_PLAIN_NUMBER);
    NeuronTemplate template = templates.get(syntax.template().template().name());
    if (template == null) {
      unknownTemplate(syntax);
      return Optional.empty();
    }
    Scope numbered = family.scope().inner();
    numbered.declare(new Symbol.Known("i", Symbol.Known.Kind.NEURON, Dimension.NONE, syntax.name().span()));
    numbered.declare(new Symbol.Known("size", Symbol.Known.Kind.SIZE, Dimension.NONE, syntax.name().span()));
    Map<Symbol.Parameter, ValueSource> parameters = arguments(syntax.template(), template, numbered);
    Map<Symbol.State, ValueSource> initial = new LinkedHashMap<>();
    List<Symbol.Let> lets = new ArrayList<>();
    body(syntax.body(), template, numbered.inner(), parameters, initial, lets);
    requireValues(syntax, template, parameters);
    return Optional.of(
        new PopulationFamily(
            syntax.name().name(),
            family.binders(),
            family.where(),
            size,
            template,
            parameters,
            initial,
            lets,
            syntax.name().span()));
  }

  private void unknownTemplate(Declaration.Population syntax) {
    String name = syntax.template().template().name();
    Diagnostic diagnostic =
        Diagnostic.error(Codes.UNKNOWN_NAME, syntax.template().template().span(), "there is no neuron `" + name + "`");
    Optional<String> help = Suggestions.helpOrList(name, templates.keySet(), "the model has");
    report.add(diagnostic.withHelp(help.orElse("declare it, as in neuron " + name + " { ... }")));
  }

  private Map<Symbol.Parameter, ValueSource> arguments(
      Declaration.Use use, NeuronTemplate template, Scope scope) {
    Map<Symbol.Parameter, ValueSource> parameters = new LinkedHashMap<>();
    for (Expression.Argument argument : use.arguments()) {
      if (argument.name().isEmpty()) {
        report.add(
            Diagnostic.error(Codes.ARGUMENTS, argument.value().span(), "parameters are given by name")
                .withHelp("as in " + template.name() + "(" + first(template) + " = ...)"));
        continue;
      }
      String name = argument.name().get().name();
      Optional<Symbol.Parameter> parameter = named(template.parameters(), name);
      if (parameter.isEmpty()) {
        report.add(noSuchParameter(argument, template));
        continue;
      }
      Formula value =
          expressions.checkAs(argument.value(), scope, parameter.get().type(), "`" + name + "`", Codes.VALUE_DIMENSION);
      parameters.put(parameter.get(), new ValueSource.Computed(value));
    }
    return parameters;
  }

  private static String first(NeuronTemplate template) {
    return template.parameters().isEmpty() ? "name" : template.parameters().getFirst().name();
  }

  private static Diagnostic noSuchParameter(Expression.Argument argument, NeuronTemplate template) {
    String name = argument.name().orElseThrow().name();
    List<String> known = template.parameters().stream().map(Symbol::name).toList();
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME,
                argument.name().get().span(),
                "neuron `" + template.name() + "` has no parameter `" + name + "`")
            .withNote(template.span(), "declared here");
    return Suggestions.helpOrList(name, known, "it has").map(diagnostic::withHelp).orElse(diagnostic);
  }

  private void body(
      List<Assignment> body,
      NeuronTemplate template,
      Scope scope,
      Map<Symbol.Parameter, ValueSource> parameters,
      Map<Symbol.State, ValueSource> initial,
      List<Symbol.Let> lets) {
    template.parameters().stream().filter(p -> !scope.knows(p.name())).forEach(scope::declare);
    template.states().stream().filter(s -> !scope.knows(s.name())).forEach(scope::declare);
    ValueChecker values = new ValueChecker(report, expressions);
    for (Assignment assignment : body) {
      String name = assignment.name().name();
      Optional<Symbol.Parameter> parameter = named(template.parameters(), name);
      Optional<Symbol.State> state = named(template.states(), name);
      if (assignment.local()) {
        scope.declareLater(
            name,
            assignment.name().span(),
            () -> Optional.of(new Symbol.Let(name, expressions.check(assignment.value(), scope), assignment.name().span())));
        scope
            .symbol(name, assignment.name().span())
            .filter(Symbol.Let.class::isInstance)
            .ifPresent(let -> lets.add((Symbol.Let) let));
      } else if (parameter.isPresent()) {
        Optional<ValueSource> value = values.check(assignment, scope, parameter.get().type());
        value.ifPresent(source -> parameters.put(parameter.get(), source));
      } else if (state.isPresent()) {
        Optional<ValueSource> value = values.check(assignment, scope, state.get().type());
        value.ifPresent(source -> initial.put(state.get(), source));
      } else {
        unknownMember(assignment, template);
      }
    }
  }

  private void unknownMember(Assignment assignment, NeuronTemplate template) {
    List<String> known =
        Stream.concat(template.parameters().stream(), template.states().stream())
            .map(Symbol::name)
            .toList();
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.UNKNOWN_NAME,
                assignment.name().span(),
                "neuron `" + template.name() + "` has no parameter or state `" + assignment.name() + "`")
            .withNote(template.span(), "declared here");
    report.add(
        Suggestions.helpOrList(assignment.name().name(), known, "it has").map(diagnostic::withHelp).orElse(diagnostic));
  }

  private void requireValues(
      Declaration.Population syntax, NeuronTemplate template, Map<Symbol.Parameter, ValueSource> parameters) {
    for (Symbol.Parameter parameter : template.parameters()) {
      if (parameter.standard().isEmpty() && !parameters.containsKey(parameter)) {
        report.add(
            Diagnostic.error(
                    Codes.NO_VALUE,
                    syntax.template().span(),
                    "parameter `" + parameter.name() + "` of `" + template.name() + "` has no value")
                .withNote(parameter.span(), "declared here")
                .withHelp("as in " + template.name() + "(" + parameter.name() + " = ...)"));
      }
    }
  }

  static <T extends Symbol> Optional<T> named(List<T> symbols, String name) {
    return symbols.stream().filter(symbol -> symbol.name().equals(name)).findFirst();
  }
}
