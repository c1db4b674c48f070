package org.eimodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The numbers were computed by the Python program of `docs/spike-hash.md`, which knows nothing of the Java class.
class SpikeHashTest {
  private static final Path PAGE = Path.of("..", "docs", "spike-hash.md");

  private record Vector(
      String name, List<String> labels, int neuron, long step, String population, String mix) {}

  private static final List<Vector> VECTORS =
      List.of(
          new Vector("E", List.of(), 0, 0, "dfb5b259371d8b8f", "ff26f54262bf4032"),
          new Vector("E", List.of(), 0, 1, "dfb5b259371d8b8f", "c3ad973843ec9946"),
          new Vector("E", List.of(), 1, 0, "dfb5b259371d8b8f", "0d3b6cb8ad6ad854"),
          new Vector("E", List.of("V1"), 17, 4012, "75c9974c1b0d1205", "a77088c45e24fd2d"),
          new Vector("I", List.of("V1"), 17, 4012, "7e5adb1e541742a0", "05b7c1802ec13944"),
          new Vector("E", List.of("V", "1"), 17, 4012, "52f58a734bfeba2c", "6360a43150509644"),
          new Vector(
              "L",
              List.of("23E", "été"),
              Integer.MAX_VALUE,
              9007199254740993L,
              "f3e3f3007cef81aa",
              "d65e68843a0d5e5a"));

  @Test
  void agreesWithTheIndependentVectors() {
    SpikeHash hash = new SpikeHash();
    assertEquals("0000000000000000", hash.hex());
    for (Vector v : VECTORS) {
      long population = SpikeHash.population(v.name, v.labels);
      assertEquals(v.population, String.format("%016x", population), v.toString());
      assertEquals(
          v.mix, String.format("%016x", SpikeHash.mix(population, v.neuron, v.step)), v.toString());
      hash.add(population, v.neuron, v.step);
    }
    assertEquals("b6f7502d6b5adcdb", hash.hex());
  }

  @Test
  void orderAndPartitionDoNotMatterButEverySpikeDoes() {
    Random random = new Random(3);
    List<long[]> spikes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      spikes.add(
          new long[] {
            SpikeHash.population("E", List.of("a" + i % 5)), random.nextInt(100), random.nextInt(9)
          });
    }
    SpikeHash forward = new SpikeHash();
    spikes.forEach(s -> forward.add(s[0], (int) s[1], s[2]));
    SpikeHash even = new SpikeHash();
    SpikeHash odd = new SpikeHash();
    for (int i = spikes.size() - 1; i >= 0; i--) {
      (i % 2 == 0 ? even : odd).add(spikes.get(i)[0], (int) spikes.get(i)[1], spikes.get(i)[2]);
    }
    even.add(odd);
    assertEquals(forward.hex(), even.hex());
    forward.add(spikes.getFirst()[0], (int) spikes.getFirst()[1], spikes.getFirst()[2]);
    assertNotEquals(forward.value(), even.value());
  }

  @Test
  void thePageShowsTheSameVectors() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Vector v : VECTORS) {
      String labels = String.join(" ", v.labels.stream().map(l -> "`" + l + "`").toList());
      rows.add(
          "| `%s` | %s | %d | %d | `%s` | `%s` |"
              .formatted(v.name, labels, v.neuron, v.step, v.population, v.mix));
    }
    String page = Files.readString(PAGE);
    rows.forEach(row -> assertTrue(page.contains(row), row));
  }

  @Test
  void thePythonProgramOfThePageComputesThem() throws Exception {
    Matcher program =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertTrue(program.find());
    StringBuilder script = new StringBuilder(program.group(1)).append("print(spike_hash([");
    for (Vector v : VECTORS) {
      String labels = String.join(", ", v.labels.stream().map(l -> "'" + l + "'").toList());
      script.append("('%s', [%s], %d, %d), ".formatted(v.name, labels, v.neuron, v.step));
    }
    script.append("]))\n");
    Process process;
    try {
      process = new ProcessBuilder("python3", "-").redirectErrorStream(true).start();
    } catch (IOException noPython) {
      assumeTrue(false, "python3 is not installed: the program in docs/spike-hash.md was not run");
      return;
    }
    try (var in = process.getOutputStream()) {
      in.write(script.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        "b6f7502d6b5adcdb",
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }
}
