package org.eimodel.cli.results.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Java's own reader is the judge.
class PngTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "7, 5, 3", "64, 64, 256", "64, 64, 257", "301, 40, 100000"})
  void anotherReaderSeesTheSamePixels(int width, int height, int colours) throws IOException {
    Random random = new Random(colours);
    int[] palette = random.ints(colours, 0, 0x1000000).toArray();
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = palette[i < colours ? i : random.nextInt(colours)];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Png.write(pixels, width, height, out);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    int[] seen = read.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < seen.length; i++) {
      seen[i] &= 0xffffff;
    }
    assertArrayEquals(pixels, seen);
    assertEquals(
        colours <= 256 ? 3 : 2,
        out.toByteArray()[25],
        "colour type: 3 is a palette, 2 is true colour");
  }
}
