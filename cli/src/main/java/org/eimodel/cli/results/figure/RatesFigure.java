package org.eimodel.cli.results.figure;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.eimodel.cli.results.PopulationLabel;
import org.eimodel.cli.results.RateTable;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.SpikeTable;
import org.eimodel.cli.results.figure.Canvas.Align;

/// The rates of a run over time: a line for each family and, where the first family has many areas, a map of them
/// below.
///
/// Every figure states its bins and its smoothing window.
public final class RatesFigure {
  private static final int LINES_HEIGHT = 420;
  private static final int BETWEEN = 110;
  private static final int BAR = 30;

  private final Heading heading;
  private final RateTable rates;
  private final Smoothing smoothing;
  private final List<String> families;
  private final List<PopulationLabel> areas;

  private RatesFigure(Heading heading, RateTable rates, Smoothing smoothing) {
    this.heading = heading;
    this.rates = rates;
    this.smoothing = smoothing;
    this.families = rates.families();
    this.areas =
        rates.populations().stream().filter(p -> p.family().equals(families.getFirst())).toList();
  }

  /// {@return the rates of recorded spikes, smoothed to suit the length of the run}
  public static Canvas draw(
      Heading heading, SpikeTable spikes, RunClock clock, List<Epoch> epochs) {
    Smoothing smoothing = Smoothing.of(clock);
    return new RatesFigure(heading, RateTable.count(spikes, clock, smoothing.bin()), smoothing)
        .draw(epochs);
  }

  /// {@return recorded rates as they are, for a run that recorded no spikes}
  public static Canvas draw(Heading heading, RateTable rates, List<Epoch> epochs) {
    return new RatesFigure(heading, rates, new Smoothing(rates.stepsPerBin(), 0)).draw(epochs);
  }

  private Canvas draw(List<Epoch> epochs) {
    boolean map = areas.size() > 1;
    int row = Math.clamp(820L / areas.size(), 12, 60);
    int mapHeight = map ? BETWEEN + row * areas.size() : 0;
    int top = Axes.HEAD + (epochs.isEmpty() ? 0 : 34);
    Canvas canvas = new Canvas(Axes.WIDTH, top + LINES_HEIGHT + mapHeight + 100);
    double labelSize = Math.clamp(0.8 * row, 11, Axes.LABEL);
    double widest =
        map
            ? areas.stream()
                .mapToDouble(a -> canvas.textWidth(a.place(), labelSize, false))
                .max()
                .orElse(0)
            : 0;
    double left = Math.max(150, Math.ceil(widest) + 78);
    double width = Axes.WIDTH - (map ? 190 : Axes.MARGIN_RIGHT) - left;
    Frame lines = new Frame(left, top, width, LINES_HEIGHT);
    double end = Math.max(rates.clock().duration(), rates.clock().dt().doubleValue());
    Scale time = new Scale(0, end, left, left + width);

    Axes.head(canvas, heading, left);
    String window = smoothing.text(rates.clock());
    canvas.text(window, Axes.WIDTH - Axes.MARGIN_RIGHT, 88, Align.RIGHT, Axes.TICK, Palette.QUIET);
    List<Color> colors = families.stream().map(family -> Palette.of(family, families)).toList();
    Axes.legend(canvas, families, colors, Axes.WIDTH - Axes.MARGIN_RIGHT, 42);
    Axes.epochs(canvas, lines, time, epochs, true);
    lines(canvas, lines, time);
    Axes.time(canvas, lines, time, !map);
    if (map) {
      Frame frame = new Frame(left, lines.bottom() + BETWEEN, width, (double) row * areas.size());
      map(canvas, frame, time, row, labelSize);
      Axes.time(canvas, frame, time, true);
    }
    return canvas;
  }

  private void lines(Canvas canvas, Frame frame, Scale time) {
    List<double[]> rows =
        families.stream().map(family -> smoothing.apply(rates.ratesOf(family))).toList();
    int smallest = families.stream().mapToInt(this::sizeOf).min().orElse(1);
    RateScale scale = rounded(RateScale.of(rows, resolution(smallest)));
    for (double tick : scale.ticks(5)) {
      double y = frame.bottom() - scale.share(tick) * frame.height();
      canvas.line(frame.left() - 9, y, frame.left(), y, 2, Palette.INK);
      canvas.text(scale.text(tick), frame.left() - 17, y, Align.RIGHT, Axes.TICK, Palette.INK);
    }
    Axes.line(canvas, frame.left(), frame.top(), frame.left(), frame.bottom());
    Axes.beside(canvas, frame, "rate (Hz)");
    canvas.clip(frame);
    for (int f = rows.size() - 1; f >= 0; f--) {
      draw(canvas, frame, time, scale, rows.get(f), Palette.line(f));
    }
    canvas.unclip();
  }

