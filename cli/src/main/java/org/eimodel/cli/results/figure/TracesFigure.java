package org.eimodel.cli.results.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.TraceTable;
import org.eimodel.cli.results.figure.Canvas.Align;

/// Recorded states over time: one panel above another, each with its unit, on one time axis.
///
/// States of one neuron that share a unit, as the gates of a channel, share a panel, and so do up to three neurons. Of
/// many neurons the first six are drawn, and the figure says so.
public final class TracesFigure {
  private static final int MOST_LINES = 3;
  private static final int MOST_NEURONS = 6;
  private static final int BETWEEN = 62;

  private TracesFigure() {}

  private record Line(String name, double[] times, double[] values) {}

  private record Panel(String label, String note, List<Line> lines) {}

  /// {@return the figure of at least one table}
  public static Canvas draw(Heading heading, List<TraceTable> traces, List<Epoch> epochs) {
    List<Panel> panels = panels(traces);
    int height =
        switch (panels.size()) {
          case 1 -> 560;
          case 2 -> 400;
          case 3, 4 -> 280;
          default -> 150;
        };
    int top = Axes.HEAD + (epochs.isEmpty() ? 0 : 34);
    Canvas canvas =
        new Canvas(Axes.WIDTH, top + 40 + panels.size() * (height + BETWEEN) - BETWEEN + 100);
    double left = 170;
    double width = Axes.WIDTH - Axes.MARGIN_RIGHT - left;
    RunClock clock = traces.getFirst().clock();
    Scale time =
        new Scale(0, Math.max(clock.duration(), clock.dt().doubleValue()), left, left + width);
    Axes.head(canvas, heading, left);
    for (int k = 0; k < panels.size(); k++) {
      boolean last = k == panels.size() - 1;
      Frame frame = new Frame(left, top + 40 + (double) k * (height + BETWEEN), width, height);
      Axes.epochs(canvas, frame, time, epochs, k == 0);
      panel(canvas, panels.get(k), frame, time, k == 0 && !epochs.isEmpty() ? 60 : 26);
      Axes.time(canvas, frame, time, last);
    }
    return canvas;
  }

  private static void panel(Canvas canvas, Panel panel, Frame frame, Scale time, int over) {
    double low = panel.lines.stream().flatMapToDouble(l -> Arrays.stream(l.values)).min().orElse(0);
    double high =
        panel.lines.stream().flatMapToDouble(l -> Arrays.stream(l.values)).max().orElse(1);
    double[] limits = Scale.limits(low, high);
    Scale values = new Scale(limits[0], limits[1], frame.bottom(), frame.top());
    Axes.values(canvas, frame, values, frame.height() < 200 ? 3 : 7, panel.label);
    canvas.clip(new Frame(frame.left(), frame.top() - 3, frame.width(), frame.height() + 6));
    for (int k = panel.lines.size() - 1; k >= 0; k--) {
      line(
          canvas,
          panel.lines.get(k),
          time,
          values,
          panel.lines.size() == 1 ? Palette.line(0) : Palette.line(k));
    }
    canvas.unclip();
    if (panel.lines.size() > 1) {
      List<String> names = panel.lines.stream().map(Line::name).toList();
      List<Color> colors = new ArrayList<>();
      for (int k = 0; k < names.size(); k++) {
        colors.add(Palette.line(k));
      }
      Axes.legend(canvas, names, colors, frame.right(), frame.top() - over);
    }
    canvas.text(
        panel.note, frame.left() + 12, frame.top() - over, Align.LEFT, Axes.TICK, Palette.QUIET);
  }

  /// Draws a line; where many samples share a pixel, through the first, the lowest, the highest and the last of them.
  private static void line(Canvas canvas, Line line, Scale time, Scale values, Color color) {
    int samples = line.times.length;
    double perPixel = samples / (time.end() - time.start());
    int group = perPixel > 4 ? (int) Math.ceil(perPixel) : 1;
    double[] xs = new double[4 * (samples / group + 1)];
    double[] ys = new double[xs.length];
    int count = 0;
    for (int from = 0; from < samples; from += group) {
      int last = Math.min(from + group, samples) - 1;
      int low = from;
      int high = from;
      for (int s = from; s <= last; s++) {
        low = line.values[s] < line.values[low] ? s : low;
        high = line.values[s] > line.values[high] ? s : high;
      }
      int drawn = -1;
      for (int s : new int[] {from, Math.min(low, high), Math.max(low, high), last}) {
        if (s != drawn) {
          xs[count] = time.at(line.times[s]);
          ys[count++] = values.at(line.values[s]);
          drawn = s;
        }
      }
    }
    canvas.path(xs, ys, count, 3, color);
  }

  private static List<Panel> panels(List<TraceTable> traces) {
    List<Panel> panels = new ArrayList<>();
    List<TraceTable> open = new ArrayList<>(traces);
    boolean named = traces.stream().map(TraceTable::columns).distinct().count() > 1;
    while (!open.isEmpty()) {
      TraceTable first = open.removeFirst();
      List<TraceTable> together = new ArrayList<>(List.of(first));
      if (first.columns().size() == 1) {
        open.removeIf(t ->
            t.columns().equals(first.columns())
                && t.unit().equals(first.unit())
                && together.add(t));
      }
      if (together.size() > 1) {
        panels.add(ofVariables(together, named));
      } else {
        panels.addAll(ofNeurons(first, named));
      }
    }
    return panels;
  }

  /// @param named whether the figure shows other neurons too, so that the panel has to say whose states these are
  private static Panel ofVariables(List<TraceTable> traces, boolean named) {
    String names = String.join(", ", traces.stream().map(TraceTable::variable).toList());
    List<Line> lines =
        traces.stream().map(t -> new Line(t.variable(), t.times(), t.values()[0])).toList();
    String neuron = traces.getFirst().columns().getFirst();
    return new Panel(traces.getFirst().label(names), named ? neuron : "", lines);
  }

  /// A few neurons share a panel; more of them would hide each other and get a panel each.
  private static List<Panel> ofNeurons(TraceTable trace, boolean named) {
    double[] times = trace.times();
    List<Line> lines = new ArrayList<>();
    for (int k = 0; k < Math.min(MOST_NEURONS, trace.columns().size()); k++) {
      lines.add(new Line(trace.columns().get(k), times, trace.values()[k]));
    }
    String label = trace.label(trace.variable());
    if (lines.size() == 1) {
      return List.of(new Panel(label, named ? lines.getFirst().name : "", lines));
    }
    if (lines.size() <= MOST_LINES) {
      return List.of(new Panel(label, "", lines));
    }
    int all = trace.columns().size();
    String rest = lines.size() < all ? ", the first of " + all + " neurons" : "";
    return lines.stream()
        .map(line ->
            new Panel(label, line.name + (line == lines.getFirst() ? rest : ""), List.of(line)))
        .toList();
  }
}
