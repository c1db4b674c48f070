package org.eimodel.cli.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A stream of comma separated values in UTF-8, with lines that end in `\n`, fast enough for millions of rows.
///
/// The caller writes separators itself: prepared pieces of rows (a population's columns) are then one copy.
final class CsvOutput implements Closeable {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int length;

  CsvOutput(OutputStream out) {
    this.out = out;
  }

  /// {@return a text as one field, quoted where it has to be}
  static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  CsvOutput put(char c) throws IOException {
    reserve(1);
    buffer[length++] = (byte) c;
    return this;
  }

  CsvOutput put(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length) {
      flush();
      out.write(bytes);
      return this;
    }
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  CsvOutput put(String text) throws IOException {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes the shortest decimal that reads back as the same number; whole numbers without a point.
  CsvOutput put(double value) throws IOException {
    if (value == (int) value && (value != 0 || 1 / value > 0)) {
      return value < 0 ? put(Integer.toString((int) value)) : put((int) value);
    }
    return put(Double.toString(value));
  }

  /// Writes a number from 0 up.
  CsvOutput put(int value) throws IOException {
    int digits = 1;
    for (int rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    reserve(digits);
    int place = length + digits;
    length = place;
    int rest = value;
    do {
      buffer[--place] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    return this;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  private void reserve(int bytes) throws IOException {
    if (length + bytes > buffer.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
