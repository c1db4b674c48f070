package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.ProjectionFamily.Rule;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Span;

/// `connect rule(argument), options`.
record ConnectChecker(Report report, ExpressionChecker expressions) {
  private static final List<String> OPTIONS = List.of("no autapses", "multapses", "procedural");

  /// {@return the rule; empty after an error}
  ///
  /// @param pair the scope of a condition on source and target
  Optional<ProjectionFamily.Connect> check(Declaration.Connect syntax, Scope scope, Scope pair) {
    String name = syntax.rule().name();
    if (name.equals("kernel")) {
      report.unsupported(syntax.rule().span(), "`connect kernel` (a rule with geometry) is");
      return Optional.empty();
    }
    Optional<Rule> rule = Arrays.stream(Rule.values()).filter(r -> r.symbol().equals(name)).findFirst();
    if (rule.isEmpty()) {
      List<String> known = Arrays.stream(Rule.values()).map(Rule::symbol).toList();
      Diagnostic diagnostic =
          Diagnostic.error(Codes.CONNECT, syntax.rule().span(), "there is no connection rule `" + name + "`");
      Optional<String> help = Suggestions.help(name, known);
      report.add(diagnostic.withHelp(help.orElse("known are " + String.join(", ", known))));
      return Optional.empty();
    }
    Options options = options(syntax, rule.get());
    if (options.multapses && !allowsMultapses(rule.get())) {
      report.add(
          Diagnostic.error(
                  Codes.CONNECT,
                  syntax.span(),
                  "`" + name + "` connects a pair at most once: `multapses` says nothing here")
              .withHelp("leave `multapses` out, or connect by outdegree, indegree or total"));
    }
    return argument(syntax, rule.get(), scope, pair, options);
  }

  private record Options(boolean autapses, boolean multapses, boolean procedural) {}

  private Options options(Declaration.Connect syntax, Rule rule) {
    boolean autapses = true;
    boolean multapses = false;
    boolean procedural = false;
    for (Declaration.Option option : syntax.options()) {
      switch (option.text()) {
        case "no autapses" -> autapses = false;
        case "multapses" -> multapses = true;
        case "procedural" -> {
          procedural = true;
          rowsOfTheirOwn(rule, option);
        }
        default ->
            report.add(
                Diagnostic.error(Codes.CONNECT, option.span(), "there is no option `" + option.text() + "`")
                    .withHelp(meant(option.text())));
      }
    }
    return new Options(autapses, multapses, procedural);
  }

  private static String meant(String option) {
    return switch (option) {
      case "autapses" -> "leave it out: a neuron may be its own target unless `no autapses` says otherwise";
      case "no multapses" -> "leave it out: a pair is connected at most once unless `multapses` says otherwise";
      default -> Suggestions.help(option, OPTIONS).orElse("known are " + String.join(", ", OPTIONS));
    };
  }

  private static boolean allowsMultapses(Rule rule) {
    return switch (rule) {
      case OUTDEGREE, INDEGREE, TOTAL -> true;
      case ALL, ONE_TO_ONE, PROBABILITY, PAIRS, WHERE -> false;
    };
  }

  private static String example(Rule rule) {
    return switch (rule) {
      case ALL, ONE_TO_ONE -> rule.symbol();
      case PROBABILITY -> "probability(0.1)";
      case OUTDEGREE, INDEGREE, TOTAL -> rule.symbol() + "(100)";
      case PAIRS -> "pairs(\"synapses.csv\")";
      case WHERE -> "where (source.i < target.i)";
    };
  }

  /// A procedural row is drawn when its source spikes: it cannot depend on other rows.
  private void rowsOfTheirOwn(Rule rule, Declaration.Option option) {
    switch (rule) {
      case ALL, ONE_TO_ONE, PROBABILITY, OUTDEGREE, TOTAL, WHERE -> {}
      case INDEGREE ->
          report.add(
              Diagnostic.error(
                      Codes.CONNECT, option.span(), "`indegree` draws the sources of each target: no spike can draw its row alone")
                  .withHelp("leave `procedural` out, or connect by outdegree, probability or total"));
      case PAIRS ->
          report.add(
              Diagnostic.error(Codes.CONNECT, option.span(), "`pairs` draws nothing: `procedural` says nothing here")
                  .withHelp("leave `procedural` out: pairs of a file are stored as they are given"));
    }
  }

  private Optional<ProjectionFamily.Connect> argument(
      Declaration.Connect syntax, Rule rule, Scope scope, Scope pair, Options options) {
    int expected =
        switch (rule) {
          case ALL, ONE_TO_ONE -> 0;
          case PROBABILITY, OUTDEGREE, INDEGREE, TOTAL, PAIRS, WHERE -> 1;
        };
    boolean named = syntax.arguments().stream().anyMatch(argument -> argument.name().isPresent());
    if (syntax.arguments().size() != expected || named) {
      report.add(
          Diagnostic.error(
                  Codes.CONNECT,
                  syntax.span(),
                  "`" + rule.symbol() + "` takes " + (expected == 0 ? "no argument" : "one argument"))
              .withHelp("as in connect " + example(rule)));
      return Optional.empty();
    }
    Optional<Formula> value = Optional.empty();
    Optional<String> file = Optional.empty();
    switch (rule) {
      case ALL, ONE_TO_ONE -> {}
      case PAIRS -> {
        Expression argument = syntax.arguments().getFirst().value();
        if (!(argument instanceof Expression.Text text)) {
          report.add(Diagnostic.error(Codes.CONNECT, argument.span(), "`pairs` names a file, as in pairs(\"gap.csv\")"));
          return Optional.empty();
        }
        file = Optional.of(text.value());
      }
      case WHERE -> {
        value =
            Optional.of(
                expressions.checkAs(
                    syntax.arguments().getFirst().value(), pair, ValueType.TRUTH, "the condition of a pair", Codes.WRONG_TYPE));
      }
      case PROBABILITY, OUTDEGREE, INDEGREE, TOTAL ->
          value =
              Optional.of(
                  expressions.checkAs(
                      syntax.arguments().getFirst().value(),
                      scope,
                      ValueType.NUMBER,
                      "the argument of `" + rule.symbol() + "`",
                      Codes.NOT_A_PLAIN_NUMBER));
    }
    if (value.isPresent() && value.get() instanceof Formula.Broken) {
      return Optional.empty();
    }
    return Optional.of(
        new ProjectionFamily.Connect(
            rule, value, file, options.autapses, options.multapses, options.procedural, syntax.span()));
  }
}
