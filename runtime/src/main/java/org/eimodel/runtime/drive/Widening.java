package org.eimodel.runtime.drive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.Values;

/// Gives an input a number for each neuron where the compiler gave it one for all, so that a caller may set any neuron.
///
/// The kernel computes the same from the same numbers: what stood before its loop moves into it, as it may depend on the
/// input now.
///
/// @param group position in the plan
/// @param narrow the input as it is
public record Widening(NetworkPlan plan, int group, Slot narrow) {

  /// {@return the input as it will be}
  public Slot wide() {
    int position = plan.groups().get(group).arrayCount();
    return new Slot(
        narrow.name(), narrow.kind(), Slot.Extent.ELEMENT, position, narrow.dimension());
  }

  /// {@return the plan with the wide input}
  public NetworkPlan widened() {
    List<GroupPlan> groups = new ArrayList<>(plan.groups());
    groups.set(group, group(groups.get(group)));
    List<PopulationPlan> populations =
        plan.populations().stream()
            .map(population -> population.group() == group ? population(population) : population)
            .toList();
    List<DrivePlan> drives = plan.drives().stream().map(this::drive).toList();
    return new NetworkPlan(
        plan.model(),
        plan.dt(),
        plan.seed(),
        plan.steps(),
        groups,
        populations,
        plan.projections(),
        drives,
        plan.poisson(),
        plan.recordings());
  }

  private GroupPlan group(GroupPlan old) {
    Map<String, Slot> inputs = new LinkedHashMap<>(old.inputs());
    inputs.replaceAll((_, slot) -> slot.equals(narrow) ? wide() : slot);
    return new GroupPlan(
        old.name(),
        kernel(old.step()),
        old.arrivals(),
        old.arrayCount() + 1,
        old.states(),
        old.refractory(),
        old.stateNames(),
        inputs,
        old.time(),
        old.populations());
  }

  private Kernel kernel(Kernel old) {
    List<Slot> slots =
        old.slots().stream().map(slot -> slot.equals(narrow) ? wide() : slot).toList();
    List<Statement> body = new ArrayList<>();
    old.preamble().forEach(statement -> body.add(statement(statement)));
    old.body().forEach(statement -> body.add(statement(statement)));
    return new Kernel(old.name(), old.kind(), slots, List.of(), body, old.settled(), old.decaying());
  }

  private Statement statement(Statement old) {
    UnaryOperator<Expr> read =
        expr -> expr.equals(new Expr.Read(narrow)) ? new Expr.Read(wide()) : expr;
    Statement mapped = Traversal.mapValues(old, value -> Traversal.rewrite(value, read));
    return mapped instanceof Statement.When(var condition, var body, var span)
        ? new Statement.When(condition, body.stream().map(this::statement).toList(), span)
        : mapped;
  }

  private static PopulationPlan population(PopulationPlan old) {
    List<Values> elements = new ArrayList<>(old.elements());
    elements.add(new Values.Uniform(0));
    return new PopulationPlan(
        old.family(),
        old.indexNames(),
        old.labels(),
        old.size(),
        old.group(),
        old.scalars(),
        elements);
  }

  private DrivePlan drive(DrivePlan old) {
    boolean here = plan.populations().get(old.population()).group() == group;
    return here && old.input().equals(narrow)
        ? new DrivePlan(
            old.population(), old.from(), old.until(), wide(), old.waveform(), old.amplitude())
        : old;
  }
}
