package org.eimodel.compiler.plan;

import org.eimodel.syntax.Span;

/// Independent Poisson trains, one into each of some neurons of a population, through a synapse template.
///
/// In step n, after the arrivals from other neurons, each neuron gets a Poisson number of events, one by one, each running
/// the arrival kernel once. Neuron i's number is the inverse of the cumulative distribution at one uniform number
/// `(2 k + 1) 2^-33`, with k the draw n mod 4 of element i at step coordinate n div 4 of the stream.
///
/// @param family the declared name, as `background`
/// @param population position in [NetworkPlan#populations]
/// @param from first neuron
/// @param until after the last neuron
/// @param mean expected events in a step, for each neuron of the population
/// @param begin the first step with events
/// @param end after the last step with events
/// @param arrival position in the group's [GroupPlan#arrivals]
/// @param arrivalScalars the arrival kernel's scalar block, the weight in it
/// @param stream name of its random stream, unique in the model
/// @param span the declaration
public record PoissonPlan(
    String family,
    int population,
    int from,
    int until,
    Values mean,
    long begin,
    long end,
    int arrival,
    double[] arrivalScalars,
    String stream,
    Span span) {}
