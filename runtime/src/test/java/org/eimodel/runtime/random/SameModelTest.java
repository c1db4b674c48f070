package org.eimodel.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.parse.ModelParser;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.state.Reals;
import org.eimodel.syntax.SyntaxPrinter;
import org.junit.jupiter.api.Test;

/// Texts that say the same give the same bits, on random models.
final class SameModelTest {
  private static final long SEED = Long.getLong("tests.seed", 1);
  private static final int MODELS = 60;

  private record Form(RandomModel model, Settings settings) {}

  @Test
  void aSettingIsAChangeOfTheText() {
    compare(
        model -> {
          Map<String, String> values = Map.of("gain", "0.75", "shift", "-1.5 mV", "p", "0.25");
          return new Form(
              model, new Settings(values, OptionalLong.of(77), Optional.empty(), Optional.empty()));
        },
        model ->
            new Form(
                model.with(
                    model
                        .text()
                        .replaceFirst(
                            "param gain = [^,]*, shift = [^\n]*",
                            "param gain = 0.75, shift = -1.5 mV")
                        .replaceFirst("param p = [0-9.]*", "param p = 0.25")
                        .replaceFirst("seed = [0-9]*", "seed = 77")),
                Settings.NONE));
  }

  @Test
  void thePrintedModelIsTheModel() {
    compare(
        model -> new Form(model, Settings.NONE),
        model ->
            new Form(
                model.with(SyntaxPrinter.print(ModelParser.parse(model.source()).orThrow())),
                Settings.NONE));
  }

  /// Neurons of the model's first template, what connects and drives them, and recordings.
  private static String others(RandomModel model) {
    String neuron = model.text().substring(0, model.text().indexOf("\n}"));
    String others =
        """
        population Others = 7 of N0 { v ~ uniform(-60 mV, -50 mV) }
        synapse OtherSynapse { target { v : mV }; weight w : mV; on arrival { target.v += w } }
        projection others: Others -> Others using OtherSynapse {
          connect probability(0.5)
          w ~ normal(1 mV, sd = 0.1 mV)
          delay ~ uniform(1 ms, 2 ms)
        }
        drive othersDrive: Others using OtherSynapse { poisson(rate = 800 Hz); w = 1 mV }
        record v of Others
        """;
    return neuron.contains("spike when") ? others + "record spikes of Others\n" : others;
  }

  @Test
  void othersChangeNobodysNumbers() {
    compare(
        model -> new Form(model, Settings.NONE),
        model ->
            new Form(
                model.with(
                    others(model)
                        + model.text()
                        + others(model).replace("Other", "More").replace("others", "more")),
                Settings.NONE));
  }

  @Test
  void proceduralRowsAreTheStoredOnes() {
    compare(
        model -> new Form(model, Settings.NONE),
        model -> new Form(model.with(model.text().replace(", procedural", "")), Settings.NONE));
  }

  private static void compare(Function<RandomModel, Form> one, Function<RandomModel, Form> other) {
    LongStream.range(SEED, SEED + MODELS)
        .parallel()
        .forEach(seed -> {
          RandomModel model = RandomModel.draw(seed);
          Map<String, List<Long>> expected = bits(one.apply(model));
          Map<String, List<Long>> found = bits(other.apply(model));
          found.keySet().retainAll(expected.keySet());
          assertEquals(expected, found, () -> "seed " + seed + "\n" + other.apply(model).model());
        });
  }

  /// {@return every neuron's states after some steps, and its population's number of spikes}
  private static Map<String, List<Long>> bits(Form form) {
    NetworkPlan plan = Comparison.compile(form.model(), form.settings()).orThrow().plan();
    Map<String, List<Long>> all = new LinkedHashMap<>();
    try (Engine engine =
        Engine.build(plan, new CompiledKernels(Precision.DOUBLE), EngineOptions.threads(1))) {
      try {
        engine.step(Math.min(30, plan.steps()));
      } catch (org.eimodel.NotFiniteException stopped) {
        all.put(stopped.population(), List.of((long) stopped.neuron(), engine.now()));
        return all;
      }
      for (int p = 0; p < plan.populations().size(); p++) {
        PopulationPlan population = plan.populations().get(p);
        GroupPlan group = plan.groups().get(population.group());
        List<Long> bits = new ArrayList<>(List.of(engine.fired(p)));
        for (Slot state : group.states()) {
          for (int i = 0; i < population.size(); i++) {
            bits.add(Reals.bits(engine.arrays(p)[state.position()], engine.first(p) + i));
          }
        }
        all.put(population.name(), bits);
      }
    }
    return all;
  }
}
