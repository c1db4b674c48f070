package org.eimodel.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// One projection of one index: its synapses are not drawn yet.
///
/// @param family the declared name, as `between`
/// @param labels one for each of its indices, as `V2, V1`
/// @param source position of the source population
/// @param target position of the target population
/// @param rule which pairs are connected, and how often
/// @param autapses whether a neuron may be its own target; matters only where source and target are the same population
/// @param procedural whether rows are drawn anew for each spike, and nothing is stored
/// @param delays how long spikes travel
/// @param weights each synapse's own weight, for the arrival kernel's slot of a synapse; empty where the weight is among its
///     scalars or there is none
/// @param arrival position in the target group's [GroupPlan#arrivals]
/// @param arrivalScalars the arrival kernel's scalar block
/// @param stream name of its random stream, unique in the model
/// @param span the declaration
public record ProjectionPlan(
    String family,
    List<String> labels,
    int source,
    int target,
    ConnectionRule rule,
    boolean autapses,
    boolean procedural,
    Delays delays,
    Optional<SynapseValues> weights,
    int arrival,
    double[] arrivalScalars,
    String stream,
    Span span) {
  public ProjectionPlan {
    labels = List.copyOf(labels);
  }

  /// {@return `between[V2, V1]`, or the family's name where there is no index}
  public String name() {
    return labels.isEmpty() ? family : family + labels;
  }
}
