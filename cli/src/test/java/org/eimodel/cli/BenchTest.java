package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir private Path folder;

  @Test
  void measuresWhatTheModelDoes() throws Exception {
    // enough neurons that a look at the clock is little beside their step
    String model = TinyModels.TWO_AREAS.replace("4 of LIF", "400 of LIF");
    TinyModels.write(folder, "two.eimodel", model);
    Typed bench = Typed.in(folder, "bench", "two.eimodel", "--threads", "1", "--summary", "json");
    assertEquals(0, bench.code(), bench.err());
    assertEquals("", bench.err());
    Map<String, Double> numbers = numbers(bench.out());
    assertEquals(802.0, numbers.get("neurons"));
    assertEquals(800.0, numbers.get("synapses"));
    // two pacers fire twice in each half of the run and have 400 targets each
    assertEquals(2 * 2 * 400 / 250.0, numbers.get("eventsPerStep"), 1e-6);
    double step = numbers.get("nanosPerStep");
    assertEquals(1, numbers.get("nanosPerNeuronStep") * 802 / step, 1e-3);
    assertTrue(step > 0 && numbers.get("integrate") > 0, bench.out());
    double together = 0;
    double size = 0;
    for (String part : List.of("deliver", "drive", "integrate", "send", "record", "rest")) {
      together += numbers.get(part);
      size += Math.abs(numbers.get(part));
    }
    // How near this is to one is the machine's affair; figures have four digits.
    assertEquals(numbers.get("explained"), together / step, 1e-3 * (1 + size / step));
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
    Map<String, Double> numbers = new LinkedHashMap<>();
    Matcher members = Pattern.compile("\"(\\w+)\" *: *(-?[0-9.eE+-]+)").matcher(json);
    while (members.find()) {
      numbers.put(members.group(1), Double.valueOf(members.group(2)));
    }
    return numbers;
  }
}
