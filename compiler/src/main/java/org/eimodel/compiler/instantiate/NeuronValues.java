package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.eimodel.compiler.lower.PerNeuron;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.plan.Values;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.eimodel.syntax.Diagnostic;

/// The parameters and start values of one population's neurons.
final class NeuronValues {
  private final PopulationInstance population;
  private final PopulationFamily family;
  private final NeuronTemplate template;
  private final Populations populations;
  private final Map<String, Double> settings;
  private final long seed;
  private final Report report;
  private final Set<Symbol.Parameter> perNeuron;
  private final Map<Symbol, Values> known = new HashMap<>();
  private final Set<Symbol> pending = new HashSet<>();

  NeuronValues(
      PopulationInstance population, Populations populations, Map<String, Double> settings, long seed, Report report) {
    this.population = population;
    this.family = population.family();
    this.template = family.template();
    this.populations = populations;
    this.settings = settings;
    this.seed = seed;
    this.report = report;
    this.perNeuron = PerNeuron.parameters(family);
  }

  /// {@return the values of a parameter}
  Values parameter(Symbol.Parameter parameter) {
    Double set = settings.get(family.name() + "." + parameter.name());
    if (set != null && !perNeuron.contains(parameter)) {
      return new Values.Uniform(set);
    }
    ValueSource source = family.parameters().get(parameter);
    if (set != null) {
      source = null;
    }
    ValueSource given =
        source != null ? source : new ValueSource.Computed(parameter.standard().orElseThrow());
    return values(parameter, set != null ? new ValueSource.Computed(literal(set, parameter)) : given);
  }

  private static Formula literal(double value, Symbol symbol) {
    return new Formula.Literal(value, symbol.type(), symbol.span());
  }

  /// {@return the start values of a state}
  Values initial(Symbol.State state) {
    ValueSource source = family.initial().getOrDefault(state, template.initial().get(state));
    return values(state, source);
  }

  /// {@return the values of a parameter, or of a name that the population's body gives to a formula}
  Values named(Symbol symbol) {
    return symbol instanceof Symbol.Parameter parameter
        ? parameter(parameter)
        : computed(((Symbol.Let) symbol).value());
  }

  private Values values(Symbol symbol, ValueSource source) {
    Values values = known.get(symbol);
    if (values == null) {
      if (!pending.add(symbol)) {
        report.add(
            Diagnostic.error(
                    Codes.DEFINED_BY_ITSELF, source.span(), "the value of `" + symbol.name() + "` depends on itself")
                .withNote(symbol.span(), "declared here"));
        return new Values.Uniform(0);
      }
      values =
          switch (source) {
            case ValueSource.Computed(Formula formula) -> computed(formula);
            case ValueSource.Drawn drawn -> drawn(symbol, drawn);
            case ValueSource.Steady steady -> new SteadyState(this, template, report).of((Symbol.State) symbol);
          };
      known.put(symbol, values);
      pending.remove(symbol);
    }
    return values;
  }

  private Values computed(Formula formula) {
    return differs(formula)
        ? each(neuron -> evaluator(neuron).value(formula))
        : new Values.Uniform(evaluator(0).value(formula));
  }

  /// Whether a formula differs from neuron to neuron, by way of states included.
  boolean differs(Formula formula) {
    return PerNeuron.differs(formula, perNeuron)
        || formula.mentions(symbol -> symbol instanceof Symbol.State state && initial(state) instanceof Values.Each);
  }

  Values each(IntToDoubleFunction value) {
    double[] values = new double[population.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return new Values.Each(values);
  }

  private Values drawn(Symbol symbol, ValueSource.Drawn drawn) {
    RandomStream stream = new RandomStream(StreamKey.of(seed, population.name() + "." + symbol.name()));
    Draws draws = new Draws(drawn, stream, report);
    List<Formula> bounds = drawn.bounds();
    boolean same = drawn.arguments().stream().noneMatch(this::differs) && bounds.stream().noneMatch(this::differs);
    double[] fixed = same ? arguments(drawn.arguments(), 0) : null;
    double[] fixedBounds = same ? arguments(bounds, 0) : null;
    if (same && !draws.possible(fixed, fixedBounds)) {
      return new Values.Uniform(0);
    }
    double[] first = stream.firstDoubles(population.size());
    return each(
        neuron ->
            same
                ? draws.draw(neuron, first[neuron], fixed, fixedBounds)
                : draws.own(neuron, first[neuron], arguments(drawn.arguments(), neuron), arguments(bounds, neuron)));
  }

  private double[] arguments(List<Formula> formulas, int neuron) {
    Evaluator evaluator = evaluator(neuron);
    return formulas.stream().mapToDouble(evaluator::value).toArray();
  }

  /// {@return an evaluator for one neuron: its parameters, its start values, its number}
  Evaluator evaluator(int neuron) {
    Map<Symbol, Double> labels = population.bindings();
    Evaluator outer = populations.evaluator(labels);
    return new Evaluator(symbol -> value(symbol, neuron, outer), outer.sizes());
  }

  private double value(Symbol symbol, int neuron, Evaluator outer) {
    return switch (symbol) {
      case Symbol.Parameter parameter -> parameter(parameter).at(neuron);
      case Symbol.State state -> initial(state).at(neuron);
      case Symbol.Input input -> 0;
      case Symbol.Known engine when engine.kind() == Symbol.Known.Kind.NEURON -> neuron;
      case Symbol.Known engine when engine.kind() == Symbol.Known.Kind.SIZE -> population.size();
      case Symbol.Known engine when engine.kind() == Symbol.Known.Kind.TIME -> 0;
      default -> outer.symbols().applyAsDouble(symbol);
    };
  }
}
