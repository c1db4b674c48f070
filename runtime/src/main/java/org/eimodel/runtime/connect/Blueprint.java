package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.SliceRule;

/// What is known of a network before anything is drawn: where neurons live, and which synapses lie together.
///
/// @param tracts those of one source population in the order of their projections at every target
/// @param expected the expected number of synapses of each projection of the plan; exact for rules that fix it
public record Blueprint(NetworkPlan plan, Layout layout, List<Tract> tracts, double[] expected) {

  /// {@return the blueprint of a network}
  public static Blueprint of(NetworkPlan plan, SliceRule rule) {
    Layout layout = Layout.of(plan, rule);
    double[] expected = new double[plan.projections().size()];
    for (int j = 0; j < expected.length; j++) {
      expected[j] = SynapseCount.expected(plan, plan.projections().get(j));
    }
    return new Blueprint(plan, layout, Tracts.of(plan, layout), expected);
  }

  /// {@return the tracts that have synapses, on their way there}
  List<TractBuild> builds() {
    return tracts.stream()
        .map(tract -> new TractBuild(this, tract))
        .filter(build -> build.expected() > 0)
        .toList();
  }
}
