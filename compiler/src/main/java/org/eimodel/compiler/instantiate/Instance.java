package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.Map;
import org.eimodel.compiler.plan.NetworkPlan;

/// A network plan, and what `explain` says about how it came about.
///
/// @param shifts computed durations that were moved to the grid, by declaration
/// @param empty how many projections of a family have no synapse, by the family's name
public record Instance(NetworkPlan plan, List<StepGrid.Shift> shifts, Map<String, Integer> empty) {}
