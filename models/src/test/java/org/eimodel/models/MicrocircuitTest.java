package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eimodel.Precision;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The cortical microcircuit: its tables, its number of synapses, its rates.
///
/// *Source*: Potjans TC, Diesmann M (2014), Cereb Cortex 24:785, table 5; rates of `oracle/microcircuit-rates.csv`.
class MicrocircuitTest {
  private static final List<String> LAYERS =
      List.of("23E", "23I", "4E", "4I", "5E", "5I", "6E", "6I");

  // ---- tables

  @Test
  void theTablesAreThoseOfTheSource() throws IOException {
    List<String> page = Files.readAllLines(Figures.sharedFile("oracles/11-microcircuit.md"));
    assertArrayEquals(
        cells(page, "| neurons |"), Figures.resource("microcircuit/size.csv").numbers("neurons"));
    assertArrayEquals(
        cells(page, "| external inputs"),
        Figures.resource("microcircuit/inputs.csv").numbers("inputs"));
    Figures probability = Figures.resource("microcircuit/probability.csv");
    for (int to = 0; to < LAYERS.size(); to++) {
      assertArrayEquals(
          cells(page, "| " + LAYERS.get(to) + " |"), row(probability, to), "to " + LAYERS.get(to));
    }
  }

  private static double[] cells(List<String> page, String first) {
    String line = page.stream().filter(l -> l.startsWith(first)).findFirst().orElseThrow();
    return Stream.of(line.split("\\|")).skip(2).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] row(Figures table, int row) {
    return Arrays.stream(table.rows().get(row)).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void weightsAndDelaysFollowTheirRule() {
    Figures weight = Figures.resource("microcircuit/weight.csv");
    double[] delay = Figures.resource("microcircuit/delay.csv").numbers("delay");
    for (int to = 0; to < LAYERS.size(); to++) {
      for (int from = 0; from < LAYERS.size(); from++) {
        boolean excitatory = LAYERS.get(from).endsWith("E");
        double mean = excitatory ? 87.8 : -4 * 87.8;
        boolean strong = LAYERS.get(to).equals("23E") && LAYERS.get(from).equals("4E");
        assertEquals(strong ? 2 * mean : mean, row(weight, to)[from], 1e-12);
        assertEquals(excitatory ? 1.5 : 0.75, delay[from]);
      }
    }
  }

  // ---- numbers of synapses

  @ParameterizedTest
  @CsvSource({"1, 77169, 298880968", "0.1, 7717, 2988639"})
  void asManySynapsesAsTheFormulaSays(String scale, int neurons, long synapses) {
    NetworkPlan plan = plan(scale);
    assertEquals(
        neurons, plan.populations().stream().mapToInt(population -> population.size()).sum());
    List<Long> counts = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    Figures probability = Figures.resource("microcircuit/probability.csv");
    for (var projection : plan.projections()) {
      counts.add(((ConnectionRule.Total) projection.rule()).count());
      double pairs =
          (double) plan.populations().get(projection.source()).size()
              * plan.populations().get(projection.target()).size();
      double p = row(probability, projection.target())[projection.source()];
      expected.add(Math.round(Math.log(1 - p) / Math.log(1 - 1 / pairs)));
    }
    assertEquals(expected, counts);
    assertEquals(synapses, counts.stream().mapToLong(Long::longValue).sum());
  }

  private static NetworkPlan plan(String scale) {
    LibraryModel model = ModelLibrary.find("microcircuit").orElseThrow();
    Settings settings =
        new Settings(
            Map.of("scale", scale), OptionalLong.empty(), Optional.empty(), Optional.empty());
    return Compiler.compile(model.source(), model.folder())
        .then(lowered -> Instantiation.instantiate(lowered, settings))
        .orThrow()
        .plan();
  }

  // ---- rates

  /// At a tenth of its size the network is another one, for us as for NEST.
  @Test
  void ratesAtATenth() {
    compare("tenth", 1, 0.1, 1100, 0.05);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ratesAtFullDensity(int seed) {
    compare("full", seed, 1, 1100, 0.06);
  }

  private static void compare(
      String column, int seed, double scale, double until, double tolerance) {
    Experiment experiment =
        Experiment.library("microcircuit")
            .seed(seed)
            .precision(Precision.SINGLE)
            .set("scale", String.valueOf(scale));
    LAYERS.forEach(layer -> experiment.listen("L[" + layer + "]"));
    Experiment.Result result = experiment.run(until);
    double[] sizes = Figures.resource("microcircuit/size.csv").numbers("neurons");
    double[] expected = Figures.of("microcircuit-rates.csv").numbers(column);
    double largest = 0;
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      double[] times = result.spikeTimes("L[" + LAYERS.get(layer) + "]");
      long count = Arrays.stream(times).filter(time -> time > 100.05).count();
      double rate = count / Math.rint(scale * sizes[layer]) / ((until - 100) / 1000);
      System.out.printf(
          Locale.ROOT,
          "figure: microcircuit times %s, seed %d, %s: %.3f Hz (%s)%n",
          scale,
          seed,
          LAYERS.get(layer),
          rate,
          expected[layer]);
      largest = Math.max(largest, Math.abs(rate / expected[layer] - 1));
    }
    assertTrue(largest <= tolerance, "rates are off by " + 100 * largest + " %");
  }
}
