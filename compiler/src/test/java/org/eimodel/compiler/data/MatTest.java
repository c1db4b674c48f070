package org.eimodel.compiler.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/// Files written here by mfl-core's writer, and by hand where it writes no such thing.
class MatTest {
  private static final TableAxis ROWS = TableAxis.of("to", "area", List.of("V1", "V2"));
  private static final TableAxis COLUMNS = TableAxis.of("from", "layer", List.of("a", "b", "c"));
  private static final Unit MM = Units.named("mm").orThrow();

  private static DataFiles file(byte[] bytes) {
    return new DataFiles(DataFolder.ofResources("the test", _ -> new ByteArrayInputStream(bytes)));
  }

  private static DataProblem problem(DataResult<?> result) {
    return assertInstanceOf(DataResult.Failed.class, result).problem();
  }

  private static byte[] matOf(ByteOrder order, boolean compressed, Object... namesAndArrays)
      throws IOException {
    Mat5File file = Mat5.newMatFile();
    for (int i = 0; i < namesAndArrays.length; i += 2) {
      file.addArray((String) namesAndArrays[i], (Array) namesAndArrays[i + 1]);
    }
    ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(order);
    Mat5.newWriter(Sinks.wrap(buffer))
        .setDeflateLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION)
        .writeMat(file);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static byte[] mat(Object... namesAndArrays) throws IOException {
    return matOf(ByteOrder.LITTLE_ENDIAN, true, namesAndArrays);
  }

  /// 0, 1, 2 over 3, 4, 5.
  private static Matrix counting(MatlabType type) {
    Matrix matrix = Mat5.newMatrix(2, 3, type);
    for (int i = 0; i < 6; i++) {
      matrix.setDouble(i / 3, i % 3, i);
    }
    return matrix;
  }

