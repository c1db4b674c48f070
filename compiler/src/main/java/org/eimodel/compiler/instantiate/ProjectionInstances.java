package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.data.PairColumn;
import org.eimodel.compiler.data.Pairs;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseValue;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;

/// Every projection of a network, by declaration, then by index.
final class ProjectionInstances {
  private final Populations populations;
  private final Neurons neurons;
  private final ArrivalScalars scalars;
  private final StepGrid grid;
  private final Rules rules;
  private final Report report;
  private final List<ProjectionPlan> plans = new ArrayList<>();
  private final Map<ProjectionFamily, Integer> empty = new LinkedHashMap<>();

  ProjectionInstances(
      TypedModel model,
      Populations populations,
      Neurons neurons,
      ArrivalScalars scalars,
      StepGrid grid,
      Report report) {
    this.populations = populations;
    this.neurons = neurons;
    this.scalars = scalars;
    this.grid = grid;
    this.rules = new Rules(model.files(), neurons, report);
    this.report = report;
    model.projections().forEach(this::family);
  }

  List<ProjectionPlan> plans() {
    return plans;
  }

  /// {@return how many projections of each family have no synapse}
  Map<ProjectionFamily, Integer> empty() {
    return empty;
  }

  private void family(ProjectionFamily family) {
    Combination.of(family.binders(), family.where(), populations)
        .forEach(instance -> instance(family, instance));
  }

  private void instance(ProjectionFamily family, Combination combination) {
    Evaluator evaluator = combination.evaluator();
    List<PopulationInstance> source = populations.resolve(family.source(), evaluator);
    List<PopulationInstance> target = populations.resolve(family.target(), evaluator);
    if (source.isEmpty() || target.isEmpty()) {
      return;
    }
    PairFormula.Ends ends = new PairFormula.Ends(source.getFirst(), target.getFirst());
    Optional<Pairs> pairs = Optional.empty();
    if (family.connect().rule() == ProjectionFamily.Rule.PAIRS) {
      pairs = rules.pairs(family.connect(), ends, columns(family));
    }
    Optional<ConnectionRule> rule = rules.of(family.connect(), ends, evaluator, pairs);
    if (rule.isEmpty()) {
      return;
    }
    if (Rules.isEmpty(rule.get())) {
      empty.merge(family, 1, Integer::sum);
      return;
    }
    String name = combination.name(family.name());
    SynapseNumbers numbers =
        new SynapseNumbers(family, name, ends, evaluator, pairs, neurons, grid, report);
    double set = scalars.setWeight(family);
    boolean own = scalars.program(family).weight().filter(slot -> !slot.shared()).isPresent();
    Optional<SynapseValues> weights = own ? numbers.weights(set) : Optional.empty();
    Optional<Delays> delays =
        numbers.delays(scalars.settings().getOrDefault(family.name() + ".delay", Double.NaN));
    if (delays.isPresent()) {
      plans.add(
          new ProjectionPlan(
              family.name(),
              combination.labels(),
              ends.source().position(),
              ends.target().position(),
              rule.get(),
              family.connect().autapses(),
              family.connect().procedural(),
              delays.get(),
              weights,
              scalars.lowered().arrivalOf().get(family),
              scalars.of(family, combination.bindings(), () -> numbers.weight(set)),
              name,
              family.span()));
    }
  }

  /// {@return what the file of pairs must give beside the pairs}
  private static List<PairColumn> columns(ProjectionFamily family) {
    List<PairColumn> columns = new ArrayList<>();
    if (family.weight().orElse(null) instanceof SynapseValue.Column(String name, var span)) {
      columns.add(new PairColumn(name, dimension(family.synapse().weight().orElseThrow())));
    }
    if (family.delay().orElse(null) instanceof SynapseValue.Column(String name, var span)) {
      columns.add(new PairColumn(name, Dimension.TIME));
    }
    return columns;
  }

  private static Dimension dimension(Symbol.Weight weight) {
    return weight.type() instanceof ValueType.Real(Dimension dimension)
        ? dimension
        : Dimension.NONE;
  }
}
