package org.eimodel.compiler.instantiate;

import java.util.Optional;
import org.eimodel.compiler.check.DataDiagnostics;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.data.DataProblem;
import org.eimodel.compiler.data.DataResult;
import org.eimodel.compiler.data.Pairs;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;

/// Connection rules with their numbers, checked against the sizes of the populations.
record Rules(DataFiles files, Report report) {

  Optional<ConnectionRule> of(
      ProjectionFamily.Connect connect, PopulationInstance source, PopulationInstance target, Evaluator evaluator) {
    boolean selfPairs = source.position() == target.position() && !connect.autapses();
    boolean multapses = connect.multapses();
    return switch (connect.rule()) {
      case ALL -> Optional.of(new ConnectionRule.All());
      case ONE_TO_ONE -> oneToOne(connect, source, target);
      case PROBABILITY -> probability(connect, evaluator);
      case OUTDEGREE ->
          degree(connect, evaluator, target, selfPairs, "an out-degree")
              .map(count -> new ConnectionRule.OutDegree(count, multapses));
      case INDEGREE ->
          degree(connect, evaluator, source, selfPairs, "an in-degree")
              .map(count -> new ConnectionRule.InDegree(count, multapses));
      case TOTAL -> {
        Formula argument = connect.argument().orElseThrow();
        long pairs = (long) source.size() * target.size() - (selfPairs ? source.size() : 0);
        long most = multapses ? 1L << 50 : pairs;
        yield Populations.whole(evaluator.value(argument), argument, 0, most, "a number of synapses", report)
            .map(count -> new ConnectionRule.Total(count, multapses));
      }
      case PAIRS -> pairs(connect, source, target);
      case WHERE -> Optional.of(where(connect, source, target, evaluator));
    };
  }

  /// {@return whether a rule can have no synapse}
  static boolean isEmpty(ConnectionRule rule) {
    return switch (rule) {
      case ConnectionRule.OutDegree(int count, boolean multapses) -> count == 0;
      case ConnectionRule.InDegree(int count, boolean multapses) -> count == 0;
      case ConnectionRule.Total(long count, boolean multapses) -> count == 0;
      case ConnectionRule.Probability(double p) -> p == 0;
      case ConnectionRule.Pairs(int[] sources, int[] targets) -> sources.length == 0;
      case ConnectionRule.All all -> false;
      case ConnectionRule.OneToOne oneToOne -> false;
      case ConnectionRule.Where where -> false;
    };
  }

  private Optional<ConnectionRule> oneToOne(
      ProjectionFamily.Connect connect, PopulationInstance source, PopulationInstance target) {
    if (source.size() == target.size()) {
      return Optional.of(new ConnectionRule.OneToOne());
    }
    report.add(
        Diagnostic.error(
            Codes.CONNECT,
            connect.span(),
            "`one_to_one` needs equal sizes, but " + source.name() + " has " + source.size() + " neurons and " + target.name() + " has " + target.size()));
    return Optional.empty();
  }

  private Optional<ConnectionRule> probability(ProjectionFamily.Connect connect, Evaluator evaluator) {
    Formula argument = connect.argument().orElseThrow();
    double p = evaluator.value(argument);
    if (p >= 0 && p <= 1) {
      return Optional.of(new ConnectionRule.Probability(p));
    }
    report.add(
        Diagnostic.error(Codes.BAD_NUMBER, argument.span(), "a probability cannot be " + Numbers.text(p))
            .withHelp("it must be between 0 and 1"));
    return Optional.empty();
  }

  private Optional<Integer> degree(
      ProjectionFamily.Connect connect, Evaluator evaluator, PopulationInstance other, boolean selfPairs, String what) {
    Formula argument = connect.argument().orElseThrow();
    long most = connect.multapses() ? Integer.MAX_VALUE : other.size() - (selfPairs ? 1 : 0);
    return Populations.whole(evaluator.value(argument), argument, 0, most, what, report).map(Long::intValue);
  }

  private Optional<ConnectionRule> pairs(
      ProjectionFamily.Connect connect, PopulationInstance source, PopulationInstance target) {
    return switch (files.csvPairs(connect.file().orElseThrow(), source.size(), target.size())) {
      case DataResult.Ok<Pairs>(Pairs pairs) ->
          Optional.of(new ConnectionRule.Pairs(pairs.sources(), pairs.targets()));
      case DataResult.Failed<Pairs>(DataProblem problem) -> {
        report.add(DataDiagnostics.of(problem, connect.span()));
        yield Optional.empty();
      }
    };
  }

  private static ConnectionRule where(
      ProjectionFamily.Connect connect, PopulationInstance source, PopulationInstance target, Evaluator evaluator) {
    Formula condition = connect.argument().orElseThrow();
    return new ConnectionRule.Where(
        (from, to) ->
            new Evaluator(symbol -> end(symbol, from, to, source, target, evaluator), evaluator.sizes())
                .holds(condition));
  }

  private static double end(
      Symbol symbol, int from, int to, PopulationInstance source, PopulationInstance target, Evaluator outer) {
    if (symbol instanceof Symbol.Known known) {
      switch (known.kind()) {
        case SOURCE_NEURON -> {
          return from;
        }
        case TARGET_NEURON -> {
          return to;
        }
        case SOURCE_SIZE -> {
          return source.size();
        }
        case TARGET_SIZE -> {
          return target.size();
        }
        case TIME, TIME_STEP, NEURON, SIZE, PI -> {}
      }
    }
    return outer.symbols().applyAsDouble(symbol);
  }
}