  private static Cell cell(Object... contents) {
    Cell cell = Mat5.newCell(contents.length, 1);
    for (int i = 0; i < contents.length; i++) {
      cell.set(i, contents[i] instanceof String text ? Mat5.newString(text) : (Array) contents[i]);
    }
    return cell;
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "Double", "Single", "Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"
      })
  void everyNumericClass(MatlabType type) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      for (boolean compressed : new boolean[] {true, false}) {
        byte[] bytes = matOf(order, compressed, "other", cell("x"), "w", counting(type));
        Table table =
            file(bytes).matTable("d.mat", "w", List.of(ROWS, COLUMNS), Unit.ONE).orThrow();
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, table.values());
        assertEquals(List.of("V1", "V2"), table.rowLabels());
        assertEquals(List.of("a", "b", "c"), table.columnLabels());
      }
    }
  }

  @Test
  void labelsAreTexts() throws IOException {
    assertEquals(
        List.of("V1", "9/46v", "µ"),
        file(mat("areas", cell("V1", "9/46v ", "µ"))).matLabels("d.mat", "areas").orThrow());
  }

  @Test
  void labelsThatAreWrong() throws IOException {
    byte[] bytes =
        mat(
            "twice",
            cell("V1", "V2", "V1"),
            "mixed",
            cell("V1", counting(MatlabType.Double)),
            "empty",
            cell("V1", ""),
            "none",
            Mat5.newCell(0, 0),
            "w",
            counting(MatlabType.Double));
    DataFiles file = file(bytes);
    assertEquals(
        "label `V1` is twice in `twice` of `d.mat`",
        problem(file.matLabels("d.mat", "twice")).message());
    assertEquals(
        "cell 2 of `mixed` of `d.mat` is not a text",
        problem(file.matLabels("d.mat", "mixed")).message());
    assertEquals(
        "cell 2 of `empty` of `d.mat` is empty",
        problem(file.matLabels("d.mat", "empty")).message());
    assertEquals("`none` of `d.mat` is empty", problem(file.matLabels("d.mat", "none")).message());
    DataProblem numbers = problem(file.matLabels("d.mat", "w"));
    assertEquals(Kind.VARIABLE, numbers.kind());
    assertEquals("`w` of `d.mat` is a double, not a cell array of texts", numbers.message());
  }

  @Test
  void vectorsLieEitherWay() throws IOException {
    Matrix row = Mat5.newMatrix(1, 2);
    row.setDouble(1, 7);
    Matrix column = Mat5.newMatrix(2, 1);
    column.setDouble(1, 7);
    for (Matrix vector : List.of(row, column)) {
      Table table =
          file(mat("x", vector)).matTable("d.mat", "x", List.of(ROWS), Unit.ONE).orThrow();
      assertArrayEquals(new double[] {0, 7}, table.values());
      assertEquals(1, table.columns());
    }
  }

  @Test
  void doublesStandForTheirShortestDecimal() throws IOException {
    Matrix matrix = Mat5.newMatrix(1, 1);
    matrix.setDouble(0, 1.001);
    TableAxis one = TableAxis.of("area", List.of("V1"));
    assertEquals(
        1001, file(mat("x", matrix)).matTable("d.mat", "x", List.of(one), MM).orThrow().at(0, 0));
  }

  @Test
  void sparseMatricesAreFilledWithZeros() throws IOException {
    // mfl-core writes no sparse matrices from scratch: two rows, three columns, 5 at (1, 0) and 7
    // at (0, 2).
    byte[] element = sparse();
    byte[] bytes = Arrays.copyOf(mat("x", counting(MatlabType.Double)), 128 + element.length);
    System.arraycopy(element, 0, bytes, 128, element.length);
    Table table = file(bytes).matTable("d.mat", "s", List.of(ROWS, COLUMNS), Unit.ONE).orThrow();
    assertArrayEquals(new double[] {0, 0, 7, 5, 0, 0}, table.values());
  }

  private static byte[] sparse() {
    ByteBuffer body = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(6).putInt(8).putInt(5).putInt(2);
    body.putInt(5).putInt(8).putInt(2).putInt(3);
    body.putShort((short) 1).putShort((short) 1).put(new byte[] {'s', 0, 0, 0});
    body.putInt(5).putInt(8).putInt(1).putInt(0);
    body.putInt(5).putInt(16).putInt(0).putInt(1).putInt(1).putInt(2);
    body.putInt(9).putInt(16).putDouble(5).putDouble(7).flip();
    ByteBuffer element = ByteBuffer.allocate(8 + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    return element.putInt(14).putInt(body.remaining()).put(body).array();
  }

  @Test
  void shapesAreCompared() throws IOException {
    DataFiles file = file(mat("w", counting(MatlabType.Double)));
    DataProblem problem = problem(file.matTable("d.mat", "w", List.of(COLUMNS, ROWS), Unit.ONE));
    assertEquals(Kind.SHAPE, problem.kind());
    assertEquals(
        "`w` of `d.mat` is 2 x 3, but [from layer, to area] needs 3 x 2", problem.message());
    assertEquals(
        "`w` of `d.mat` is 2 x 3, but [to area] needs 2 x 1",
        problem(file.matTable("d.mat", "w", List.of(ROWS), Unit.ONE)).message());
    assertEquals(3, file.matNumbers("d.mat", "w").orThrow().columns());
  }

  @Test
  void whatHoldsNoNumbers() throws IOException {
    Matrix complex = Mat5.newComplex(2, 3);
    Matrix cube = Mat5.newMatrix(new int[] {2, 3, 4});
    DataFiles file =
        file(
            mat(
                "z",
                complex,
                "cube",
                cube,
                "names",
                cell("a"),
                "text",
                Mat5.newString("hello"),
                "st",
                Mat5.newStruct(1, 1)));
    assertEquals("`z` of `d.mat` is complex", problem(file.matNumbers("d.mat", "z")).message());
    assertEquals(
        "`cube` of `d.mat` is 2 x 3 x 4, not a matrix",
        problem(file.matNumbers("d.mat", "cube")).message());
    DataProblem names = problem(file.matNumbers("d.mat", "names"));
    assertEquals("`names` of `d.mat` is a cell, not numbers", names.message());
    assertEquals(
        List.of("readable are z (double 2 x 3), cube (double 2 x 3 x 4), names (cell 1 x 1)"),
        names.help());
    assertEquals(
        "`text` of `d.mat` is a char, not numbers",
        problem(file.matNumbers("d.mat", "text")).message());
    assertEquals(
        "`st` of `d.mat` is a struct, not numbers",
        problem(file.matNumbers("d.mat", "st")).message());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void neverNotFinite(double value) throws IOException {
    Matrix matrix = counting(MatlabType.Double);
    matrix.setDouble(1, 2, value);
    DataProblem problem = problem(file(mat("w", matrix)).matNumbers("d.mat", "w"));
    assertEquals(
        "`" + value + "` in row 2, column 3 of `w` of `d.mat` is not a finite number",
        problem.message());
  }

  @Test
  void unknownVariablesNameTheOthers() throws IOException {
    DataProblem problem =
        problem(file(mat("wiring", counting(MatlabType.UInt8))).matNumbers("d.mat", "wirng"));
    assertEquals(Kind.VARIABLE, problem.kind());
    assertEquals("`d.mat` has no variable `wirng`", problem.message());
    assertEquals(
        List.of("did you mean `wiring`?", "it holds wiring (uint8 2 x 3)"), problem.help());
  }

  @Test
  void anObjectLeavesTheOthersReadable() throws IOException {
    for (boolean compressed : new boolean[] {true, false}) {
      byte[] before = mat("w", counting(MatlabType.Double));
      byte[] object = object(compressed);
      byte[] bytes = Arrays.copyOf(before, before.length + object.length);
      System.arraycopy(object, 0, bytes, before.length, object.length);
      DataFiles file = file(bytes);
      assertEquals(5, file.matNumbers("d.mat", "w").orThrow().at(1, 2));
      DataProblem problem = problem(file.matNumbers("d.mat", "areaMap"));
      assertEquals(
          "`areaMap` of `d.mat` is an object of class `containers.Map`, whose form is not documented, not numbers",
          problem.message());
      assertEquals(List.of("readable are w (double 2 x 3)"), problem.help());
      assertEquals(Kind.VARIABLE, problem(file.matLabels("d.mat", "areaMap")).kind());
    }
  }

  /// The head of an object as MATLAB writes it; of its content not even the library can make sense.
  private static byte[] object(boolean compressed) throws IOException {
    ByteBuffer body = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(6).putInt(8).putInt(17).putInt(0);
    for (String text : List.of("areaMap", "MCOS", "containers.Map")) {
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      if (ascii.length <= 4) {
        body.putShort((short) 1).putShort((short) ascii.length).put(Arrays.copyOf(ascii, 4));
      } else {
        body.putInt(1).putInt(ascii.length).put(Arrays.copyOf(ascii, (ascii.length + 7) / 8 * 8));
      }
    }
    body.putLong(-1).flip();
    ByteBuffer element = ByteBuffer.allocate(8 + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    element.putInt(14).putInt(body.remaining()).put(body);
    if (!compressed) {
      return element.array();
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(zipped)) {
      deflater.write(element.array());
    }
    ByteBuffer outer = ByteBuffer.allocate(8 + zipped.size()).order(ByteOrder.LITTLE_ENDIAN);
    return outer.putInt(15).putInt(zipped.size()).put(zipped.toByteArray()).array();
  }

  @Test
  void whatIsNoMatlab5File() throws IOException {
    DataProblem newer =
        problem(
            file("MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(StandardCharsets.US_ASCII))
                .matNumbers("d.mat", "w"));
    assertEquals("`d.mat` is a MATLAB 7.3 file", newer.message());
    assertEquals(List.of("save it in version 7: save('d.mat', '-v7')"), newer.help());
    assertEquals(
        "`d.mat` is not a MATLAB 5 file",
        problem(file(new byte[0]).matNumbers("d.mat", "w")).message());
    assertEquals(
        "`d.mat` is not a MATLAB 5 file",
        problem(file("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).matNumbers("d.mat", "w"))
            .message());
    assertEquals(
        "`d.mat` is not a MATLAB 5 file",
        problem(
                file("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.UTF_8))
                    .matNumbers("d.mat", "w"))
            .message());
    byte[] whole = mat("w", counting(MatlabType.Double));
    assertTrue(
        problem(file(Arrays.copyOf(whole, whole.length - 3)).matNumbers("d.mat", "w"))
            .message()
            .contains("damaged or cut short"));
  }

  /// Any bytes may come: the answer is a table or a problem, never an exception.
  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void damagedFilesAreProblems(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole =
        matOf(
            ByteOrder.LITTLE_ENDIAN,
            random.nextBoolean(),
            "w",
            counting(MatlabType.Double),
            "names",
            cell("V1", cell("deep"), "V2"));
    int problems = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[128 + random.nextInt(bytes.length - 128)] = (byte) random.nextInt(256);
      }
      problems += file(bytes).matNumbers("d.mat", "w") instanceof DataResult.Failed<Table> ? 1 : 0;
      problems +=
          file(bytes).matLabels("d.mat", "names") instanceof DataResult.Failed<List<String>>
              ? 1
              : 0;
    }
    assertTrue(problems > 1000, "seed " + seed + ": " + problems);
  }
}
