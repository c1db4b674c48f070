package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.ArrivalProgram;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.CoefficientEvaluator;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.report.Report;

/// Every projection of a network, by declaration, then by index.
final class ProjectionInstances {
  private final LoweredModel lowered;
  private final Populations populations;
  private final Map<String, Double> settings;
  private final StepGrid grid;
  private final double dt;
  private final Rules rules;
  private final List<ProjectionPlan> plans = new ArrayList<>();
  private final Map<ProjectionFamily, Integer> empty = new LinkedHashMap<>();

  ProjectionInstances(
      LoweredModel lowered,
      Populations populations,
      Map<String, Double> settings,
      StepGrid grid,
      double dt,
      DataFiles files,
      Report report) {
    this.lowered = lowered;
    this.populations = populations;
    this.settings = settings;
    this.grid = grid;
    this.dt = dt;
    this.rules = new Rules(files, report);
    lowered.model().projections().forEach(this::family);
  }

  List<ProjectionPlan> plans() {
    return plans;
  }

  /// {@return how many projections of each family have no synapse}
  Map<ProjectionFamily, Integer> empty() {
    return empty;
  }

  private void family(ProjectionFamily family) {
    for (int[] labels : Combinations.of(family.binders())) {
      Map<Symbol, Double> bindings = new HashMap<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        bindings.put(family.binders().get(i), (double) labels[i]);
        names.add(family.binders().get(i).set().labels().get(labels[i]));
      }
      Evaluator evaluator = populations.evaluator(bindings);
      if (family.where().isEmpty() || evaluator.holds(family.where().get())) {
        instance(family, names, bindings, evaluator);
      }
    }
  }

  private void instance(
      ProjectionFamily family, List<String> names, Map<Symbol, Double> bindings, Evaluator evaluator) {
    List<PopulationInstance> source = populations.resolve(family.source(), evaluator);
    List<PopulationInstance> target = populations.resolve(family.target(), evaluator);
    if (source.isEmpty() || target.isEmpty()) {
      return;
    }
    Optional<ConnectionRule> rule = rules.of(family.connect(), source.getFirst(), target.getFirst(), evaluator);
    if (rule.isEmpty()) {
      return;
    }
    if (Rules.isEmpty(rule.get())) {
      empty.merge(family, 1, Integer::sum);
      return;
    }
    String name = names.isEmpty() ? family.name() : family.name() + names;
    plans.add(
        new ProjectionPlan(
            family.name(),
            names,
            source.getFirst().position(),
            target.getFirst().position(),
            rule.get(),
            family.connect().autapses(),
            false,
            new Delays.Same((int) delay(family, evaluator)),
            Optional.empty(),
            lowered.arrivalOf().get(family),
            scalars(family, bindings),
            name,
            family.span()));
  }

  private long delay(ProjectionFamily family, Evaluator evaluator) {
    Double set = settings.get(family.name() + ".delay");
    if (family.delay().isEmpty() && set == null) {
      return 0;
    }
    Formula source =
        set == null
            ? family.delay().get()
            : new Formula.Literal(set, new org.eimodel.compiler.model.ValueType.Real(org.eimodel.compiler.units.Dimension.TIME), family.span());
    return grid.steps(evaluator.value(source), source, family.name());
  }

  private double[] scalars(ProjectionFamily family, Map<Symbol, Double> bindings) {
    LoweredModel.Group group = lowered.groupOf(family.target().population());
    ArrivalProgram program = group.arrivals().get(lowered.arrivalOf().get(family));
    Evaluator evaluator = SynapseValues.of(family, bindings, populations, settings);
    Map<Slot, Double> values = new HashMap<>();
    program.parameters().forEach((symbol, slot) -> values.put(slot, evaluator.symbols().applyAsDouble(symbol)));
    program.globals().forEach((symbol, slot) -> values.put(slot, evaluator.symbols().applyAsDouble(symbol)));
    program.weight().ifPresent(slot -> values.put(slot, weight(family, evaluator)));
    ToDoubleFunction<Slot> known = values::get;
    values.putAll(CoefficientEvaluator.evaluate(program.coefficients(), known, dt));
    double[] scalars = new double[program.scalarCount()];
    values.forEach((slot, value) -> scalars[slot.position()] = value);
    return scalars;
  }

  private double weight(ProjectionFamily family, Evaluator evaluator) {
    String name = family.synapse().weight().orElseThrow().name();
    Double set = settings.get(family.name() + "." + name);
    return set != null ? set : evaluator.value(family.weight().orElseThrow());
  }
}
