package org.eimodel.cli.results.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes pixels as a PNG file: with a palette where 256 colours are enough, which is smaller and quicker.
///
/// `javax.imageio` takes 0.08 s to start, as long as all the drawing.
///
/// *Source.* W3C, Portable Network Graphics (PNG) Specification, second edition.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int DOTS_PER_METRE =
      7874; // 200 dots per inch: 1800 pixels print 9 inches wide

  private Png() {}

  /// Writes 0xrrggbb pixels, row by row.
  static void write(int[] pixels, int width, int height, OutputStream out) throws IOException {
    Colours colours = Colours.of(pixels);
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(
        out,
        "IHDR",
        header.put((byte) 8).put((byte) (colours == null ? 2 : 3)).put(new byte[3]).array());
    if (colours != null) {
      chunk(out, "PLTE", colours.table());
    }
    chunk(
        out,
        "pHYs",
        ByteBuffer.allocate(9).putInt(DOTS_PER_METRE).putInt(DOTS_PER_METRE).put((byte) 1).array());
    chunk(
        out,
        "IDAT",
        colours == null
            ? trueColour(pixels, width, height)
            : indexed(pixels, width, height, colours));
    chunk(out, "IEND", new byte[0]);
  }

  private static byte[] indexed(int[] pixels, int width, int height, Colours colours)
      throws IOException {
    byte[] row = new byte[1 + width]; // the first byte names the row's filter: none
    return deflate(deflated -> {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          row[1 + x] = colours.place(pixels[y * width + x]);
        }
        deflated.write(row);
      }
    });
  }

  /// Each byte is stored as the difference from the one above it (filter 2), which suits large even areas.
  private static byte[] trueColour(int[] pixels, int width, int height) throws IOException {
    byte[] row = new byte[1 + 3 * width];
    row[0] = 2;
    return deflate(deflated -> {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int here = pixels[y * width + x];
          int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
          row[1 + 3 * x] = (byte) ((here >> 16) - (above >> 16));
          row[2 + 3 * x] = (byte) ((here >> 8) - (above >> 8));
          row[3 + 3 * x] = (byte) (here - above);
        }
        deflated.write(row);
      }
    });
  }

  private interface Rows {
    void writeTo(OutputStream out) throws IOException;
  }

  private static byte[] deflate(Rows rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    Deflater deflater = new Deflater(4);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
      rows.writeTo(out);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// The colours of a picture that has at most 256, found through an open hash table.
  private static final class Colours {
    private static final int SLOTS = 2048;
    private final int[] colours = new int[SLOTS];
    private final byte[] places = new byte[SLOTS];
    private final int[] order = new int[256];
    private int count;

    private Colours() {
      Arrays.fill(colours, -1);
    }

    static @Nullable Colours of(int[] pixels) {
      Colours found = new Colours();
      int last = -1;
      for (int pixel : pixels) {
        int colour = pixel & 0xffffff;
        if (colour != last && !found.add(colour)) {
          return null;
        }
        last = colour;
      }
      return found;
    }

    private boolean add(int colour) {
      int slot = slot(colour);
      if (colours[slot] >= 0) {
        return true;
      }
      if (count == 256) {
        return false;
      }
      colours[slot] = colour;
      places[slot] = (byte) count;
      order[count++] = colour;
      return true;
    }

    byte place(int pixel) {
      return places[slot(pixel & 0xffffff)];
    }

    byte[] table() {
      byte[] table = new byte[3 * count];
      for (int k = 0; k < count; k++) {
        table[3 * k] = (byte) (order[k] >> 16);
        table[3 * k + 1] = (byte) (order[k] >> 8);
        table[3 * k + 2] = (byte) order[k];
      }
      return table;
    }

    private int slot(int colour) {
      int slot = (colour * 0x9e3779b1) >>> 21;
      while (colours[slot] >= 0 && colours[slot] != colour) {
        slot = (slot + 1) % SLOTS;
      }
      return slot;
    }
  }
}
