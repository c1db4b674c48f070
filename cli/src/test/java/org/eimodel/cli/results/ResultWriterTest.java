package org.eimodel.cli.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eimodel.cli.results.figure.Canvas;
import org.eimodel.cli.results.figure.Epoch;
import org.eimodel.cli.results.figure.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {
  @TempDir private Path base;

  private static final RunClock CLOCK = RunClock.of("0.1", 100);
  private static final SpikeTable SPIKES =
      new SpikeTable.Builder(List.of(new PopulationLabel("E", 20), new PopulationLabel("I", 5)))
          .add(1, 3)
          .add(99, 24)
          .build();
  private static final TraceTable TRACE =
      new TraceTable(
          "v", "E", "mV", CLOCK, new long[] {0, 1}, List.of("E[0]"), new double[][] {{-65, -64}});

  private static RunResults results(
      Optional<SpikeTable> spikes, List<RateTable> rates, List<TraceTable> traces) {
    return new RunResults(
        Heading.of("m", 25, CLOCK, 1),
        CLOCK,
        spikes,
        rates,
        traces,
        List.of(new Epoch(2, 4, "pulse")),
        Map.of("m.eimodel", "run 10 ms".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void writesAllThatWasRecorded() throws IOException {
    RunFolder folder = RunFolder.create(base, "m");
    RateTable rates = RateTable.count(SPIKES, CLOCK, 10);
    WrittenFiles written =
        ResultWriter.write(
            folder,
            results(Optional.of(SPIKES), List.of(rates), List.of(TRACE, TRACE)),
            EnumSet.allOf(TableFormat.class),
            3);
    assertEquals(List.of(), written.notes());
    assertEquals(Optional.of(folder.file("raster.png")), written.picture());
    List<String> expected =
        List.of(
            "m.eimodel",
            "raster.png",
            "rates.csv",
            "rates.npz",
            "rates.png",
            "spikes.csv",
            "spikes.npz",
            "states.png",
            "v_of_E.csv",
            "v_of_E.npz",
            "v_of_E_2.csv",
            "v_of_E_2.npz");
    assertEquals(expected, written.files().stream().map(f -> f.getFileName().toString()).toList());
    assertEquals(expected, entries(folder));
    assertEquals(
        "population,neuron,time_ms\nE,3,0.1\nI,4,9.9\n",
        Files.readString(folder.file("spikes.csv")));
    assertEquals("run 10 ms", Files.readString(folder.file("m.eimodel")));
    for (String picture : List.of("raster.png", "rates.png", "states.png")) {
      assertNotNull(ImageIO.read(folder.file(picture).toFile()), picture);
    }
    ResultWriter.summary(folder, Map.of("steps", 100));
    assertEquals("{\n  \"steps\": 100\n}\n", Files.readString(folder.file("summary.json")));
    assertThrows(FileAlreadyExistsException.class, () -> ResultWriter.summary(folder, Map.of()));
  }

  @Test
  void aFewNeuronsAreBestSeenInTheirStates() throws IOException {
    SpikeTable one =
        new SpikeTable.Builder(List.of(new PopulationLabel("HH", 1))).add(5, 0).build();
    RunFolder folder = RunFolder.create(base, "hh");
    WrittenFiles written =
        ResultWriter.write(
            folder,
            results(Optional.of(one), List.of(), List.of(TRACE)),
            Set.of(TableFormat.CSV),
            1);
    assertEquals(Optional.of(folder.file("states.png")), written.picture());
    assertEquals(
        List.of("m.eimodel", "raster.png", "rates.png", "spikes.csv", "states.png", "v_of_E.csv"),
        entries(folder));
  }

  @Test
  void severalRateStatementsGetFilesOfTheirOwn() throws IOException {
    RunFolder folder = RunFolder.create(base, "m");
    RateTable rates = RateTable.count(SPIKES, CLOCK, 10);
    ResultWriter.write(
        folder,
        results(Optional.empty(), List.of(rates, rates), List.of()),
        Set.of(TableFormat.CSV),
        2);
    assertEquals(
        List.of("m.eimodel", "rates.png", "rates_of_E_I.csv", "rates_of_E_I_2.csv"),
        entries(folder));
  }

  @Test
  void aRunThatRecordsNothingLeavesTheModelAlone() throws IOException {
    RunFolder folder = RunFolder.create(base, "m");
    WrittenFiles written =
        ResultWriter.write(
            folder, results(Optional.empty(), List.of(), List.of()), Set.of(TableFormat.CSV), 2);
    assertEquals(Optional.empty(), written.picture());
    assertEquals(List.of("m.eimodel"), entries(folder));
  }

  @Test
  void aFileInTheWayIsAnErrorAndStaysAsItIs() throws IOException {
    RunFolder folder = RunFolder.create(base, "m");
    Files.writeString(folder.file("spikes.csv"), "mine");
    assertThrows(
        FileAlreadyExistsException.class,
        () ->
            ResultWriter.write(
                folder,
                results(Optional.of(SPIKES), List.of(), List.of()),
                Set.of(TableFormat.CSV),
                2));
    assertEquals("mine", Files.readString(folder.file("spikes.csv")));
    assertEquals(List.of("m.eimodel", "raster.png", "rates.png", "spikes.csv"), entries(folder));
  }

  @Test
  void rehearsingChangesNothingInWhatIsWritten() throws Exception {
    RunFolder before = RunFolder.create(base, "m");
    RunFolder after = RunFolder.create(base, "m");
    RunResults results =
        results(Optional.of(SPIKES), List.of(RateTable.count(SPIKES, CLOCK, 10)), List.of(TRACE));
    ResultWriter.write(before, results, EnumSet.allOf(TableFormat.class), 2);
    ResultWriter.prepare().join();
    ResultWriter.write(after, results, EnumSet.allOf(TableFormat.class), 1);
    for (String name : entries(before)) {
      assertArrayEquals(
          Files.readAllBytes(before.file(name)), Files.readAllBytes(after.file(name)), name);
    }
  }

  @Test
  void aMachineThatCannotDrawSaysSo() {
    List<String> notes = new ArrayList<>();
    Supplier<Canvas> fontless =
        () -> {
          throw new Error(
              "Probable fatal error: No physical fonts found."); // what JDK 25 throws without any
          // font
        };
    assertEquals(Optional.empty(), ResultWriter.drawn("raster.png", fontless, notes::add));
    assertEquals(
        List.of(
            "raster.png could not be drawn on this machine: java.lang.Error: Probable fatal error: No physical fonts"
                + " found.; a font package, as fonts-dejavu-core, may be missing"),
        notes);
    Supplier<Canvas> full =
        () -> {
          throw new OutOfMemoryError();
        };
    assertThrows(OutOfMemoryError.class, () -> ResultWriter.drawn("raster.png", full, notes::add));
  }

  private static List<String> entries(RunFolder folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder.path())) {
      return entries.map(e -> e.getFileName().toString()).sorted().toList();
    }
  }
}
