package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.Attachment;
import org.eimodel.compiler.lower.GroupProgram;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.numerics.Coefficient;
import org.eimodel.compiler.numerics.CoefficientEvaluator;
import org.eimodel.compiler.plan.Values;

/// Fills the slots of a group's step kernel for one population.
final class GroupValues {
  private final LoweredModel.Group group;
  private final GroupProgram program;
  private final PopulationInstance population;
  private final Populations populations;
  private final Map<String, Double> settings;
  private final double dt;
  private final Map<Slot, Values> values = new HashMap<>();

  GroupValues(
      LoweredModel.Group group,
      PopulationInstance population,
      NeuronValues neurons,
      Populations populations,
      Map<String, Double> settings,
      double dt) {
    this.group = group;
    this.program = group.program();
    this.population = population;
    this.populations = populations;
    this.settings = settings;
    this.dt = dt;
    program.parameters().forEach((symbol, slot) -> values.put(slot, neurons.parameter(symbol)));
    program.neuronStates().forEach((symbol, slot) -> values.put(slot, neurons.initial(symbol)));
    program.globals().forEach((symbol, slot) -> values.put(slot, new Values.Uniform(global(symbol))));
    attachments();
    program.hidden().forEach((memory, own) -> values.put(memory, values.get(own)));
    coefficients();
  }

  private double global(Symbol.Global symbol) {
    return populations.evaluator(Map.of()).symbols().applyAsDouble(symbol);
  }

  private void attachments() {
    List<Attachment> list = group.attachments().get(population.family()).list();
    for (int i = 0; i < list.size(); i++) {
      GroupProgram.Attached slots = program.attached().get(i);
      Evaluator evaluator = SynapseParameters.onTarget(list.get(i).owner(), population, populations, settings);
      slots.parameters().forEach((symbol, slot) -> values.put(slot, new Values.Uniform(evaluator.symbols().applyAsDouble(symbol))));
      Afferent owner = list.get(i).owner();
      slots.states().forEach((symbol, slot) -> values.put(slot, initial(owner, symbol, evaluator)));
    }
  }

  private static Values initial(Afferent owner, Symbol.State state, Evaluator evaluator) {
    return owner.synapse().initial().get(state) instanceof ValueSource.Computed(Formula formula)
        ? new Values.Uniform(evaluator.value(formula))
        : new Values.Uniform(0);
  }

  private void coefficients() {
    List<Coefficient> each = program.coefficients().stream().filter(c -> c.slot().perElement()).toList();
    List<Coefficient> scalar = program.coefficients().stream().filter(c -> !c.slot().perElement()).toList();
    CoefficientEvaluator.evaluate(scalar, at(0), dt).forEach((slot, value) -> values.put(slot, new Values.Uniform(value)));
    if (!each.isEmpty()) {
      Map<Slot, double[]> arrays = new HashMap<>();
      each.forEach(coefficient -> arrays.put(coefficient.slot(), new double[population.size()]));
      for (int neuron = 0; neuron < population.size(); neuron++) {
        int n = neuron;
        CoefficientEvaluator.evaluate(each, at(n), dt).forEach((slot, value) -> arrays.get(slot)[n] = value);
      }
      arrays.forEach((slot, array) -> values.put(slot, new Values.Each(array)));
    }
  }

  private ToDoubleFunction<Slot> at(int neuron) {
    return slot -> values.get(slot).at(neuron);
  }

  /// {@return the scalar block; inputs and the time are 0}
  double[] scalars() {
    double[] scalars = new double[program.scalarCount()];
    values.forEach(
        (slot, value) -> {
          if (!slot.perElement()) {
            scalars[slot.position()] = value.at(0);
          }
        });
    return scalars;
  }

  /// {@return the start values of each array; inputs are 0}
  List<Values> elements() {
    Values[] elements = new Values[program.arrayCount()];
    Arrays.fill(elements, new Values.Uniform(0));
    values.forEach(
        (slot, value) -> {
          if (slot.perElement()) {
            elements[slot.position()] = value;
          }
        });
    return new ArrayList<>(Arrays.asList(elements));
  }
}
