package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir private Path folder;

  @Test
  void measuresWhatTheModelDoes() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Typed bench = Typed.in(folder, "bench", "two.eimodel", "--threads", "1", "--summary", "json");
    assertEquals(0, bench.code(), bench.err());
    assertEquals("", bench.err());
    Map<String, Double> numbers = numbers(bench.out());
    assertEquals(10.0, numbers.get("neurons"));
    assertEquals(8.0, numbers.get("synapses"));
    // two pacers fire twice in each half of the run and have four targets each
    assertEquals(2 * 2 * 4 / 250.0, numbers.get("eventsPerStep"), 1e-6);
    assertEquals(numbers.get("nanosPerStep") / 10, numbers.get("nanosPerNeuronStep"), 0.02);
    // the steps with looks at the clock are the others' kind; machines that test are seldom quiet, so it may try again
    double explained = numbers.get("explained");
    for (int again = 0; again < 4 && Math.abs(explained - 1) > 0.5; again++) {
      Typed next = Typed.in(folder, "bench", "two.eimodel", "--threads", "1", "--summary", "json");
      explained = numbers(next.out()).get("explained");
    }
    assertEquals(1, explained, 0.5);
  }

  @Test
  void everyMemberIsInTheDocumentation() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "command.md"));
    Typed bench = Typed.in(folder, "bench", "hh", "--summary", "json");
    Matcher members = Pattern.compile("\"(\\w+)\" *:").matcher(bench.out());
    int found = 0;
    while (members.find()) {
      assertTrue(page.contains("`" + members.group(1) + "`"), members.group(1));
      found++;
    }
    assertTrue(found > 20, bench.out());
  }

  @Test
  void mistakesOfTheModelAreSaidAsAlways() throws Exception {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG);
    assertEquals(1, Typed.in(folder, "bench", "wrong.eimodel").code());
    TinyModels.write(folder, "explodes.eimodel", TinyModels.EXPLODES);
    assertEquals(1, Typed.in(folder, "bench", "explodes.eimodel").code());
  }

  private static Map<String, Double> numbers(String json) {
    Map<String, Double> numbers = new java.util.LinkedHashMap<>();
    Matcher members = Pattern.compile("\"(\\w+)\" *: *(-?[0-9.eE+-]+)").matcher(json);
    while (members.find()) {
      numbers.put(members.group(1), Double.valueOf(members.group(2)));
    }
    return numbers;
  }
}
