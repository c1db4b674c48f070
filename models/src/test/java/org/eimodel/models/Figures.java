package org.eimodel.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// A table of reference figures: CSV with a heading; lines after `#` say where the figures come from.
record Figures(List<String> columns, List<String[]> rows) {

  /// {@return the table in `oracle/<name>` beside the tests}
  static Figures of(String name) {
    return resource("oracle/" + name);
  }

  /// {@return a table in the folder of the library, or beside it in the tests}
  static Figures resource(String name) {
    try (InputStream stream = Figures.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new AssertionError("no figures " + name);
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a table that is too long to be carried along; without it the test is skipped, and says so}
  static Figures shared(String path) {
    try {
      return parse(Files.readString(sharedFile(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a file of the folder `shared` beside the project or above it; without it the test is skipped, and says so}
  static Path sharedFile(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared").resolve(path);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "there is no shared/" + path + " in or above the working directory");
    throw new AssertionError();
  }

  private static Figures parse(String text) {
    List<String[]> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(","))
            .toList();
    return new Figures(List.of(lines.getFirst()), lines.subList(1, lines.size()));
  }

  /// {@return the rows with this text in this column}
  Figures where(String column, String text) {
    return where(column, text::equals);
  }

  /// {@return the rows whose text in this column is accepted}
  Figures where(String column, Predicate<String> accepted) {
    int at = position(column);
    return new Figures(columns, rows.stream().filter(row -> accepted.test(row[at])).toList());
  }

  /// {@return the rows that are not rejected}
  Figures without(Predicate<String[]> rejected) {
    return new Figures(columns, rows.stream().filter(rejected.negate()).toList());
  }

  /// {@return one column as numbers}
  double[] numbers(String column) {
    return Arrays.stream(texts(column)).mapToDouble(Double::parseDouble).toArray();
  }

  /// {@return one column as texts}
  String[] texts(String column) {
    int at = position(column);
    return rows.stream().map(row -> row[at]).toArray(String[]::new);
  }

  private int position(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new AssertionError("no column " + column + " in " + columns);
    }
    return at;
  }
}
