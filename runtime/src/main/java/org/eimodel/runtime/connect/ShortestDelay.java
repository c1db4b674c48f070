package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.SynapseValues;

/// What is known of delays before any is drawn.
public final class ShortestDelay {
  private ShortestDelay() {}

  /// {@return a number of steps that no synapse's delay is shorter than}
  ///
  /// @param dt ms of a step
  public static int of(Delays delays, double dt) {
    return switch (delays) {
      case Delays.Same(int steps) -> steps;
      case Delays.Each(SynapseValues.Drawn drawn) ->
          DelayTable.shortest(new Distributed(drawn), dt);
      case Delays.Each(SynapseValues.Uniform(double value)) -> RowDelays.steps(value, dt);
      case Delays.Each(SynapseValues.Listed(double[] values)) ->
          RowDelays.steps(Arrays.stream(values).min().orElse(0), dt);
      // that would mean to ask for every pair
      case Delays.Each(SynapseValues.ByPair _) -> 0;
    };
  }
}
