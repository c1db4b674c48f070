package org.eimodel.compiler.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Function;
import org.eimodel.compiler.data.DataProblem.Kind;

/// The text of a CSV file (RFC 4180, UTF-8), record by record, with places for messages.
///
/// Empty lines and lines that begin with `#` are skipped; blanks around a cell are dropped.
record CsvText(String file, String text) {
  /// One record: the line on which it begins, and its cells.
  record Row(int line, CsvRecord cells) {
    int size() {
      return cells.getFieldCount();
    }

    String cell(int column) {
      return cells.getField(column).strip();
    }
  }

  static DataResult<CsvText> open(DataFolder folder, String file) {
    return FileBytes.read(folder, file).then(bytes -> decode(file, bytes));
  }

  private static DataResult<CsvText> decode(String file, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      // A fresh decoder reports what it cannot decode, and leaves the buffer where that begins.
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(buffer);
      boolean mark = !decoded.isEmpty() && decoded.charAt(0) == '\uFEFF';
      return new DataResult.Ok<>(
          new CsvText(
              file, (mark ? decoded.subSequence(1, decoded.length()) : decoded).toString()));
    } catch (CharacterCodingException _) {
      String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      return DataProblem.of(
              Kind.FORMAT,
              "the file is not UTF-8 text",
              "save it as UTF-8 (\"CSV UTF-8\" in a spreadsheet)")
          .at(new DataPlace(file, line, column))
          .failed();
    }
  }

  /// {@return what the reader makes of the records; a file without records is a problem of its own}
  <T> DataResult<T> read(Function<Iterator<Row>, DataResult<T>> reader) {
    var csv =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);
    try {
      var records = csv.ofCsvRecord(text).iterator();
      if (!records.hasNext()) {
        return DataProblem.of(Kind.FORMAT, "`" + file + "` is empty").failed();
      }
      return reader.apply(
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return records.hasNext();
            }

            @Override
            public Row next() {
              CsvRecord cells = records.next();
              return new Row((int) cells.getStartingLineNumber(), cells);
            }
          });
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return DataProblem.of(
              Kind.FORMAT, "`" + file + "` is not well-formed CSV: " + cause.getMessage())
          .failed();
    }
  }

  /// {@return a problem placed at a cell}
  <T> DataResult<T> fail(Row row, int column, DataProblem problem) {
    return fail(row.line(), column, problem);
  }

  /// {@return a problem placed at a cell of the record that begins on a line}
  <T> DataResult<T> fail(int line, int column, DataProblem problem) {
    return problem.at(place(line, column)).failed();
  }

  /// Walks the text again: only a message needs the column, so reading need not carry it.
  private DataPlace place(int line, int column) {
    int at = lineStart(line);
    int lineNow = line;
    int start = at;
    boolean quoted = false;
    for (int skipped = 0; at < text.length() && skipped < column; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        skipped++;
      } else if (isLineEnd(at)) {
        lineNow++;
        start = at + 1;
      }
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return new DataPlace(file, lineNow, at - start + 1);
  }

  private int lineStart(int line) {
    int at = 0;
    for (int passed = 1; passed < line && at < text.length(); at++) {
      passed += isLineEnd(at) ? 1 : 0;
    }
    return at;
  }

  /// A line ends with LF, CR LF or CR.
  private boolean isLineEnd(int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
  }
}
