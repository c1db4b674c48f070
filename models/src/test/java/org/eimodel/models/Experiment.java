package org.eimodel.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eimodel.Configuration;
import org.eimodel.Eimodel;
import org.eimodel.Model;
import org.eimodel.Network;
import org.eimodel.Precision;
import org.eimodel.StateView;

/// A model, what to change of it and what to watch; then one run of it.
///
/// ```java
/// double[] v = Experiment.of("exactness").dt(0.1).follow("Silent.v").run(5).state("Silent.v");
/// ```
final class Experiment {
  private final Configuration configuration;
  private final Map<String, String> followed = new LinkedHashMap<>();
  private final Map<String, Times> heard = new LinkedHashMap<>();
  private int every = 1;

  private Experiment(Model model) {
    this.configuration = model.configure();
  }

  /// {@return an experiment with `oracle/<name>.eimodel` beside the tests}
  static Experiment of(String name) {
    return ofText(name, text(name));
  }

  /// {@return an experiment with a text that reads no files}
  static Experiment ofText(String name, String text) {
    return new Experiment(Eimodel.compile(name + ".eimodel", text).orThrow());
  }

  /// {@return an experiment with a file and its data}
  static Experiment of(Path file) {
    return new Experiment(Eimodel.compile(file).orThrow());
  }

  /// {@return an experiment with a model of the library}
  static Experiment library(String name) {
    return new Experiment(ModelLibrary.find(name).orElseThrow().compile().orThrow());
  }

  /// {@return the text of `oracle/<name>.eimodel`}
  static String text(String name) {
    try (InputStream stream = Experiment.class.getResourceAsStream("oracle/" + name + ".eimodel")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sets the time step, in ms.
  Experiment dt(double milliseconds) {
    configuration.timeStep(milliseconds + " ms");
    return this;
  }

  Experiment seed(long seed) {
    configuration.seed(seed);
    return this;
  }

  Experiment precision(Precision precision) {
    configuration.precision(precision);
    return this;
  }

  Experiment set(String name, String value) {
    configuration.set(name, value);
    return this;
  }

  /// Watches a voltage of a population's first neuron, `Cell.v`.
  Experiment follow(String state) {
    return follow(state, "mV");
  }

  /// Watches a state of a population's first neuron, in a unit.
  Experiment follow(String state, String unit) {
    followed.put(state, unit);
    return this;
  }

  /// Looks at the states only after every so many steps.
  Experiment every(int steps) {
    every = steps;
    return this;
  }

  /// Notes the spikes of a population.
  Experiment listen(String population) {
    heard.put(population, new Times());
    return this;
  }

  /// Runs for a time in ms that is a whole number of steps.
  Result run(double milliseconds) {
    return run(milliseconds, -1);
  }

  Result runSteps(int steps) {
    return run(0, steps);
  }

  private Result run(double milliseconds, int wanted) {
    try (Network network = configuration.build()) {
      double dt = network.timeStep();
      int steps = wanted >= 0 ? wanted : (int) Math.rint(milliseconds / dt);
      Map<String, StateView> views = new LinkedHashMap<>();
      Map<String, double[]> states = new LinkedHashMap<>();
      int samples = steps / every + 1;
      followed.forEach((state, unit) -> {
        views.put(state, network.state(state, unit));
        states.put(state, new double[samples]);
      });
      heard.forEach((population, times) ->
          network.onSpikes(population, (step, neurons) -> times.add(step * dt, neurons.size())));
      for (int sample = 0; sample < samples; sample++) {
        if (sample > 0) {
          network.step(every);
        }
        for (Map.Entry<String, StateView> view : views.entrySet()) {
          states.get(view.getKey())[sample] = view.getValue().get(0);
        }
      }
      network.step(steps % every);
      double[] times = new double[samples];
      Arrays.setAll(times, sample -> sample * (every * dt));
      return new Result(times, states, heard);
    }
  }

  /// What was seen.
  ///
  /// @param times of the samples, in ms, from 0 on
  record Result(double[] times, Map<String, double[]> states, Map<String, Times> spikes) {
    double[] state(String name) {
      return states.get(name);
    }

    /// {@return the time of every spike of a population, in ms; a spike is stamped with the end of its step}
    double[] spikeTimes(String population) {
      return spikes.get(population).toArray();
    }
  }

  /// A growing list of times.
  static final class Times {
    private double[] values = new double[64];
    private int size;

    void add(double time, int count) {
      if (size + count > values.length) {
        values = Arrays.copyOf(values, 2 * (size + count));
      }
      Arrays.fill(values, size, size + count, time);
      size += count;
    }

    double[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
