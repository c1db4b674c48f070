package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole runs of tiny models.
class RunTest {
  private static final Set<String> FILES =
      Set.of(
          "spikes.csv",
          "rates.csv",
          "v_of_Pacer.csv",
          "raster.png",
          "rates.png",
          "states.png",
          "summary.json",
          "two.eimodel");

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
  }

  @Test
  void everyFileIsWritten() throws IOException {
    Typed run = Typed.in(folder, "run", "two.eimodel");
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    Path results = folder.resolve("runs/two-1");
    assertEquals(new TreeSet<>(FILES), files(results));
    assertEquals(TinyModels.TWO_AREAS, Files.readString(results.resolve("two.eimodel")));
    assertTrue(
        run.out().endsWith("  picture   " + results.resolve("states.png") + "\n"), run.out());
  }

  /// With tau = 10 ms and a current of 15 mV a neuron climbs from 0 to 10 mV in tau ln 3 = 10.986 ms: 110 steps.
  @Test
  void spikesAreThoseOfTheEquation() throws IOException {
    assertEquals(0, Typed.in(folder, "run", "two.eimodel").code());
    List<String> lines = Files.readAllLines(folder.resolve("runs/two-1/spikes.csv"));
    assertEquals("population,area,neuron,time_ms", lines.getFirst());
    assertEquals(
        List.of("Pacer,,0,11", "Pacer,,1,11", "Pacer,,0,22", "Pacer,,1,22"),
        lines.stream().filter(line -> line.startsWith("Pacer")).limit(4).toList());
    assertEquals(
        List.of(
            "E,\"9/46, v\",0,31", "E,\"9/46, v\",1,31", "E,\"9/46, v\",2,31", "E,\"9/46, v\",3,31"),
        lines.stream().filter(line -> line.startsWith("E")).toList());
    List<String> trace = Files.readAllLines(folder.resolve("runs/two-1/v_of_Pacer.csv"));
    assertEquals("time_ms,Pacer[0] (mV)", trace.getFirst());
    assertEquals("0,0", trace.get(1).replace("0.0", "0"));
    double afterOne = Double.parseDouble(trace.get(2).substring(2));
    assertEquals(15 * -Math.expm1(-0.1), afterOne, 1e-12);
  }

  /// Without a duration there is nothing to simulate; what needs no duration goes on.
  @Test
  void aRunOfNoStepsIsAMistake() throws IOException {
    String endless = TinyModels.TWO_AREAS.replace("run 50 ms with dt = 0.1 ms, seed = 3", "");
    TinyModels.write(folder, "endless.eimodel", endless);
    for (String command : List.of("run", "bench")) {
      Typed typed = Typed.in(folder, command, "endless.eimodel");
      assertEquals(1, typed.code(), command);
      assertEquals("", typed.out());
      assertTrue(typed.err().contains("error[E0413]: the model does not say for how long it runs"), typed.err());
      assertTrue(
          typed.err().contains("help: add run 1 s with dt = 0.1 ms, or use --duration '1 s'"), typed.err());
    }
    Typed zero = Typed.in(folder, "run", "endless.eimodel", "--duration", "0 ms");
    assertEquals(2, zero.code());
    assertTrue(zero.err().startsWith("--duration: error[E0601]: a run of no time simulates nothing"), zero.err());
    TinyModels.write(folder, "still.eimodel", endless + "run 0 ms\n");
    Typed still = Typed.in(folder, "run", "still.eimodel");
    assertEquals(1, still.code());
    assertTrue(still.err().contains(":5: error[E0601]: a run of no time simulates nothing"), still.err());
    assertEquals(Set.of("two.eimodel", "endless.eimodel", "still.eimodel"), files(folder));
    assertEquals(0, Typed.in(folder, "check", "endless.eimodel").code());
    assertEquals(0, Typed.in(folder, "explain", "endless.eimodel").code());
    Typed given = Typed.in(folder, "run", "endless.eimodel", "--duration", "1 ms", "--summary", "json");
    assertEquals(0, given.code(), given.err());
    assertTrue(given.out().contains("\"steps\": 10"), given.out());
  }

  @Test
  void nothingIsEverOverwritten() throws IOException {
    assertEquals(0, Typed.in(folder, "run", "two.eimodel", "-q").code());
    byte[] first = Files.readAllBytes(folder.resolve("runs/two-1/summary.json"));
    assertEquals(0, Typed.in(folder, "run", "two.eimodel", "-q").code());
    assertEquals(new TreeSet<>(Set.of("two-1", "two-2")), files(folder.resolve("runs")));
    assertEquals(new String(first), Files.readString(folder.resolve("runs/two-1/summary.json")));
    assertEquals(0, Typed.in(folder, "run", "two.eimodel", "-q", "--out", "here").code());
    assertEquals(2, Typed.in(folder, "run", "two.eimodel", "-q", "--out", "here").code());
    assertEquals(new TreeSet<>(FILES), files(folder.resolve("here")));
  }

  @Test
  void tablesComeInTheFormAskedFor() throws IOException {
    assertEquals(0, Typed.in(folder, "run", "two.eimodel", "--format", "npz", "--out", "a").code());
    assertEquals(
        0, Typed.in(folder, "run", "two.eimodel", "--format", "csv,npz", "--out", "b").code());
    Set<String> a = files(folder.resolve("a"));
    assertTrue(a.contains("spikes.npz") && !a.contains("spikes.csv"), a.toString());
    assertTrue(
        files(folder.resolve("b"))
            .containsAll(List.of("spikes.csv", "spikes.npz", "rates.npz", "v_of_Pacer.npz")));
  }

  @Test
  void noneWritesNothing() throws IOException {
    Typed run = Typed.in(folder, "run", "two.eimodel", "--out", "none");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("two: 10 neurons, 8 synapses\n"), run.out());
    assertEquals(Set.of("two.eimodel"), files(folder));
  }

  @Test
  void aWrongNumberOfAPairIsTheModels() throws IOException {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG_PAIR);
    Typed run = Typed.in(folder, "run", "wrong.eimodel", "--out", "none");
    assertEquals(1, run.code());
    assertTrue(
        run.err().contains("error[E0601]: a weight cannot be Infinity: EI from neuron\n      0 to"),
        run.err());
  }

  @Test
  void aWrongNumberOfAProceduralPairEndsTheRun() throws IOException {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG_PROCEDURAL_PAIR);
    Typed run = Typed.in(folder, "run", "wrong.eimodel", "--out", "none");
    assertEquals(1, run.code(), run.err());
    assertTrue(
        run.err().contains("error[E0601]: a weight cannot be Infinity: EI from neuron\n      "),
        run.err());
    assertTrue(run.err().contains("1 mV / (source.i - source.i)"), run.err());
  }

  @Test
  void quietIsSilent() {
    assertEquals(new Typed(0, "", ""), Typed.in(folder, "run", "two.eimodel", "--quiet"));
  }

  @Test
  void theSummaryFitsATerminalAndHasNoColours() {
    String text = Typed.in(folder, "run", "two.eimodel", "--out", "none").out();
    assertAll(
        () -> assertTrue(text.lines().allMatch(line -> line.length() <= 80), text),
        () -> assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text),
        () ->
            assertTrue(
                text.contains("  rate      E 10.0 Hz:  E[V1] 0.00 Hz  E[9/46, v] 20.0 Hz\n"), text),
        () -> assertTrue(text.contains("  rate      Pacer 80.0 Hz\n"), text));
  }

  @Test
  void settingsReachTheModelAndTheSeedItsNumbers() throws IOException {
    assertEquals(
        0,
        Typed.in(folder, "run", "two.eimodel", "-q", "--set", "strength=9 mV", "--out", "silent")
            .code());
    assertEquals(1, Files.readAllLines(folder.resolve("silent/spikes.csv")).size());
    String first = hash("run", "coba", "--duration", "20 ms", "--seed", "1");
    assertEquals(
        first, hash("run", "coba", "--duration", "20 ms", "--seed", "1", "--threads", "2"));
    assertNotEquals(first, hash("run", "coba", "--duration", "20 ms", "--seed", "2"));
  }

  @Test
  void aStateThatIsNotFiniteEndsTheRunAndLeavesNothing() throws IOException {
    TinyModels.write(folder, "runaway.eimodel", TinyModels.EXPLODES);
    Typed run = Typed.in(folder, "run", "runaway.eimodel");
    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertTrue(
        run.err()
            .matches(
                "eimodel: v of neuron 0 of E became (NaN|infinite) at .* ms; its last finite value was .*\n"),
        run.err());
    assertEquals(Set.of("two.eimodel", "runaway.eimodel"), files(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void aWrongModelLeavesNothing(String summary) throws IOException {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG);
    Typed run = Typed.in(folder, "run", "wrong.eimodel", "--out", "results", "--summary", summary);
    assertEquals(1, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("wrong.eimodel:3:8: error[E0204]"), run.err());
    assertEquals(Set.of("two.eimodel", "wrong.eimodel"), files(folder));
  }

  @Test
  void tooLittleMemoryIsKnownBeforeTheRun() throws IOException {
    String dense =
        TinyModels.TWO_AREAS.replace("= 4 of", "= 60000 of").replace("Pacer = 2", "Pacer = 400000");
    TinyModels.write(folder, "dense.eimodel", dense);
    Typed run = Typed.in(folder, "run", "dense.eimodel");
    assertEquals(3, run.code(), run.err());
    assertTrue(
        run.err()
            .matches(
                "(?s)eimodel: dense.eimodel needs .* GB, the heap allows .*: use --heap \\d+g.*"),
        run.err());
    assertEquals(Set.of("two.eimodel", "dense.eimodel"), files(folder));
  }

  @Test
  void aFolderThatMayNotBeWrittenIsKnownBeforeTheRun() throws IOException {
    Files.writeString(folder.resolve("runs"), "a file in the way");
    Typed run = Typed.in(folder, "run", "two.eimodel");
    assertEquals(3, run.code());
    assertTrue(run.err().contains("name another folder with --out"), run.err());
  }

  /// Of `/proc` nobody but the system itself knows that no folder can be made there; root may write everywhere.
  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only on Linux");
    Typed run = Typed.in(folder, "run", "two.eimodel", "--out", "/proc/nowhere", "--quiet");
    assertEquals(3, run.code());
    assertTrue(
        run.err()
            .matches(
                "eimodel: (/proc/nowhere cannot be made in that folder"
                    + "|results cannot be written to /proc/nowhere)\n"
                    + "name another folder with --out, or write none with --out none\n"),
        run.err());
    assertEquals("", run.out());
  }

  private String hash(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--out", "none")).toArray(String[]::new);
    Typed run = Typed.in(folder, all);
    assertEquals(0, run.code(), run.err());
    return run.out().replaceAll("(?s).*hash (\\p{XDigit}{16}).*", "$1");
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
