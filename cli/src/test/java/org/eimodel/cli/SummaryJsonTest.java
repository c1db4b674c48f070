package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.SpikeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The summary as other programs read it.
class SummaryJsonTest {
  @TempDir private Path folder;

  @Test
  void oneObjectAndNothingElse() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Typed run =
        Typed.in(folder, "run", "two.eimodel", "--summary", "json", "--quiet", "--out", "results");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    Map<String, Object> members = read(run.out());
    assertAll(
        () -> assertEquals(10, number(members, "neurons")),
        () -> assertEquals(8, number(members, "synapses")),
        () -> assertEquals(500, number(members, "steps")),
        () -> assertEquals(12, number(members, "spikeCount")),
        () -> assertTrue(number(members, "peakMemoryBytes") > 10e6),
        () -> assertEquals("two", members.get("model")),
        () -> assertEquals(0.1, number(members, "dtMs")),
        () -> assertEquals(3, number(members, "seed")));
    assertEquals(
        List.of("load", "compile", "build", "simulate", "write", "total"),
        List.copyOf(object(members, "seconds").keySet()));
    Map<String, Object> seconds = object(members, "seconds");
    double parts =
        seconds.keySet().stream()
            .filter(k -> !k.equals("total"))
            .mapToDouble(k -> number(seconds, k))
            .sum();
    assertEquals(parts, number(seconds, "total"), 0.005);
    assertEquals(number(seconds, "simulate") / 0.05, number(members, "realTimeFactor"), 0.02);
    Map<String, Object> rates = object(members, "rates");
    assertEquals(Set.of("E", "Pacer", "E[V1]", "E[9/46, v]"), rates.keySet());
    assertEquals(10, number(rates, "E"));
    assertEquals(0, number(rates, "E[V1]"));
    assertEquals(20, number(rates, "E[9/46, v]"));
    assertEquals(80, number(rates, "Pacer"));
    assertEquals(members, read(Files.readString(folder.resolve("results/summary.json"))));
  }

  @Test
  void proceduralProjectionsAndTheirSynapses() throws Exception {
    TinyModels.write(folder, "own.eimodel", TinyModels.OWN_SYNAPSES);
    Typed run = Typed.in(folder, "run", "own.eimodel", "--summary", "json", "--out", "none");
    Map<String, Object> procedural = object(read(run.out()), "procedural");
    assertEquals(Set.of("EI"), procedural.keySet());
    double drawn = number(procedural, "EI");
    assertTrue(drawn > 70 && drawn < 170, drawn + "");
    Typed text = Typed.in(folder, "run", "own.eimodel", "--out", "none");
    String line = "  drawn     anew for each spike:  EI %.0f synapses\n".formatted(drawn);
    assertTrue(text.out().contains(line), text.out());
  }

  @Test
  void everyMemberIsInTheDocumentation() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "command.md"));
    Typed run =
        Typed.in(folder, "run", "hh", "--duration", "1 ms", "--summary", "json", "--out", "none");
    Map<String, Object> members = read(run.out());
    for (String name : members.keySet()) {
      if (!name.equals("seconds")) {
        assertTrue(page.contains("`" + name + "`"), name);
      }
    }
    object(members, "seconds")
        .keySet()
        .forEach(name -> assertTrue(page.contains("`seconds." + name + "`"), name));
  }

  /// The hash can be computed again from the table of spikes.
  @Test
  void theHashIsThatOfTheSpikes() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Typed run = Typed.in(folder, "run", "two.eimodel", "--summary", "json", "--out", "results");
    SpikeHash hash = new SpikeHash();
    for (String line :
        Files.readAllLines(folder.resolve("results/spikes.csv")).stream().skip(1).toList()) {
      String[] end =
          line.substring(line.lastIndexOf(',', line.lastIndexOf(',') - 1) + 1).split(",");
      long population =
          line.startsWith("Pacer")
              ? SpikeHash.population("Pacer", List.of())
              : SpikeHash.population("E", List.of("9/46, v"));
      hash.add(population, Integer.parseInt(end[0]), Math.round(Double.parseDouble(end[1]) / 0.1));
    }
    assertEquals(hash.hex(), read(run.out()).get("spikeHash"));
  }

  private static double number(Map<String, Object> object, String name) {
    return (Double) object.get(name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> object, String name) {
    return (Map<String, Object>) object.get(name);
  }

  private static Map<String, Object> read(String text) {
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      assertEquals(JsonToken.START_OBJECT, parser.nextToken());
      Map<String, Object> object = members(parser);
      assertNull(parser.nextToken(), "something follows the object");
      return object;
    }
  }

  private static Map<String, Object> members(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Object value =
          switch (parser.nextToken()) {
            case START_OBJECT -> members(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> parser.getString();
            default -> throw new AssertionError(name + " is " + parser.currentToken());
          };
      if (members.put(name, value) != null) {
        twice.add(name);
      }
    }
    assertEquals(List.of(), twice);
    return members;
  }
}
