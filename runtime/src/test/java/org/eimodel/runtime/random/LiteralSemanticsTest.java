package org.eimodel.runtime.random;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.kernel.InterpretedKernels;
import org.junit.jupiter.api.Test;

/// What kernels compute against the formulas of the model, on random models: arrivals, inputs, every integrator, resets.
///
/// Each step of a neuron starts from the states that the network has, so that errors do not grow; synaptic states are kept
/// apart for each projection, so that merging is seen. The tolerance is that of a fine integration of exact systems.
final class LiteralSemanticsTest {
  private static final long SEED = Long.getLong("tests.seed", 1);
  private static final int MODELS = 200;
  private static final int STEPS = 30;
  private static final int NEURONS = 3;

  @Test
  void kernelsDoWhatTheFormulasSay() {
    LongStream.range(SEED, SEED + MODELS).parallel().forEach(LiteralSemanticsTest::compare);
  }

  private static void compare(long seed) {
    RandomModel model = RandomModel.draw(seed);
    Comparison.compile(model).orThrow();
    Optional<String> problem = problem(model);
    if (problem.isPresent()) {
      RandomModel small = Shrinking.shrink(model, smaller -> problem(smaller).isPresent());
      fail(
          "seed "
              + seed
              + ": "
              + problem.get()
              + "\nshrunk: "
              + problem(small).orElse("")
              + "\n"
              + small);
    }
  }

  /// {@return the first difference; nothing for a text that does not compile}
  static Optional<String> problem(RandomModel model) {
    return Comparison.compile(model).value().flatMap(LiteralSemanticsTest::problem);
  }

  private static Optional<String> problem(Comparison.Compiled compiled) {
    ReferenceNetwork network =
        new ReferenceNetwork(
            compiled.plan(),
            new InterpretedKernels(Precision.DOUBLE),
            ReferenceNetwork.synapses(compiled.plan()));
    List<LiteralPopulation> populations = new ArrayList<>();
    for (int p = 0; p < compiled.plan().populations().size(); p++) {
      populations.add(new LiteralPopulation(compiled, network, p));
    }
    for (long step = 0; step < Math.min(STEPS, compiled.plan().steps()); step++) {
      List<double[][]> before = populations.stream().map(LiteralPopulation::states).toList();
      if (!network.step()) {
        return Optional.empty();
      }
      for (int p = 0; p < populations.size(); p++) {
        int neurons = Math.min(NEURONS, compiled.plan().populations().get(p).size());
        Optional<String> difference = populations.get(p).follow(before.get(p), neurons);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }
}
