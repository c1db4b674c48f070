package org.eimodel.compiler.instantiate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.plan.Values;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;

/// `state m = steady`: the fixed point of the state's own equation at the other initial values, without input.
///
/// States that are steady together are found in turns, until none moves.
final class SteadyState {
  private static final int ROUNDS = 200;
  private static final double TOLERANCE = 1e-14;

  private final NeuronValues neurons;
  private final NeuronTemplate template;
  private final Report report;

  SteadyState(NeuronValues neurons, NeuronTemplate template, Report report) {
    this.neurons = neurons;
    this.template = template;
    this.report = report;
  }

  Values of(Symbol.State state) {
    boolean same =
        template.equations().stream().noneMatch(equation -> isSteady(equation.state()) && differs(equation));
    return same ? new Values.Uniform(solve(state, 0)) : neurons.each(neuron -> solve(state, neuron));
  }

  private boolean isSteady(Symbol.State state) {
    return template.initial().get(state) instanceof ValueSource.Steady;
  }

  /// Whether an equation differs between neurons, leaving out the states that are being solved for.
  private boolean differs(Equation equation) {
    return equation.right().mentions(
        symbol ->
            symbol instanceof Symbol.State other && !isSteady(other) && neurons.initial(other) instanceof Values.Each
                || symbol instanceof Symbol.Parameter parameter && neurons.parameter(parameter) instanceof Values.Each);
  }

  private double solve(Symbol.State wanted, int neuron) {
    Map<Symbol.State, Double> guess = new LinkedHashMap<>();
    template.equations().stream()
        .map(Equation::state)
        .filter(this::isSteady)
        .forEach(state -> guess.put(state, 0.0));
    guess.putIfAbsent(wanted, 0.0);
    Evaluator known = neurons.evaluator(neuron);
    Evaluator evaluator =
        new Evaluator(s -> s instanceof Symbol.State state && guess.containsKey(state) ? guess.get(state) : known.symbols().applyAsDouble(s), known.sizes());
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (Map.Entry<Symbol.State, Double> entry : guess.entrySet()) {
        Formula right = template.equationOf(entry.getKey()).orElseThrow().right();
        double before = entry.getValue();
        double found = root(x -> with(entry, x, evaluator, right), before);
        entry.setValue(found);
        moved = Math.max(moved, Math.abs(found - before) / (1e-300 + Math.abs(found)));
      }
      if (!(moved > TOLERANCE)) {
        break;
      }
    }
    double value = guess.get(wanted);
    if (Double.isFinite(value)) {
      return value;
    }
    report.add(
        Diagnostic.error(
            Codes.NO_VALUE, wanted.span(), "`" + wanted.name() + "` has no steady value at the other initial values"));
    return 0;
  }

  private static double with(
      Map.Entry<Symbol.State, Double> entry, double x, Evaluator evaluator, Formula right) {
    entry.setValue(x);
    return evaluator.value(right);
  }

  /// Newton's method with a secant slope; one step where the equation is linear in its own state.
  private static double root(DoubleUnaryOperator rate, double start) {
    double x = start;
    for (int i = 0; i < ROUNDS; i++) {
      double here = rate.applyAsDouble(x);
      if (here == 0) {
        return x;
      }
      double step = i == 0 ? 1 : 1e-6 * Math.max(1, Math.abs(x));
      double slope = (rate.applyAsDouble(x + step) - here) / step;
      double next = x - here / slope;
      if (!Double.isFinite(next) || Math.abs(next - x) <= TOLERANCE * Math.abs(next)) {
        return next;
      }
      x = next;
    }
    return Double.NaN;
  }
}
