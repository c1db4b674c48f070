package org.eimodel.cli.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Named arrays in NumPy's `.npz` form: a zip file of `.npy` files of version 1.0, little endian, C order.
///
/// Values are asked for by index and never copied as a whole. The zip entries carry a fixed date, so that equal arrays
/// give equal files.
///
/// *Source.* NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
final class NpzOutput implements Closeable {
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  NpzOutput(OutputStream out) {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// Writes 32-bit integers.
  void ints(String name, int length, IntUnaryOperator value) throws IOException {
    begin(name, "<i4", length);
    for (int i = 0; i < length; i++) {
      room(4).putInt(value.applyAsInt(i));
    }
    end();
  }

  /// Writes 64-bit integers.
  void longs(String name, int length, IntToLongFunction value) throws IOException {
    begin(name, "<i8", length);
    for (int i = 0; i < length; i++) {
      room(8).putLong(value.applyAsLong(i));
    }
    end();
  }

  /// Writes double precision numbers.
  void doubles(String name, int length, IntToDoubleFunction value) throws IOException {
    begin(name, "<f8", length);
    for (int i = 0; i < length; i++) {
      room(8).putDouble(value.applyAsDouble(i));
    }
    end();
  }

  /// Writes a matrix, given by columns, row by row.
  void matrix(String name, int rows, List<double[]> columns) throws IOException {
    begin(name, "<f8", rows, columns.size());
    for (int row = 0; row < rows; row++) {
      for (double[] column : columns) {
        room(8).putDouble(column[row]);
      }
    }
    end();
  }

  /// Writes texts as a `<U` array, as wide as the longest of them.
  void texts(String name, List<String> texts) throws IOException {
    texts(name, texts, texts.size());
  }

  /// Writes one text as an array without dimensions.
  void text(String name, String text) throws IOException {
    texts(name, List.of(text), new int[0]);
  }

  private void texts(String name, List<String> texts, int... shape) throws IOException {
    int width =
        Math.max(1, texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1));
    begin(name, "<U" + width, shape);
    for (String text : texts) {
      for (int point : Arrays.copyOf(text.codePoints().toArray(), width)) {
        room(4).putInt(point);
      }
    }
    end();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void begin(String name, String type, int... shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    String dimensions =
        Arrays.toString(shape).replace("[", "(").replace("]", shape.length == 1 ? ",)" : ")");
    String header =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + dimensions + ", }";
    int padded =
        (10 + header.length() + 1 + 63) / 64 * 64 - 10; // the data starts at a multiple of 64
    byte[] text =
        (header + " ".repeat(padded - header.length() - 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    buffer
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0);
    buffer.putShort((short) text.length).put(text);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void end() throws IOException {
    flush();
    zip.closeEntry();
  }

  private void flush() throws IOException {
    zip.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
