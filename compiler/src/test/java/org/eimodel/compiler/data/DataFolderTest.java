package org.eimodel.compiler.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
  @TempDir Path root;

  private DataResult<List<String>> labels(String file) {
    return new DataFiles(DataFolder.of(root.resolve("model"))).csvLabels(file, "area");
  }

  private Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static DataProblem problem(DataResult<?> result) {
    return assertInstanceOf(DataResult.Failed.class, result).problem();
  }

  @Test
  void readsFromTheFolderAndBelow() throws IOException {
    write("model/areas.csv", "V1\n");
    write("model/tables/more/areas.csv", "V2\n");
    assertEquals(List.of("V1"), labels("areas.csv").orThrow());
    assertEquals(List.of("V2"), labels("tables/more/areas.csv").orThrow());
    assertEquals(List.of("V1"), labels("./areas.csv").orThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.csv",
        "tables/../../secret.csv",
        "..",
        "/etc/passwd",
        "C:/secret.csv",
        "c:secret.csv",
        "~/x.csv",
        "a\\b.csv",
        "..\\secret.csv"
      })
  void neverOutside(String file) throws IOException {
    write("secret.csv", "V1\n");
    Files.createDirectories(root.resolve("model/tables"));
    DataProblem problem = problem(labels(file));
    assertEquals(Kind.OUTSIDE, problem.kind());
    assertTrue(problem.message().contains(file), problem.message());
  }

  @Test
  void aLinkMayNotLeadOut() throws IOException {
    Path secret = write("secret.csv", "V1\n");
    write("model/inside.csv", "V1\n");
    Files.createSymbolicLink(root.resolve("model/link.csv"), secret);
    Files.createSymbolicLink(root.resolve("model/up"), root);
    Files.createSymbolicLink(root.resolve("model/good.csv"), root.resolve("model/inside.csv"));
    assertEquals(Kind.OUTSIDE, problem(labels("link.csv")).kind());
    assertEquals(Kind.OUTSIDE, problem(labels("up/secret.csv")).kind());
    assertEquals(List.of(), DataFolder.of(root.resolve("model")).beside("up/secrt.csv"));
    assertEquals(List.of("V1"), labels("good.csv").orThrow());
  }

  @Test
  void aModelFolderMayItselfBeALink() throws IOException {
    write("real/areas.csv", "V1\n");
    Files.createSymbolicLink(root.resolve("model"), root.resolve("real"));
    assertEquals(List.of("V1"), labels("areas.csv").orThrow());
  }

  @Test
  void missingFilesNameTheirNeighbours() throws IOException {
    write("model/areas.csv", "V1\n");
    write("model/fln.csv", "V1\n");
    DataProblem near = problem(labels("aeras.csv"));
    assertEquals(Kind.MISSING, near.kind());
    assertEquals(List.of("did you mean `areas.csv`?"), near.help());
    assertEquals(
        List.of("there is `areas.csv`, `fln.csv`"), problem(labels("completely_else.csv")).help());
    assertEquals(List.of(), problem(labels("nowhere/areas.csv")).help());
    assertEquals(Kind.MISSING, problem(labels("")).kind());
    assertEquals(Kind.MISSING, problem(labels("a\u0000b")).kind());
    assertEquals(Kind.MISSING, problem(labels("x".repeat(10) + "\n.csv")).kind());
  }

  @Test
  void aFolderIsNotAFile() throws IOException {
    Files.createDirectories(root.resolve("model/tables"));
    DataProblem problem = problem(labels("tables"));
    assertEquals(Kind.UNREADABLE, problem.kind());
    assertEquals("`tables` is a folder", problem.message());
  }

  @Test
  void endlessFilesAreCutOff() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '1';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return length;
          }
        };
    DataProblem problem =
        problem(new DataFiles(DataFolder.ofResources("x", _ -> endless)).csvLabels("a.csv", "a"));
    assertEquals(Kind.UNREADABLE, problem.kind());
    assertEquals("`a.csv` is larger than 256 MB", problem.message());
  }

  @Test
  void resourcesAreAFolderToo() {
    DataFolder folder =
        DataFolder.ofResources(
            "the library",
            name ->
                name.equals("areas.csv")
                    ? new ByteArrayInputStream("V1\nV2".getBytes(StandardCharsets.UTF_8))
                    : null);
    DataFiles files = new DataFiles(folder);
    assertEquals(List.of("V1", "V2"), files.csvLabels("areas.csv", "area").orThrow());
    assertEquals(
        "no file `x.csv` in the library", problem(files.csvLabels("x.csv", "area")).message());
    assertEquals(Kind.OUTSIDE, problem(files.csvLabels("../areas.csv", "area")).kind());
    DataFiles beside = new DataFiles(DataFolder.ofResources(DataFolderTest.class, ""));
    assertEquals(Kind.FORMAT, problem(beside.csvLabels("DataFolderTest.class", "area")).kind());
  }
}
