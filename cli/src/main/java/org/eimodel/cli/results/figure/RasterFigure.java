package org.eimodel.cli.results.figure;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.eimodel.cli.results.PopulationLabel;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.SpikeTable;
import org.eimodel.cli.results.figure.Canvas.Align;

/// The raster of a run: every spike of every neuron, neurons from top to bottom, areas named at the axis.
///
/// All families of one area share a band, coloured by family. Bands are as high as they have neurons, but never so
/// low that
/// they vanish. No neuron is left out.
public final class RasterFigure {
  private static final int LOWEST_BAND = 16;
  private static final double GAP = 5; // around the line between two bands

  private RasterFigure() {}

  /// {@return the raster}
  public static Canvas draw(
      Heading heading, SpikeTable spikes, RunClock clock, List<Epoch> epochs) {
    List<PopulationLabel> populations = spikes.populations();
    List<Band> bands = Band.of(populations);
    List<String> families = populations.stream().map(PopulationLabel::family).distinct().toList();
    int height = plotHeight(bands.size(), spikes.neuronCount());
    boolean counted = height / Math.max(1, bands.size()) >= 90;
    double labelSize = Math.clamp(0.8 * height / Math.max(1, bands.size()), 11, Axes.LABEL);

    double widest = 0;
    Canvas canvas = new Canvas(Axes.WIDTH, Axes.HEAD + (epochs.isEmpty() ? 0 : 34) + height + 100);
    for (Band band : bands) {
      widest = Math.max(widest, canvas.textWidth(band.label(), labelSize, false));
      widest =
          Math.max(widest, counted ? canvas.textWidth(neurons(band), Axes.TICK - 3, false) : 0);
    }
    String axis = Band.axis(populations);
    double left = Math.ceil(widest) + (axis.isEmpty() ? 40 : 78);
    Frame frame =
        new Frame(
            left, canvas.height() - 100 - height, Axes.WIDTH - Axes.MARGIN_RIGHT - left, height);
    Scale time =
        new Scale(
            0, Math.max(clock.duration(), clock.dt().doubleValue()), frame.left(), frame.right());

    Axes.head(
        canvas, heading.and(String.format(Locale.ROOT, "%,d spikes", spikes.spikeCount())), left);
    Axes.epochs(canvas, frame, time, epochs, true);
    List<Color> colors = families.stream().map(family -> Palette.of(family, families)).toList();
    if (families.size() > 1) {
      Axes.legend(canvas, families, colors, frame.right(), 42);
    }

    double[] heightOf = new double[populations.size()];
    double[] topOf = new double[populations.size()];
    double top = frame.top();
    double[] heights = heights(bands, height);
    for (int b = 0; b < bands.size(); b++) {
      Band band = bands.get(b);
      if (b > 0) {
        canvas.line(frame.left(), top, frame.right(), top, 1.5, Palette.FAINT);
      }
      double middle = top + heights[b] / 2;
      canvas.text(
          band.label(),
          frame.left() - 16,
          counted ? middle - 14 : middle,
          Align.RIGHT,
          labelSize,
          Palette.INK);
      if (counted) {
        canvas.text(
            neurons(band),
            frame.left() - 16,
            middle + 18,
            Align.RIGHT,
            Axes.TICK - 3,
            Palette.QUIET);
      }
      double gap = bands.size() > 1 && heights[b] > 3 * GAP ? GAP : 0;
      double y = top + gap / 2;
      for (int p : band.populations()) {
        topOf[p] = y;
        heightOf[p] = (heights[b] - gap) * populations.get(p).size() / band.size();
        y += heightOf[p];
      }
      top += heights[b];
    }
    dots(
        canvas,
        spikes,
        clock,
        frame,
        time,
        topOf,
        heightOf,
        populations.stream().map(p -> Palette.of(p.family(), families)).toList());

    Axes.line(canvas, frame.left(), frame.top(), frame.left(), frame.bottom());
    Axes.time(canvas, frame, time, true);
    if (!axis.isEmpty()) {
      Axes.beside(canvas, frame, axis);
    }
    return canvas;
  }

  private static void dots(
      Canvas canvas,
      SpikeTable spikes,
      RunClock clock,
      Frame frame,
      Scale time,
      double[] tops,
      double[] heights,
      List<Color> colors) {
    double row = frame.height() / Math.max(1, spikes.neuronCount());
    int tall = Math.clamp(Math.round(0.7 * row), 2, 40);
    int wide = row >= 3 ? 3 : 2;
    double ink = (double) spikes.spikeCount() * tall * wide / (frame.width() * frame.height());
    double opacity = Math.clamp(1 - 0.8 * (ink - 0.15), 0.25, 1);
    int p = 0;
    for (int k = 0; k < spikes.stepCount(); k++) {
      int x = (int) Math.round(time.at(clock.millis(spikes.step(k))) - wide / 2.0);
      for (int i = spikes.start(k); i < spikes.start(k + 1); i++) {
        int neuron = spikes.neuron(i);
        p = spikes.populationOf(neuron, p);
        double share = (neuron - spikes.firstNeuron(p) + 0.5) / spikes.populations().get(p).size();
        int y = (int) Math.round(tops[p] + share * heights[p] - tall / 2.0);
        canvas.block(x, y, wide, tall, colors.get(p).getRGB() & 0xffffff, opacity);
      }
    }
  }

  private static int plotHeight(int bands, int neurons) {
    int byNeurons = Math.clamp(40L * neurons, 120, 760);
    return Math.clamp(Math.max(byNeurons, 38L * bands), 120, 3000);
  }

  /// Heights in proportion to the neurons, with a floor that the larger bands pay for.
  private static double[] heights(List<Band> bands, int height) {
    double floor = Math.min(LOWEST_BAND, 0.8 * height / Math.max(1, bands.size()));
    double all = bands.stream().mapToDouble(Band::size).sum();
    double free = height - floor * bands.size();
    return bands.stream().mapToDouble(band -> floor + free * band.size() / all).toArray();
  }

  private static String neurons(Band band) {
    return band.size() == 1 ? "1 neuron" : String.format(Locale.ROOT, "%,d neurons", band.size());
  }
}
