package org.eimodel.compiler.plan;

import org.eimodel.syntax.Span;

/// Independent Poisson trains, one into each of some neurons of a population, through a synapse template.
///
/// In step n, after the arrivals from other neurons, each neuron gets a Poisson number of events, one by one, each running
/// the arrival kernel once. Neuron i's number is the least c with `u <= F(c)`, for one uniform number `u = (2 k + 1) 2^-33`
/// with k the draw n mod 4 of element i at step coordinate n div 4 of the stream. `F(c)` is the sum of `p(0)` to `p(c)`, in
/// this order and in double precision: `p(0) = exp(-mean)`, `p(c) = p(c - 1) * mean / c`.
///
/// @param name of the declaration, with labels where it has indices, as `background[4E]`
/// @param population position in [NetworkPlan#populations]
/// @param from first neuron
/// @param until after the last neuron
/// @param mean expected events in a step, for each neuron of the population: from 0 to [#MOST]
/// @param begin the first step with events
/// @param end after the last step with events
/// @param arrival position in the group's [GroupPlan#arrivals]
/// @param arrivalScalars the arrival kernel's scalar block, the weight in it
/// @param stream name of its random stream, unique in the model
/// @param span the declaration
public record PoissonPlan(
    String name,
    int population,
    int from,
    int until,
    Values mean,
    long begin,
    long end,
    int arrival,
    double[] arrivalScalars,
    String stream,
    Span span) {
  /// The largest mean of a step: far beyond what one neuron's synapses can bring, and `exp(-mean)` is a normal number.
  public static final double MOST = 500;
}