  private void draw(
      Canvas canvas, Frame frame, Scale time, RateScale scale, double[] row, Color color) {
    boolean stairs = smoothing.deviation() == 0;
    double[] xs = new double[2 * row.length];
    double[] ys = new double[2 * row.length];
    int count = 0;
    for (int b = 0; b < row.length; b++) {
      double from = time.at(rates.clock().millis(rates.firstStep(b)));
      double until = time.at(rates.clock().millis(rates.firstStep(b + 1)));
      double y = frame.bottom() - scale.share(row[b]) * frame.height();
      for (double x : stairs ? new double[] {from, until} : new double[] {(from + until) / 2}) {
        xs[count] = x;
        ys[count++] = y;
      }
    }
    canvas.path(xs, ys, count, 3.5, color);
  }

  private void map(Canvas canvas, Frame frame, Scale time, int row, double labelSize) {
    List<double[]> rows =
        IntStream.range(0, rates.populations().size())
            .filter(p -> rates.populations().get(p).family().equals(families.getFirst()))
            .mapToObj(p -> smoothing.apply(rates.ratesOf(p)))
            .toList();
    int smallest = areas.stream().mapToInt(PopulationLabel::size).min().orElse(1);
    RateScale scale = RateScale.of(rows, resolution(smallest));
    int[] shades =
        IntStream.range(0, 97)
            .map(k -> Palette.ramp(k / 96.0))
            .toArray(); // few enough for a PNG palette
    for (int a = 0; a < rows.size(); a++) {
      int y = (int) frame.top() + a * row;
      for (int b = 0; b < rates.bins(); b++) {
        int from = (int) Math.round(time.at(rates.clock().millis(rates.firstStep(b))));
        int until = (int) Math.round(time.at(rates.clock().millis(rates.firstStep(b + 1))));
        canvas.block(
            from,
            y,
            until - from,
            row,
            shades[(int) Math.round(96 * scale.share(rows.get(a)[b]))],
            1);
      }
      canvas.text(
          areas.get(a).place(),
          frame.left() - 16,
          y + row / 2.0,
          Align.RIGHT,
          labelSize,
          Palette.INK);
    }
    String title = "rate of " + families.getFirst() + " in each " + Band.axis(areas);
    canvas.text(title, frame.left(), frame.top() - 26, Align.LEFT, Axes.LABEL, Palette.INK);
    Axes.beside(canvas, frame, Band.axis(areas));
    Axes.line(canvas, frame.left(), frame.top(), frame.left(), frame.bottom());
    bar(canvas, new Frame(frame.right() + 30, frame.top(), BAR, frame.height()), scale, shades);
  }

  private static void bar(Canvas canvas, Frame frame, RateScale scale, int[] shades) {
    for (int y = 0; y < frame.height(); y++) {
      int shade = (int) Math.round((shades.length - 1) * (1 - (y + 0.5) / frame.height()));
      canvas.block((int) frame.left(), (int) frame.top() + y, BAR, 1, shades[shade], 1);
    }
    canvas.path(
        new double[] {frame.left(), frame.right(), frame.right(), frame.left(), frame.left()},
        new double[] {frame.top(), frame.top(), frame.bottom(), frame.bottom(), frame.top()},
        5,
        1.5,
        Palette.INK);
    for (double tick : scale.ticks(6)) {
      double y = frame.bottom() - scale.share(tick) * frame.height();
      canvas.line(frame.right(), y, frame.right() + 8, y, 2, Palette.INK);
      canvas.text(scale.text(tick), frame.right() + 16, y, Align.LEFT, Axes.TICK, Palette.INK);
    }
    canvas.textUpwards(
        "rate (Hz)", Axes.WIDTH - 24, frame.top() + frame.height() / 2, Axes.LABEL, Palette.INK);
  }

  /// The rate that five spikes under one window make: below it a picture would show chance.
  private double resolution(int neurons) {
    double window =
        rates.clock().millis(smoothing.bin())
            * Math.max(1, Math.sqrt(2 * Math.PI) * smoothing.deviation());
    return 5 * 1000 / (Math.max(1, neurons) * window);
  }

  private int sizeOf(String family) {
    return rates.populations().stream()
        .filter(p -> p.family().equals(family))
        .mapToInt(PopulationLabel::size)
        .sum();
  }

  private static RateScale rounded(RateScale scale) {
    return scale.decades()
        ? new RateScale(
            true, scale.low(), Math.pow(10, Math.ceil(4 * Math.log10(scale.high())) / 4))
        : new RateScale(false, 0, Scale.limits(0, scale.high())[1]);
  }
}
