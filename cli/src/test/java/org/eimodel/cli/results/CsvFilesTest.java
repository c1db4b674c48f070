package org.eimodel.cli.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvFilesTest {
  private static final PopulationLabel E_V1 =
      new PopulationLabel("E", List.of("area"), List.of("V1"), 3);
  private static final PopulationLabel E_ODD =
      new PopulationLabel("E", List.of("area"), List.of("a,\"b"), 2);
  private static final PopulationLabel EMPTY = new PopulationLabel("Z", 0);
  private static final PopulationLabel OTHER =
      new PopulationLabel("L", List.of("layer"), List.of("4"), 2);
  private static final PopulationLabel PLAIN = new PopulationLabel("P", 1);

  @Test
  void spikesHaveOneColumnForEachIndexSet() throws IOException {
    SpikeTable spikes =
        new SpikeTable.Builder(List.of(E_V1, EMPTY, E_ODD, OTHER, PLAIN))
            .add(1, 0)
            .add(1, new int[] {9, 4, 2, 7}, 1, 3)
            .add(10, 5)
            .add(123, 7)
            .build();
    assertEquals(
        """
        population,area,layer,neuron,time_ms
        E,V1,,0,0.1
        E,"a,""b",,1,0.1
        E,V1,,2,0.1
        L,,4,0,1
        P,,,0,12.3
        """,
        text(out -> CsvFiles.spikes(spikes, RunClock.of("0.1", 200), out)));
  }

  @Test
  void withoutIndicesThereIsNoIndexColumn() throws IOException {
    SpikeTable spikes = new SpikeTable.Builder(List.of(PLAIN)).add(4, 0).build();
    assertEquals(
        "population,neuron,time_ms\nP,0,2\n",
        text(out -> CsvFiles.spikes(spikes, RunClock.of("0.5", 9), out)));
  }

  @Test
  void timesAreExactDecimals() {
    Random random = new Random(7);
    for (String dt :
        List.of(
            "0.1",
            "0.05",
            "0.0002",
            "1",
            "10",
            "0.125",
            "2.50",
            "0.00000000001",
            "123456789.123456789")) {
      RunClock clock = RunClock.of(dt, Long.MAX_VALUE);
      StepTime time = new StepTime(clock);
      for (int k = 0; k < 200; k++) {
        long step = k == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 63));
        BigDecimal exact = new BigDecimal(dt).multiply(BigDecimal.valueOf(step));
        String expected = exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        assertEquals(
            expected, new String(time.of(step), StandardCharsets.US_ASCII), dt + " x " + step);
      }
    }
  }

  @Test
  void ratesCountTheStepAndNotTheStamp() throws IOException {
    // Stamps 1..4 are the steps 0..3 of a run of five: bins of two steps, the last one half as
    // wide.
    SpikeTable spikes =
        new SpikeTable.Builder(List.of(E_V1, E_ODD))
            .add(1, 0)
            .add(2, 1)
            .add(3, 3)
            .add(5, 0)
            .add(5, 4)
            .build();
    RateTable rates = RateTable.count(spikes, RunClock.of("0.5", 5), 2);
    assertEquals(
        """
        start_ms,end_ms,E,E[V1],"E[a,""b]"
        0,1,400,666.6666666666666,0
        1,2,200,0,500
        2,2.5,800,666.6666666666666,1000
        """,
        text(out -> CsvFiles.rates(rates, out)));
  }

  @Test
  void tracesNameTheirUnit() throws IOException {
    TraceTable trace =
        new TraceTable(
            "v",
            "E",
            "mV",
            RunClock.of("0.1", 2),
            new long[] {0, 1, 2},
            List.of("E[V1][0]", "E[V1][1]"),
            new double[][] {{-65, -64.999, 1e-12}, {0.0, -0.0, 12.5}});
    assertEquals("v_of_E", trace.name());
    assertEquals(
        """
        time_ms,E[V1][0] (mV),E[V1][1] (mV)
        0,-65,0
        0.1,-64.999,-0.0
        0.2,1.0E-12,12.5
        """,
        text(out -> CsvFiles.trace(trace, out)));
  }

  @Test
  void tablesRefuseWhatDoesNotFit() {
    SpikeTable.Builder spikes = new SpikeTable.Builder(List.of(E_V1)).add(5, 0);
    assertThrows(IllegalArgumentException.class, () -> spikes.add(4, 0));
    assertThrows(IllegalArgumentException.class, () -> spikes.add(6, 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RateTable(List.of(E_V1), RunClock.of("1", 5), 2, new int[][] {{1, 2}}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PopulationLabel("E", List.of("area"), List.of(), 1));
  }

  static String text(WholeFile.Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
