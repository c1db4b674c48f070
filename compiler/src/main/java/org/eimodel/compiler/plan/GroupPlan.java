package org.eimodel.compiler.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;

/// Populations that one kernel advances, with their states side by side in one array per variable.
///
/// @param step the kernel of a step; its element slots define the arrays of the group
/// @param arrivals kernels of arriving spikes; they use the same arrays, and scalars of their own
/// @param arrayCount how many arrays there are: one per element slot of any of the kernels
/// @param states every state, in the order of declaration, the compiler's own last
/// @param refractory how spikes make neurons refractory, where they do
/// @param stateNames what a user may record or read: `v`, `EE.s` (several names may share a merged state)
/// @param inputs what drives add up to, by the name that the model gives
/// @param time the slot of the time at the start of the step in ms, where the kernel reads it
/// @param populations positions in [NetworkPlan#populations], in storage order
public record GroupPlan(
    String name,
    Kernel step,
    List<Kernel> arrivals,
    int arrayCount,
    List<Slot> states,
    Optional<Refractory> refractory,
    Map<String, Slot> stateNames,
    Map<String, Slot> inputs,
    Optional<Slot> time,
    List<Integer> populations) {
  public GroupPlan {
    arrivals = List.copyOf(arrivals);
    states = List.copyOf(states);
    stateNames = Collections.unmodifiableMap(new LinkedHashMap<>(stateNames));
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    populations = List.copyOf(populations);
  }
}
