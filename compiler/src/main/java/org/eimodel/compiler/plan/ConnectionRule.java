package org.eimodel.compiler.plan;

/// Which pairs of a projection are connected. Numbers are already checked against the sizes of the populations.
public sealed interface ConnectionRule {

  /// Every pair.
  record All() implements ConnectionRule {}

  /// Source i to target i; both populations have the same size.
  record OneToOne() implements ConnectionRule {}

  /// Every pair with the same probability, independently.
  record Probability(double p) implements ConnectionRule {}

  /// Every source has exactly `count` targets, distinct unless `multapses`.
  record OutDegree(int count, boolean multapses) implements ConnectionRule {}

  /// Every target has exactly `count` sources, distinct unless `multapses`.
  record InDegree(int count, boolean multapses) implements ConnectionRule {}

  /// `count` synapses, source and target drawn uniformly; pairs are distinct unless `multapses`.
  record Total(long count, boolean multapses) implements ConnectionRule {}

  /// Exactly these pairs, in this order.
  record Pairs(int[] sources, int[] targets) implements ConnectionRule {}

  /// The pairs that a condition picks.
  record Where(PairCondition condition) implements ConnectionRule {}

  /// Picks pairs by their numbers inside their populations.
  @FunctionalInterface
  interface PairCondition {
    /// {@return whether source and target are connected}
    boolean connects(int source, int target);
  }
}
