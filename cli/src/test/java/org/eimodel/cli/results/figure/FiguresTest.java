package org.eimodel.cli.results.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.eimodel.cli.results.PopulationLabel;
import org.eimodel.cli.results.RateTable;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.SpikeTable;
import org.eimodel.cli.results.SyntheticRun;
import org.eimodel.cli.results.TraceTable;
import org.junit.jupiter.api.Test;

/// What a figure shows is looked up in its pixels: marks of a colour, where they must be and where they must not.
class FiguresTest {
  private static final RunClock SECOND = RunClock.of("0.1", 10_000);
  private static final Heading HEADING = Heading.of("test", 4000, SECOND, 1);
  private static final int BLUE = Palette.line(0).getRGB() & 0xffffff;
  private static final int VERMILION = Palette.line(1).getRGB() & 0xffffff;
  private static final int GREEN = Palette.line(2).getRGB() & 0xffffff;

  @Test
  void everySpikeOfTheRasterStandsAtItsTimeInItsBand() {
    List<PopulationLabel> populations =
        List.of(area("E", "V1"), area("E", "V2"), area("I", "V1"), area("I", "V2"));
    // one spike each, at a quarter, a half, three quarters of the run, and at its very end
    SpikeTable spikes =
        new SpikeTable.Builder(populations)
            .add(2500, 50)
            .add(5000, 150)
            .add(7500, 250)
            .add(10_000, 350)
            .build();
    Canvas canvas = RasterFigure.draw(HEADING, spikes, SECOND, List.of());
    List<int[]> blue = marks(canvas, BLUE, 120);
    List<int[]> vermilion = marks(canvas, VERMILION, 120);
    assertEquals(2, blue.size());
    assertEquals(2, vermilion.size());
    int[] v1e = blue.get(0);
    int[] v2e = blue.get(1);
    int[] v1i = vermilion.get(0);
    int[] v2i = vermilion.get(1);
    double quarter = v2e[0] - v1e[0];
    assertEquals(2 * quarter, v1i[0] - v1e[0], 2, "three quarters");
    assertEquals(3 * quarter, v2i[0] - v1e[0], 2, "the end");
    assertTrue(
        v1e[1] < v1i[1] && v1i[1] < v2e[1] && v2e[1] < v2i[1],
        "both families of an area share its band");
  }

  @Test
  void anEmptyRasterIsStillAFigure() {
    SpikeTable none = new SpikeTable.Builder(List.of(new PopulationLabel("E", 10))).build();
    Canvas canvas = RasterFigure.draw(HEADING, none, SECOND, List.of());
    assertEquals(List.of(), marks(canvas, BLUE, 0));
    assertTrue(count(canvas, Palette.INK.getRGB() & 0xffffff) > 1000, "axes and title");
  }

  @Test
  void nothingIsCutOffAtTheEdgesOfTheSheet() {
    SpikeTable macaque = SyntheticRun.macaque();
    List<Epoch> epochs =
        List.of(new Epoch(0, 20, "a stimulus with a name that is far wider than it lasts"));
    TraceTable trace = trace("v", "mV", 3, s -> -1e-7 * s);
    List<Canvas> figures =
        List.of(
            RasterFigure.draw(HEADING, macaque, SECOND, epochs),
            RatesFigure.draw(HEADING, macaque, SECOND, epochs),
            RatesFigure.draw(HEADING, RateTable.count(SyntheticRun.coba(), SECOND, 100), epochs),
            TracesFigure.draw(HEADING, List.of(trace, trace("w", "pA", 1, s -> 1e6 + s)), epochs),
            TracesFigure.draw(HEADING, List.of(trace("g", "nS", 9, s -> s)), epochs));
    for (Canvas canvas : figures) {
      for (int x = 0; x < canvas.width(); x++) {
        assertEquals(0xffffff, canvas.pixel(x, 0));
        assertEquals(0xffffff, canvas.pixel(x, canvas.height() - 1));
      }
      for (int y = 0; y < canvas.height(); y++) {
        assertEquals(0xffffff, canvas.pixel(0, y), "left edge, line " + y);
        assertEquals(0xffffff, canvas.pixel(canvas.width() - 1, y), "right edge, line " + y);
      }
    }
  }

