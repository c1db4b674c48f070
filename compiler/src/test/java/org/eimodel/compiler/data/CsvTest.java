package org.eimodel.compiler.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final List<String> AREAS = List.of("V1", "V2", "5");
  private static final TableAxis TO = TableAxis.of("to", "area", AREAS);
  private static final TableAxis FROM = TableAxis.of("from", "area", AREAS);
  private static final TableAxis LAYER = TableAxis.of("layer", List.of("4E", "4I"));
  private static final Unit MM = Units.named("mm").orThrow();

  private static DataFiles file(byte[] bytes) {
    return new DataFiles(DataFolder.ofResources("the test", _ -> new ByteArrayInputStream(bytes)));
  }

  private static DataFiles file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DataResult<Table> matrix(String text) {
    return file(text).csvTable("m.csv", List.of(TO, FROM), Unit.ONE);
  }

  private static DataResult<Table> column(String text) {
    return file(text).csvTable("n.csv", List.of(LAYER), Unit.ONE);
  }

  private static DataResult<List<String>> labels(String text) {
    return file(text).csvLabels("a.csv", "area");
  }

  private static String problem(DataResult<?> result) {
    return assertInstanceOf(DataResult.Failed.class, result).problem().toString();
  }

  // ---- labels

  @Test
  void labelsWithAndWithoutAHeading() {
    assertEquals(AREAS, labels("area\nV1\nV2\n5\n").orThrow());
    assertEquals(AREAS, labels("V1\r\nV2\r\n5").orThrow());
    assertEquals(
        List.of("24c", "9/46v", "a,b", "µ"),
        labels("\uFEFF# of Markov 2014\n24c\n\n 9/46v \n\"a,b\"\nµ\n").orThrow());
  }

  @Test
  void labelsThatAreWrong() {
    assertEquals(
        "a.csv:4:1: label `V1` is already on line 2", problem(labels("area\nV1\nV2\nV1\n")));
    assertEquals("a.csv:2:3: a label is empty", problem(labels("V1\n  \nV2")));
    assertTrue(
        problem(labels("V1,V2\n"))
            .startsWith("a.csv:1:4: a list of labels has one cell a line, not 2"));
    assertEquals("`a.csv` is empty", problem(labels("")));
    assertEquals("`a.csv` is empty", problem(labels("\n\n# nothing\n")));
    assertEquals("`a.csv` has a heading but no labels", problem(labels("area\n")));
  }

  // ---- matrices

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to\\from",
        "target\\source",
        "Target \\ Source",
        "to/from",
        "post\\pre",
        "",
        "area"
      })
  void cornersThatAgree(String corner) {
    Table table = matrix(corner + ",V1,V2,5\nV1,0,0.5,1\nV2,2,0,3e-1\n5,-4,+5.5,.25\n").orThrow();
    assertArrayEquals(new double[] {0, 0.5, 1, 2, 0, 0.3, -4, 5.5, 0.25}, table.values());
    assertEquals(AREAS, table.rowLabels());
    assertEquals(AREAS, table.columnLabels());
    assertEquals(3, table.rows());
    assertEquals(0.3, table.at(1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from\\to", "source\\target", "pre/post"})
  void cornersThatAreSwapped(String corner) {
    String text = problem(matrix(corner + ",V1,V2,5\n"));
    assertTrue(text.startsWith("m.csv:1:1: swapped index roles: "), text);
    assertTrue(text.endsWith("= help: declare [from area, to area], or transpose the file"), text);
  }

  @Test
  void cornersThatSayNothing() {
    String text = problem(matrix("fln,V1,V2,5\n"));
    assertEquals(
        """
        m.csv:1:1: the first cell is `fln`, which does not say what rows and columns are
          = help: for [to area, from area] write `to\\from` there\
        """,
        text);
    TableAxis area = TableAxis.of("area", AREAS);
    DataFiles file = file("layer\\area,V1,V2,5\n4E,1,2,3\n4I,4,5,6\n");
    assertEquals(6, file.csvTable("m.csv", List.of(LAYER, area), Unit.ONE).orThrow().at(1, 2));
    assertTrue(
        problem(file.csvTable("m.csv", List.of(area, LAYER), Unit.ONE))
            .contains("swapped index roles"));
  }

  @Test
  void labelsInAnotherOrderAreReordered() {
    Table table = matrix("to\\from,5,V1,V2\nV2,23,21,22\n5,33,31,32\nV1,13,11,12\n").orThrow();
    assertArrayEquals(new double[] {11, 12, 13, 21, 22, 23, 31, 32, 33}, table.values());
  }

  @Test
  void valuesAreConvertedDecimalExactly() {
    // 1.001 mm is 1001 um; in binary 1.001 * 1000 is not.
    Table table =
        file("to\\from,V1,V2,5\nV1,1.001,9.3,0\nV2,0,0,0\n5,0,0,0\n")
            .csvTable("m.csv", List.of(TO, FROM), MM)
            .orThrow();
    assertEquals(1001, table.at(0, 0));
    assertEquals(9300, table.at(0, 1));
  }

  @Test
  void labelsThatDoNotMatch() {
    assertEquals(
        """
        m.csv:1:12: the columns are not those of index `area`: no `V2`; unknown `v2`
          = help: `v2`: did you mean `V2`?\
        """,
        problem(matrix("to\\from,V1,v2,5\nV1,0,0,0\nV2,0,0,0\n5,0,0,0\n")));
    assertTrue(
        problem(matrix("to\\from,V1,V2,5\nV1,0,0,0\nV4,0,0,0\n5,0,0,0\n"))
            .startsWith(
                "m.csv:3:1: the rows are not those of index `area`: no `V2`; unknown `V4`"));
    assertEquals("m.csv:1:12: column `V1` is there twice", problem(matrix("to\\from,V1,V1,5\n")));
    assertEquals(
        "m.csv:4:1: row `V1` is there twice",
        problem(matrix("to\\from,V1,V2,5\nV1,0,0,0\nV2,0,0,0\nV1,0,0,0\n")));
  }

  @Test
  void shapesThatDoNotMatchAreBothTold() {
    assertEquals(
        "m.csv:3:1: the file is 2 x 3 (rows x columns), but [to area, from area] needs 3 x 3; the rows are not those of index `area`: no `5`",
        problem(matrix("to\\from,V1,V2,5\nV1,0,0,0\nV2,0,0,0\n")));
    assertEquals(
        "m.csv:1:12: the file is 3 x 2 (rows x columns), but [to area, from area] needs 3 x 3; the columns are not those of index `area`: no `5`",
        problem(matrix("to\\from,V1,V2\nV1,0,0\nV2,0,0\n5,0,0\n")));
    assertTrue(problem(matrix("to\\from,V1,V2,5\n")).contains("the file is 0 x 3"));
  }

  @Test
  void aMatrixWithoutLabels() {
    assertTrue(
        problem(matrix("0,1,2\n3,4,5\n6,7,8\n")).startsWith("m.csv:1:1: the file has no labels"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "0x10",
        "1d",
        "1e",
        "1.2.3",
        "--1",
        "1 000",
        "1_000",
        "٣",
        "0,5\",\"1",
        "-"
      })
  void notNumbers(String cell) {
    String quoted = "\"" + cell.split("\"")[0] + "\"";
    String text = problem(matrix("to\\from,V1,V2,5\nV1,0," + quoted + ",0\n"));
    assertTrue(text.startsWith("m.csv:2:6: `" + cell.split("\"")[0] + "` is not a number"), text);
  }

  @Test
  void decimalCommasAreUnderstoodButRefused() {
    assertTrue(
        problem(matrix("to\\from,V1,V2,5\nV1,\"0,5\",0,0\n"))
            .endsWith("= help: the decimal sign is a point: 0.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "inf", "-Inf", "Infinity", "NA"})
  void neverNotFinite(String cell) {
    assertTrue(
        problem(matrix("to\\from,V1,V2,5\nV1,0,0," + cell + "\n"))
            .startsWith("m.csv:2:8: `" + cell + "` is not a finite number"));
  }

  @Test
  void numbersThatDoNotFit() {
    assertEquals(
        "m.csv:2:4: `1e999` is too large", problem(matrix("to\\from,V1,V2,5\nV1,1e999,0,0\n")));
    assertTrue(
        problem(matrix("to\\from,V1,V2,5\nV1,,0,0\n")).startsWith("m.csv:2:4: a cell is empty"));
  }

  @Test
  void raggedAndUnclosed() {
    assertEquals(
        "m.csv:3:1: this line has 3 cells, the first has 4",
        problem(matrix("to\\from,V1,V2,5\nV1,0,0,0\nV2,0,0\n")));
    assertEquals(
        "m.csv:2:1: this line has 5 cells, the first has 4",
        problem(matrix("to\\from,V1,V2,5\nV1,0,0,0,0\n")));
    assertTrue(
        problem(matrix("to\\from,V1,V2,5\nV1,\"0,0,0\n"))
            .startsWith("`m.csv` is not well-formed CSV: "));
    assertTrue(problem(matrix("to\\from,V1,V2,5\nV1,\"0\"x,0,0\n")).contains("m.csv"));
  }

  @Test
  void placesSurviveQuotesAndLineEnds() {
    assertEquals(
        "m.csv:6:12: `x` is not a number",
        problem(
            matrix(
                "# a comment, with a comma\r\n\r\nto\\from,V1,V2,\"5\"\r\nV1,0,0,0\r\n\"\r\nV2\",\" 1 \", x,0\r\n")));
    assertTrue(problem(matrix("to\\from,V1,V2,5\rV1,0,0,x\r")).startsWith("m.csv:2:8: "));
  }

  @Test
  void notUtf8() {
    byte[] latin = "to\\from,V1,V2,5\nV1,0,0,\u00e4".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(
        problem(file(latin).csvTable("m.csv", List.of(TO, FROM), Unit.ONE))
            .startsWith("m.csv:2:8: the file is not UTF-8 text"));
    assertTrue(
        problem(file("V1\n".getBytes(StandardCharsets.UTF_16)).csvLabels("a.csv", "area"))
            .startsWith("a.csv:1:1: the file is not UTF-8"));
  }

  // ---- columns

  @Test
  void aColumnOfNumbers() {
    Table table = column("layer,N\n4I,5479\n4E,21915\n").orThrow();
    assertArrayEquals(new double[] {21915, 5479}, table.values());
    assertEquals(List.of("4E", "4I"), table.rowLabels());
    assertEquals(1, table.columns());
    assertEquals(5479, column(",value\n4E,21915\n4I,5479\n").orThrow().at(1, 0));
  }

  @Test
  void columnsThatAreWrong() {
    assertTrue(
        problem(column("4E,21915\n4I,5479\n")).startsWith("n.csv:1:1: the file has no heading"));
    assertTrue(
        problem(column("area,N\n4E,1\n4I,2\n"))
            .startsWith("n.csv:1:1: the first column is `area`, but the declaration says [layer]"));
    assertTrue(
        problem(column("layer,N,K\n4E,1,2\n"))
            .startsWith("n.csv:1:1: the file has 3 columns, but [layer] needs two"));
    assertEquals(
        "n.csv:2:1: the file is 1 x 1 (rows x columns), but [layer] needs 2 x 1; the rows are not those of index `layer`: no `4I`",
        problem(column("layer,N\n4E,1\n")));
    assertTrue(
        problem(file("x").csvTable("n.csv", List.of(LAYER, LAYER, LAYER), Unit.ONE))
            .contains("one or two axes, not 3"));
  }

  // ---- plain numbers and pairs

  @Test
  void plainNumbers() {
    Table table = file("0,1\n2,3\n4,5").csvNumbers("t.csv").orThrow();
    assertEquals(3, table.rows());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, table.values());
    Table headed = file("time,current\n0,1.5\n").csvNumbers("t.csv").orThrow();
    assertEquals(List.of("time", "current"), headed.columnLabels());
    assertEquals(1, headed.rows());
    assertEquals(5000, file("1\n".repeat(5000)).csvNumbers("t.csv").orThrow().rows());
  }

  @Test
  void plainNumbersThatAreWrong() {
    assertEquals("t.csv:2:3: `x` is not a number", problem(file("1,2\n3,x\n").csvNumbers("t.csv")));
    assertTrue(
        problem(file("NaN,NaN\n1,2\n").csvNumbers("t.csv"))
            .startsWith("t.csv:1:1: `NaN` is not a finite number"));
    assertEquals(
        "t.csv:2:1: this line has 1 cell, the first has 2",
        problem(file("1,2\n3\n").csvNumbers("t.csv")));
    assertEquals(
        "t.csv:1:1: there are no numbers below the heading",
        problem(file("a,b\n").csvNumbers("t.csv")));
  }

  @Test
  void pairs() {
    Pairs pairs = file("source,target\n0,4\n2,0\n").csvPairs("p.csv", 3, 5, List.of()).orThrow();
    assertArrayEquals(new int[] {0, 2}, pairs.sources());
    assertArrayEquals(new int[] {4, 0}, pairs.targets());
    Pairs other = file("post,pre\n4,0\n0,2\n").csvPairs("p.csv", 3, 5, List.of()).orThrow();
    assertArrayEquals(pairs.sources(), other.sources());
    assertEquals(0, file("source,target\n").csvPairs("p.csv", 3, 5, List.of()).orThrow().count());
    StringBuilder many = new StringBuilder("source,target\n");
    for (int i = 0; i < 3000; i++) {
      many.append(i).append(',').append(2999 - i).append('\n');
    }
    Pairs all = file(many.toString()).csvPairs("p.csv", 3000, 3000, List.of()).orThrow();
    assertEquals(3000, all.count());
    assertEquals(2999L * 1500, Arrays.stream(all.targets()).sum());
    assertEquals(2999, all.sources()[2999]);
  }

  @Test
  void pairsThatAreWrong() {
    assertEquals(
        """
        p.csv:3:3: `5` is not a neuron of the target population
          = help: neurons are numbered from 0 to 4\
        """,
        problem(file("source,target\n0,4\n2,5\n").csvPairs("p.csv", 3, 5, List.of())));
    assertTrue(
        problem(file("source,target\n-1,4\n").csvPairs("p.csv", 3, 5, List.of()))
            .startsWith("p.csv:2:1: `-1` is not"));
    assertTrue(
        problem(file("source,target\n1.0,4\n").csvPairs("p.csv", 3, 5, List.of()))
            .startsWith("p.csv:2:1: `1.0` is not"));
    assertTrue(
        problem(file("source,target\n9999999999,4\n").csvPairs("p.csv", 3, 5, List.of()))
            .startsWith("p.csv:2:1: "));
    assertEquals(
        "p.csv:1:1: a file of pairs begins with the line `source,target`",
        problem(file("0,1\n").csvPairs("p.csv", 3, 5, List.of())));
    assertEquals(
        "p.csv:2:1: this line has 3 cells, not 2",
        problem(file("source,target\n0,1,2\n").csvPairs("p.csv", 3, 5, List.of())));
  }

  // ---- numbers of pairs

  private static final List<PairColumn> COLUMNS =
      List.of(new PairColumn("w", Dimension.NONE), new PairColumn("delay", Dimension.TIME));

  @Test
  void numbersOfPairs() {
    Pairs pairs =
        file("w,pre,delay (s),post\n0.5,0,0.0015,4\n-2e-1,2,0,0\n").csvPairs("p.csv", 3, 5, COLUMNS).orThrow();
    assertArrayEquals(new int[] {4, 0}, pairs.targets());
    assertArrayEquals(new double[] {0.5, -0.2}, pairs.columns().get("w"));
    assertArrayEquals(new double[] {1.5, 0}, pairs.columns().get("delay"));
    StringBuilder many = new StringBuilder("source,target,w,delay (ms)\n");
    for (int i = 0; i < 3000; i++) {
      many.append(i).append(',').append(i).append(',').append(i / 2.0).append(",1\n");
    }
    Pairs all = file(many.toString()).csvPairs("p.csv", 3000, 3000, COLUMNS).orThrow();
    assertEquals(1499.5, all.columns().get("w")[2999]);
  }

  @Test
  void numbersOfPairsThatAreWrong() {
    assertEquals(
        "p.csv:1:1: a file of pairs begins with the line `source,target,w,delay (ms)`",
        problem(file("w,delay (ms)\n1,2\n").csvPairs("p.csv", 3, 5, COLUMNS)));
    assertEquals(
        """
        p.csv:1:15: column `w` must be a plain number, but its heading says mV
          = help: write `w`\
        """,
        problem(file("source,target,w (mV),delay (ms)\n").csvPairs("p.csv", 3, 5, COLUMNS)));
    assertEquals(
        "p.csv:1:17: unknown unit `second`",
        problem(file("source,target,w,delay (second)\n").csvPairs("p.csv", 3, 5, COLUMNS)).lines().findFirst().orElse(""));
    assertTrue(
        problem(file("source,target,w,delay (ms),w\n").csvPairs("p.csv", 3, 5, COLUMNS))
            .startsWith("p.csv:1:28: nobody reads column `w`"));
    assertEquals(
        "p.csv:2:7: `x` is not a number",
        problem(file("source,target,w,delay (ms)\n0,0,1,x\n").csvPairs("p.csv", 3, 5, COLUMNS)));
  }
}
