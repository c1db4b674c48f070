package org.eimodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;

/// What a network should be like, where it differs from what the model says. Belongs to one thread.
public final class Configuration {
  private final Model model;
  private final Map<String, String> values = new LinkedHashMap<>();
  private OptionalLong seed = OptionalLong.empty();
  private Optional<String> duration = Optional.empty();
  private Optional<String> timeStep = Optional.empty();
  private Precision precision = Precision.DOUBLE;
  private int threads;
  private Tier tier = Tier.AUTO;

  Configuration(Model model) {
    this.model = model;
  }

  /// Sets a parameter that is a plain number.
  ///
  /// @param name as `p`, or `EE.w` for a parameter of a population or projection
  /// @return this
  public Configuration set(String name, double value) {
    return set(name, Double.toString(value));
  }

  /// Sets a parameter.
  ///
  /// @param name as `p`, or `EE.w` for a parameter of a population or projection
  /// @param value with its unit, as `0.12 mV`
  /// @return this
  public Configuration set(String name, String value) {
    values.put(name, value);
    return this;
  }

  /// Sets the seed of every random number.
  ///
  /// @return this
  public Configuration seed(long number) {
    seed = OptionalLong.of(number);
    return this;
  }

  /// Sets how long [Network#run] goes on, as `500 ms`.
  ///
  /// @return this
  public Configuration duration(String time) {
    duration = Optional.of(time);
    return this;
  }

  /// Sets the time step, as `0.05 ms`.
  ///
  /// @return this
  public Configuration timeStep(String time) {
    timeStep = Optional.of(time);
    return this;
  }

  /// Sets the floating-point format; [Precision#DOUBLE] unless set.
  ///
  /// @return this
  public Configuration precision(Precision choice) {
    precision = choice;
    return this;
  }

  /// Sets how many threads work, the caller's included; 0 lets the network's size choose. No result depends on it.
  ///
  /// @return this
  public Configuration threads(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " threads");
    }
    threads = count;
    return this;
  }

  /// Sets the form of the step kernels; [Tier#AUTO] unless set. No result depends on it.
  ///
  /// @return this
  public Configuration tier(Tier choice) {
    tier = choice;
    return this;
  }

  /// {@return a network at t = 0}
  ///
  /// *Errors*: [org.eimodel.syntax.ModelException] when a setting or a number that follows from it is wrong,
  /// [InsufficientMemoryException] when the network would not fit, [LanesMissingException] when lanes were asked for and there
  /// are none; nothing was built then.
  public Network build() {
    Settings settings = new Settings(values, seed, duration, timeStep);
    NetworkPlan plan = Instantiation.instantiate(model.lowered(), settings).orThrow().plan();
    return new Network(
        Engine.build(plan, model.kernels(precision), EngineOptions.threads(threads).tier(tier)));
  }
}