  @Test
  void theMapIsDarkWhereAnAreaFires() {
    List<PopulationLabel> populations = List.of(area("E", "V1"), area("E", "V2"));
    SpikeTable.Builder spikes = new SpikeTable.Builder(populations);
    IntStream.range(0, 10_000).forEach(k -> spikes.add(k + 1, k < 5000 ? 0 : 100 + k % 100));
    Canvas canvas = RatesFigure.draw(HEADING, spikes.build(), SECOND, List.of());
    int x1 = 150 + (1800 - 190 - 150) / 4;
    int x2 = 150 + (1800 - 190 - 150) * 3 / 4;
    int first = 130 + 420 + 110 + 30;
    assertEquals(0xffffff, canvas.pixel(x2, first));
    assertEquals(0xffffff, canvas.pixel(x1, first + 60));
    assertTrue((canvas.pixel(x1, first) & 0xff) < 0xa0, "V1 fires in the first half");
    assertTrue((canvas.pixel(x2, first + 60) & 0xff) < 0xa0, "V2 fires in the second half");
  }

  @Test
  void statesOfOneNeuronWithOneUnitShareAPanel() {
    List<TraceTable> gates =
        List.of(trace("v", "mV", 1, s -> s), trace("m", "", 1, s -> s), trace("h", "", 1, s -> -s));
    Canvas together = TracesFigure.draw(HEADING, gates, List.of());
    Canvas apart =
        TracesFigure.draw(
            HEADING, List.of(gates.get(0), gates.get(1), trace("u", "pA", 1, s -> s)), List.of());
    assertTrue(count(together, VERMILION) > 1000);
    assertEquals(0, count(together, GREEN));
    assertEquals(0, count(apart, VERMILION));
  }

  @Test
  void aPeakOfOneSampleAmongManySurvives() {
    TraceTable needle = trace("v", "mV", 1, s -> s == 54_321 ? 100 : 0, 100_000);
    Canvas canvas = TracesFigure.draw(HEADING, List.of(needle), List.of());
    double x = 170 + (1800 - 50 - 170) * 0.54321;
    int highest =
        IntStream.range(150, canvas.height())
            .filter(y -> isBlue(canvas, (int) x, y) || isBlue(canvas, (int) x + 1, y))
            .min()
            .orElseThrow();
    assertTrue(
        highest < 170 + 0.2 * 560,
        "the needle reaches the top of the panel, not only line " + highest);
  }

  private static boolean isBlue(Canvas canvas, int x, int y) {
    return (canvas.pixel(x, y) >> 16) < 0x90;
  }

  private static PopulationLabel area(String family, String area) {
    return new PopulationLabel(family, List.of("area"), List.of(area), 100);
  }

  private static TraceTable trace(
      String variable, String unit, int neurons, IntToDoubleFunction value) {
    return trace(variable, unit, neurons, value, 10_000);
  }

  private static TraceTable trace(
      String variable,
      String unit,
      int neurons,
      IntToDoubleFunction value,
      int steps) {
    long[] times = IntStream.rangeClosed(0, steps).asLongStream().toArray();
    double[][] values = new double[neurons][];
    List<String> names = new ArrayList<>();
    for (int k = 0; k < neurons; k++) {
      values[k] = IntStream.rangeClosed(0, steps).mapToDouble(value).toArray();
      names.add("E[" + k + "]");
    }
    return new TraceTable(
        variable, "E", unit, new RunClock(BigDecimal.ONE, steps), times, names, values);
  }

  private static long count(Canvas canvas, int rgb) {
    return IntStream.range(0, canvas.width() * canvas.height())
        .filter(i -> canvas.pixel(i % canvas.width(), i / canvas.width()) == rgb)
        .count();
  }

  /// The upper left corners of all connected marks of a colour below a line, from left to right.
  private static List<int[]> marks(Canvas canvas, int rgb, int below) {
    List<int[]> marks = new ArrayList<>();
    for (int x = 0; x < canvas.width(); x++) {
      for (int y = below; y < canvas.height(); y++) {
        boolean here = canvas.pixel(x, y) == rgb;
        if (here
            && canvas.pixel(x, y - 1) != rgb
            && canvas.pixel(x - 1, y) != rgb
            && canvas.pixel(x - 1, y - 1) != rgb) {
          marks.add(new int[] {x, y});
        }
      }
    }
    return marks;
  }
}
