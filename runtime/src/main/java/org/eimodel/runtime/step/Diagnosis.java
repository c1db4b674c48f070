package org.eimodel.runtime.step;

import java.util.List;
import java.util.Map;
import org.eimodel.NotFiniteException;
import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.drive.Segment;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.state.Reals;

/// Finds out which state of a neuron is not finite: the step of that neuron again, interpreted, without the check.
record Diagnosis(NetworkPlan plan, Precision precision) {

  /// {@return the error that names population, neuron, state, time and last finite value}
  NotFiniteException of(SliceStep failed, GroupPlan group, Object[] arrays, long step) {
    int neuron = failed.failed();
    Object[] before = copy(arrays, neuron);
    Object[] after = copy(arrays, neuron);
    Segment segment = segment(failed, neuron);
    new KernelInterpreter(unchecked(group.step()), precision)
        .step(0, 1, segment.scalars(), after, new int[1], 0);
    Part part =
        failed.slice().parts().stream().filter(p -> neuron < p.end()).findFirst().orElseThrow();
    Slot slot =
        group.states().stream()
            .filter(state -> !Double.isFinite(Reals.get(after[state.position()], 0)))
            .findFirst()
            .orElse(group.states().getFirst());
    return new NotFiniteException(
        plan.populations().get(part.population()).name(),
        neuron - part.first() + part.offset(),
        name(group, slot),
        Reals.get(after[slot.position()], 0),
        (step + 1) * plan.dt(),
        Reals.get(before[slot.position()], 0),
        slot.dimension().toString());
  }

  private static Segment segment(SliceStep failed, int neuron) {
    for (Segment segment : failed.inputs().segments()) {
      if (neuron < segment.until()) {
        return segment;
      }
    }
    throw new IllegalStateException("no segment has neuron " + neuron);
  }

  private static Object[] copy(Object[] arrays, int neuron) {
    Object[] copy = new Object[arrays.length];
    for (int k = 0; k < arrays.length; k++) {
      copy[k] = Reals.range(arrays[k], neuron, neuron + 1);
    }
    return copy;
  }

  private static Kernel unchecked(Kernel kernel) {
    List<Statement> body =
        kernel.body().stream()
            .filter(statement -> !(statement instanceof Statement.CheckFinite))
            .toList();
    return kernel.with(kernel.preamble(), body);
  }

  private static String name(GroupPlan group, Slot slot) {
    return group.stateNames().entrySet().stream()
        .filter(entry -> entry.getValue().equals(slot))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(slot.name());
  }
}
