package org.eimodel.compiler.plan;

import java.util.Optional;

/// A number for each synapse of a projection, in base units: its weight, or its delay in ms.
///
/// Synapses are numbered inside their row, from 0, in the order of the row: ascending targets, equal ones as they were
/// drawn. Rules that draw columns (`indegree`) number inside the column likewise.
public sealed interface SynapseValues {

  /// The same for all.
  record Uniform(double value) implements SynapseValues {}

  /// One draw each, in double precision.
  ///
  /// Synapse j of source s (of target t, where columns are drawn) has, in attempt a, the uniform number
  /// `u = (2 k + 1) 2^-33` with k the draw j of element s at step coordinate a of the stream. Attempts go on until one lies
  /// inside a [Bound] that redraws; at least one number in a thousand does.
  ///
  /// @param first the distribution's first argument
  /// @param second its second argument; 0 where it has one
  /// @param stream name of the random stream, unique in the model
  record Drawn(
      Distribution distribution, double first, double second, Optional<Bound> bound, String stream)
      implements SynapseValues {}

  /// A function of source and target, counted inside their populations.
  record ByPair(PairValue value) implements SynapseValues {}

  /// As given with the pairs of [ConnectionRule.Pairs], in their order.
  record Listed(double[] values) implements SynapseValues {}

  /// How a uniform number u becomes a draw, in double precision.
  enum Distribution {
    /// `fma(second, q(u), first)`, q the normal quantile: mean and standard deviation.
    NORMAL,
    /// `fma(second - first, u, first)`: low and high.
    UNIFORM,
    /// `-first * ln(u)`: mean.
    EXPONENTIAL,
    /// `first * exp(fma(sqrt(V), q(u), -V / 2))`, V = `log1p(r * r)`, r = `second / first`: mean and standard deviation.
    LOGNORMAL
  }

  /// What happens to draws outside a range. Both ends belong to the range; they may be infinite.
  record Bound(Outside outside, double low, double high) {}

  /// See [Bound].
  enum Outside {
    /// Another attempt.
    REDRAW,
    /// The nearer end.
    CLIP
  }

  /// Gives a pair its number.
  @FunctionalInterface
  interface PairValue {
    /// {@return the number of the synapse from source to target}
    double of(int source, int target);
  }
}
