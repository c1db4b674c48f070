package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.Pairs;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.SynapseValue;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Quantity;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.ModelException;
import org.eimodel.syntax.Span;

/// The weights and delays of one projection's synapses: as numbers where they are known, else how they come about.
///
/// @param name of the projection, as `LL[4E, 23E]`
/// @param pairs of its file, where it has one
record SynapseNumbers(
    ProjectionFamily family,
    String name,
    PairFormula.Ends ends,
    Evaluator evaluator,
    Optional<Pairs> pairs,
    Neurons neurons,
    StepGrid grid,
    Report report) {

  /// {@return the weight that all synapses have}
  ///
  /// @param set the weight that a run sets, or NaN
  double weight(double set) {
    return Double.isNaN(set) ? number(((SynapseValue.Computed) family.weight().orElseThrow()).formula()) : set;
  }

  /// {@return each synapse's own weight; empty after an error}
  Optional<SynapseValues> weights(double set) {
    if (!Double.isNaN(set)) {
      return Optional.of(new SynapseValues.Uniform(set));
    }
    SynapseValue weight = family.weight().orElseThrow();
    return values(weight, family.synapse().weight().orElseThrow().name())
        .map(values ->
            values instanceof SynapseValues.ByPair(var value) ? finite(value, weight) : values);
  }

  private Optional<SynapseValues> values(SynapseValue value, String what) {
    return switch (value) {
      case SynapseValue.Computed computed ->
          Optional.of(new SynapseValues.ByPair(pair(computed.formula())::of));
      case SynapseValue.Drawn(var draw) ->
          new CheckedDraws(report)
              .of(draw, numbers(draw.arguments()), numbers(draw.bounds()), name + "." + what)
              .map(drawn -> drawn);
      case SynapseValue.Column(String column, Span span) ->
          Optional.of(new SynapseValues.Listed(pairs.orElseThrow().columns().get(column)));
    };
  }

  private PairFormula pair(Formula formula) {
    return new PairFormula(formula, ends, evaluator, neurons);
  }

  /// {@return a formula's value where it does not differ from pair to pair}
  private double number(Formula formula) {
    return pair(formula).of(0, 0);
  }

  private double[] numbers(List<Formula> formulas) {
    return formulas.stream().mapToDouble(this::number).toArray();
  }

  private SynapseValues finite(SynapseValues.PairValue value, SynapseValue weight) {
    return new SynapseValues.ByPair((source, target) -> {
      double number = value.of(source, target);
      if (!Double.isFinite(number)) {
        throw wrong(weight, "a weight cannot be " + Numbers.text(number), source, target);
      }
      return number;
    });
  }

  /// {@return how long spikes travel; empty after an error}
  ///
  /// @param set the delay that a run sets, or NaN
  Optional<Delays> delays(double set) {
    if (!Double.isNaN(set)) {
      return Optional.of(
          same(new Formula.Literal(set, new ValueType.Real(Dimension.TIME), family.span()), set));
    }
    if (family.delay().isEmpty()) {
      return Optional.of(new Delays.Same(0));
    }
    SynapseValue delay = family.delay().get();
    if (delay instanceof SynapseValue.Computed(Formula formula) && !delay.perSynapse()) {
      return Optional.of(same(formula, number(formula)));
    }
    return values(delay, "delay").flatMap(values -> each(values, delay));
  }

  private Delays same(Formula source, double milliseconds) {
    return new Delays.Same((int) grid.steps(milliseconds, source, family.name()));
  }

  private Optional<Delays> each(SynapseValues values, SynapseValue delay) {
    return switch (values) {
      case SynapseValues.Uniform uniform -> Optional.of(new Delays.Each(uniform));
      case SynapseValues.Drawn drawn -> drawn(drawn, delay);
      case SynapseValues.ByPair(var value) ->
          Optional.of(
              new Delays.Each(
                  new SynapseValues.ByPair((s, t) -> onGrid(value.of(s, t), delay, s, t))));
      case SynapseValues.Listed(double[] listed) -> {
        for (double milliseconds : listed) {
          grid.steps(milliseconds, delay.span(), family.name());
        }
        yield Optional.of(new Delays.Each(values));
      }
    };
  }

  /// A draw that may become no delay, or less than none, is an error before anything is drawn.
  private Optional<Delays> drawn(SynapseValues.Drawn drawn, SynapseValue delay) {
    DrawnRange range = DrawnRange.of(drawn);
    boolean none = range.least() == 0 && range.greatest() == 0;
    if (none || grid.isDelay(range.least()) && grid.isDelay(range.greatest())) {
      return Optional.of(new Delays.Each(drawn));
    }
    boolean small = !grid.isDelay(range.least());
    report.add(
        Diagnostic.error(
                Codes.BELOW_GRID,
                delay.span(),
                "a delay drawn for "
                    + name
                    + " may be "
                    + time(small ? range.least() : range.greatest())
                    + (small ? ", which is less than half a time step of " + time(grid.dt()) : ""))
            .withHelp(
                "bound the draws, as in redraw below "
                    + time(grid.dt())
                    + ", or clip "
                    + time(grid.dt())
                    + " .. 5 ms"));
    return Optional.empty();
  }

  private double onGrid(double milliseconds, SynapseValue delay, int source, int target) {
    if (milliseconds != 0 && !grid.isDelay(milliseconds)) {
      String why =
          milliseconds > 0 && milliseconds < grid.dt()
              ? ", less than half a time step of " + time(grid.dt())
              : "";
      throw wrong(delay, "a delay cannot be " + time(milliseconds) + why, source, target);
    }
    return milliseconds;
  }

  private ModelException wrong(SynapseValue value, String message, int source, int target) {
    return new ModelException(
        List.of(
            Diagnostic.error(
                Codes.BAD_NUMBER,
                value.span(),
                message + ": " + name + " from neuron " + source + " to neuron " + target)));
  }

  private static String time(double milliseconds) {
    return new Quantity(Numbers.about(milliseconds), Dimension.TIME).toString();
  }
}
