package org.eimodel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.Configuration;
import org.eimodel.Eimodel;
import org.eimodel.Model;
import org.eimodel.Network;
import org.eimodel.Precision;
import org.eimodel.Tier;
import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a network of the library was run cannot be told from its spikes or its states: not the threads, not the lanes, not
/// what else was recorded. The profile `widths` repeats it in lanes of every width.
class SameBitsTest {
  /// What a run leaves behind.
  private record Trace(long spikes, String spikeHash, String stateHash) {}

  private static Trace run(Model model, String scale, String duration, Precision precision, int threads, Tier tier) {
    Configuration configuration =
        model.configure().duration(duration).precision(precision).threads(threads).tier(tier);
    if (scale != null) {
      configuration.set("scale", scale);
    }
    try (Network network = configuration.build()) {
      network.run();
      return new Trace(network.spikeCount(), network.spikeHash(), network.stateHash());
    }
  }

  /// Networks of more than one slice where they can be scaled, long enough to spike.
  @ParameterizedTest
  @CsvSource({
    "coba,         10, 25 ms,   DOUBLE, 100",
    "cuba,         10, 25 ms,   SINGLE, 100",
    "cobahh,       10, 6 ms,    SINGLE, 100",
    "macaque29,      , 12 ms,   SINGLE, 100",
    "microcircuit, 0.35, 12 ms, SINGLE, 100",
    "hh,             , 35 ms,   DOUBLE, 1",
    "izhikevich,     , 150 ms,  DOUBLE, 10",
    "adex,           , 90 ms,   DOUBLE, 1",
  })
  void threadsAndLanes(String name, String scale, String duration, Precision precision, long spikes) {
    TwoLanes.leaveOut(precision == Precision.DOUBLE);
    Model model = ModelLibrary.find(name).orElseThrow().compile().orThrow();
    Trace reference = run(model, scale, duration, precision, 1, Tier.SCALAR);
    assertTrue(reference.spikes >= spikes, reference::toString);
    assertEquals(reference, run(model, scale, duration, precision, 2, Tier.VECTOR), "2 threads, lanes");
    assertEquals(reference, run(model, scale, duration, precision, 8, Tier.SCALAR), "8 threads");
    if (scale == null || !name.equals("microcircuit")) {
      assertEquals(reference, run(model, scale, duration, precision, 3, Tier.VECTOR), "3 threads, lanes");
    }
  }

  /// Rows that are drawn anew are the stored ones in either tier, of distinct targets and with numbers of their own.
  @ParameterizedTest
  @CsvSource({
    "w = w_e,                                      DOUBLE",
    "w ~ normal(0.6; sd = 0.1),                    SINGLE",
    "w = w_e; delay ~ uniform(0.5 ms; 2 ms),       SINGLE",
  })
  void proceduralProjections(String numbers, Precision precision) {
    TwoLanes.leaveOut(precision == Precision.DOUBLE);
    String text =
        ModelLibrary.find("coba")
            .orElseThrow()
            .source()
            .text()
            .replaceAll("(EE.*)w = w_e", "$1" + numbers.replaceAll("\\(([^;]*);", "($1,"));
    String procedural = text.replaceAll("(connect probability\\(p\\))", "$1, procedural");
    Model stored = Eimodel.compile("coba.eimodel", text).orThrow();
    Model anew = Eimodel.compile("coba.eimodel", procedural).orThrow();
    Trace reference = run(stored, "10", "20 ms", precision, 1, Tier.SCALAR);
    assertTrue(reference.spikes >= 100, reference::toString);
    for (int threads : new int[] {1, 2, 3, 8}) {
      assertEquals(reference, run(anew, "10", "20 ms", precision, threads, Tier.SCALAR));
    }
    assertEquals(reference, run(anew, "10", "20 ms", precision, 2, Tier.VECTOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coba", "cuba"})
  void whatElseIsInTheModel(String name) {
    LibraryModel library = ModelLibrary.find(name).orElseThrow();
    String text = library.source().text();
    Trace reference =
        run(library.compile().orThrow(), null, "50 ms", Precision.DOUBLE, 1, Tier.SCALAR);
    Trace recorded =
        run(
            Eimodel.compile(name + ".eimodel", text + "\nrecord v of E[0 until 5] every 1 ms\n")
                .orThrow(),
            null,
            "50 ms",
            Precision.DOUBLE,
            2,
            Tier.AUTO);
    assertEquals(reference, recorded);
    Trace set =
        run(library.compile().orThrow(), "1", "50 ms", Precision.DOUBLE, 1, Tier.SCALAR);
    assertEquals(reference, set);
  }

  /// Neurons of the same type that nobody knows, before all others in the storage: they begin at rest and stay there, so that
  /// every spike is of the old ones.
  @ParameterizedTest
  @EnumSource(names = {"SCALAR", "VECTOR"})
  void unrelatedNeurons(Tier tier) {
    LibraryModel library = ModelLibrary.find("coba").orElseThrow();
    Trace reference =
        run(library.compile().orThrow(), "10", "25 ms", Precision.SINGLE, 1, Tier.SCALAR);
    String more =
        library.source().text().replaceFirst("population E", "population Stranger = 777 of LIF\npopulation E");
    Trace other =
        run(Eimodel.compile("coba.eimodel", more).orThrow(), "10", "25 ms", Precision.SINGLE, 2, tier);
    assertEquals(reference.spikes, other.spikes);
    assertEquals(reference.spikeHash, other.spikeHash);
  }
}
