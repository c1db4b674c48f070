package org.eimodel.cli.results.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// A white sheet of pixels with the few marks that figures are made of.
///
/// *Units.* Pixels from the upper left corner.
public final class Canvas {
  static {
    // Drawing into memory needs no screen; without this a machine with a broken one fails.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  /// Where a text stands relative to its point.
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final BufferedImage image;
  private final int[] pixels;
  private final Graphics2D graphics;

  Canvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(pixels, Palette.PAPER.getRGB() & 0xffffff);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /// {@return width in pixels}
  public int width() {
    return image.getWidth();
  }

  /// {@return height in pixels}
  public int height() {
    return image.getHeight();
  }

  /// {@return the colour of a pixel as 0xrrggbb}
  public int pixel(int x, int y) {
    return pixels[y * width() + x] & 0xffffff;
  }

  /// Writes the sheet as PNG.
  public void png(OutputStream out) throws IOException {
    Png.write(pixels, width(), height(), out);
  }

  /// Writes a text whose middle height is at y.
  void text(String text, double x, double y, Align align, double size, Color color) {
    text(text, x, y, align, size, false, color);
  }

  void text(String text, double x, double y, Align align, double size, boolean bold, Color color) {
    graphics.setFont(font(size, bold));
    graphics.setColor(color);
    double width = align == Align.LEFT ? 0 : textWidth(text, size, bold);
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    // The middle of capital letters lies about 0.36 of the size over the base line in every sans
    // serif face.
    graphics.drawString(text, (float) left, (float) (y + 0.36 * size));
  }

  /// Writes a text that reads upwards, centred on a point.
  void textUpwards(String text, double x, double y, double size, Color color) {
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    text(text, x, y, Align.CENTRE, size, color);
    graphics.setTransform(upright);
  }

  /// {@return how wide a text would be}
  double textWidth(String text, double size, boolean bold) {
    return graphics.getFontMetrics(font(size, bold)).getStringBounds(text, graphics).getWidth();
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    path(new double[] {x1, x2}, new double[] {y1, y2}, 2, width, color);
  }

  /// Draws a line through the first `count` points.
  void path(double[] xs, double[] ys, int count, double width, Color color) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        path.moveTo(xs[i], ys[i]);
      } else {
        path.lineTo(xs[i], ys[i]);
      }
    }
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  void fill(double x, double y, double width, double height, Color color) {
    graphics.setColor(color);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  /// Lays a block of colour over whole pixels; what lies outside the sheet is left out.
  void block(int x, int y, int width, int height, int rgb, double opacity) {
    for (int row = Math.max(0, y); row < Math.min(height(), y + height); row++) {
      for (int column = Math.max(0, x); column < Math.min(width(), x + width); column++) {
        int place = row * width() + column;
        pixels[place] = opacity >= 1 ? rgb : Palette.blend(pixels[place] & 0xffffff, rgb, opacity);
      }
    }
  }

  /// Marks follow within this rectangle only, until [#unclip()].
  void clip(Frame frame) {
    graphics.setClip(
        new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height()));
  }

  void unclip() {
    graphics.setClip(null);
  }

  private static Font font(double size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
  }
}
