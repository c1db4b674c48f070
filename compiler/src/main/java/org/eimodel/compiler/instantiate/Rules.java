package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.check.DataDiagnostics;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.data.DataProblem;
import org.eimodel.compiler.data.DataResult;
import org.eimodel.compiler.data.PairColumn;
import org.eimodel.compiler.data.Pairs;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;

/// Connection rules with their numbers, checked against the sizes of the populations.
record Rules(DataFiles files, Neurons neurons, Report report) {

  /// {@return the rule of one projection; empty after an error}
  ///
  /// @param pairs of the file, where the rule names one
  Optional<ConnectionRule> of(
      ProjectionFamily.Connect connect, PairFormula.Ends ends, Evaluator evaluator, Optional<Pairs> pairs) {
    PopulationInstance source = ends.source();
    PopulationInstance target = ends.target();
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
        long most = (long) source.size() * target.size() - (selfPairs ? source.size() : 0);
        double value = evaluator.value(argument);
        if (!multapses && value > most) {
          tooMany(argument, value, most);
          yield Optional.empty();
        }
        yield Populations.whole(value, argument, 0, 1L << 50, "a number of synapses", report)
            .map(count -> new ConnectionRule.Total(count, multapses));
      }
      case PAIRS -> pairs.map(read -> new ConnectionRule.Pairs(read.sources(), read.targets()));
      case WHERE -> Optional.of(where(connect, ends, evaluator));
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

  private void tooMany(Formula argument, double count, long most) {
    report.add(
        Diagnostic.error(
                Codes.BAD_NUMBER,
                argument.span(),
                "a number of synapses cannot be " + Numbers.text(count) + ": there are " + most + " pairs, and each is connected at most once")
            .withHelp("allow several synapses of a pair, as in connect total(" + argument.span().text() + "), multapses"));
  }

  /// {@return the file of `pairs`, without autapses where there shall be none; empty after an error}
  Optional<Pairs> pairs(ProjectionFamily.Connect connect, PairFormula.Ends ends, List<PairColumn> columns) {
    int sources = ends.source().size();
    int targets = ends.target().size();
    return switch (files.csvPairs(connect.file().orElseThrow(), sources, targets, columns)) {
      case DataResult.Ok<Pairs>(Pairs pairs) -> {
        boolean same = ends.source().position() == ends.target().position();
        yield Optional.of(same && !connect.autapses() ? pairs.withoutAutapses() : pairs);
      }
      case DataResult.Failed<Pairs>(DataProblem problem) -> {
        report.add(DataDiagnostics.of(problem, connect.span()));
        yield Optional.empty();
      }
    };
  }

  private ConnectionRule where(ProjectionFamily.Connect connect, PairFormula.Ends ends, Evaluator evaluator) {
    PairFormula condition = new PairFormula(connect.argument().orElseThrow(), ends, evaluator, neurons);
    return new ConnectionRule.Where((source, target) -> condition.of(source, target) != 0);
  }
}
