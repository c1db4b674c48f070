package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The shipped tables against figures computed from the full-precision numbers of their source.
///
/// *Source*: `flnMat` of `subgraphData.mat` and `wiring` of `subgraphWiring29.mat`, xjwanglab/JoglekarEtAl2018_Neuron.
/// `macaque29-outdegree3200.csv` holds round(3200 FLN), computed before the fractions were shortened to six digits.
class Macaque29TablesTest {
  private final List<String[]> fln = rows("macaque29/fln.csv");
  private final List<String[]> distance = rows("macaque29/distance.csv");
  private final List<String[]> outdegree = rows("macaque29-outdegree3200.csv");

  @Test
  void allTablesHaveTheSameAreasInTheSameOrder() {
    List<String> areas = rows("macaque29/areas.csv").stream().map(row -> row[0]).toList();
    assertEquals("area", areas.getFirst());
    assertEquals(29, new HashSet<>(areas.subList(1, 30)).size());
    for (List<String[]> table : List.of(fln, distance, outdegree)) {
      String[] header = table.getFirst().clone();
      assertEquals("to\\from", header[0]);
      header[0] = "area";
      assertEquals(areas, List.of(header));
      assertEquals(areas.subList(1, 30), table.stream().skip(1).map(row -> row[0]).toList());
    }
  }

  @Test
  void shorteningTheFractionsChangedNoOutdegree() {
    int sum = 0;
    int connected = 0;
    for (int to = 1; to <= 29; to++) {
      for (int from = 1; from <= 29; from++) {
        long expected = Long.parseLong(outdegree.get(to)[from]);
        assertEquals(
            expected, Math.round(3200 * number(fln, to, from)), "to " + to + ", from " + from);
        sum += (int) expected;
        connected += expected > 0 ? 1 : 0;
      }
    }
    assertEquals(47058, sum);
    assertEquals(362, connected);
  }

  @Test
  void extremesAreThoseOfTheSource() {
    assertEquals(0.763562, number(fln, 2, 1));
    assertEquals(536, Arrays.stream(all(fln)).filter(x -> x > 0).count());
    assertEquals(1.55865e-6, Arrays.stream(all(fln)).filter(x -> x > 0).min().orElseThrow());
    assertEquals(58.2, Arrays.stream(all(distance)).max().orElseThrow());
    assertEquals(5.0, Arrays.stream(all(distance)).filter(x -> x > 0).min().orElseThrow());
    assertEquals(29, Arrays.stream(all(distance)).filter(x -> x == 0).count());
  }

  private static double number(List<String[]> table, int row, int column) {
    return Double.parseDouble(table.get(row)[column]);
  }

  private static double[] all(List<String[]> table) {
    return table.stream()
        .skip(1)
        .flatMap(row -> Arrays.stream(row).skip(1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static List<String[]> rows(String resource) {
    try (InputStream stream = Macaque29TablesTest.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
