package org.eimodel.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eimodel.cli.results.figure.Canvas;
import org.eimodel.cli.results.figure.Heading;
import org.eimodel.cli.results.figure.RasterFigure;
import org.eimodel.cli.results.figure.RatesFigure;
import org.eimodel.cli.results.figure.TracesFigure;

/// Writes the results of a run into its folder, several files at a time.
///
/// | file | when |
/// |---|---|
/// | `spikes.csv`, `raster.png` | spikes are recorded |
/// | `rates.csv` | rates are recorded |
/// | `rates.png` | spikes or rates are recorded |
/// | `v_of_E.csv` for each variable and family, `states.png` | states are recorded |
///
/// Tables come in each format asked for. Where there are several `record rate` statements their files are called
/// `rates_of_E`, `rates_of_I`; a name that is taken gets a number.
///
/// A machine that cannot draw, as one without any font, still gets its tables; the pictures are then missing and a note
/// says why.
public final class ResultWriter {
  private static final int FEW_NEURONS = 10;

  private final RunFolder folder;
  private final RunResults results;
  private final Set<String> names = new HashSet<>();
  private final List<Callable<Path>> tasks = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();

  private ResultWriter(RunFolder folder, RunResults results) {
    this.folder = folder;
    this.results = results;
  }

  /// Writes everything but the summary, which can only be known afterwards.
  ///
  /// *Errors.* [IOException] of the first file that could not be written; the others are written nevertheless.
  ///
  /// @param threads how many files to write at a time
  public static WrittenFiles write(
      RunFolder folder, RunResults results, Set<TableFormat> formats, int threads)
      throws IOException {
    ResultWriter writer = new ResultWriter(folder, results);
    writer.pictures(); // first, since they take longest to start
    writer.tables(formats);
    results.copies().forEach((name, bytes) -> writer.file(name, out -> out.write(bytes)));
    return writer.run(threads);
  }

  /// Writes `summary.json`.
  public static Path summary(RunFolder folder, Map<String, ?> summary) throws IOException {
    byte[] text = Json.indented(summary).getBytes(StandardCharsets.UTF_8);
    return WholeFile.write(folder.file("summary.json"), out -> out.write(text));
  }

  /// Starts to load what drawing and writing need, in the background, while the model is still being compiled and run.
  ///
  /// Java2D and its fonts take 0.15 s to start. A program that calls this first thing does not wait for them at the
  /// end;
  /// one that does not call it gets the same files.
  public static Thread prepare() {
    return Thread.ofPlatform().daemon().name("eimodel-pictures").start(ResultWriter::rehearse);
  }

  /// Draws and encodes small figures and throws them away.
  private static void rehearse() {
    try {
      RunClock clock = RunClock.of("1", 20);
      List<PopulationLabel> populations =
          List.of(new PopulationLabel("E", 2), new PopulationLabel("I", 1));
      SpikeTable spikes = new SpikeTable.Builder(populations).add(1, 0).add(2, 2).build();
      TraceTable trace =
          new TraceTable(
              "v",
              "E",
              "mV",
              clock,
              new long[] {0, 1},
              List.of("E[0]"),
              new double[][] {{-65.5, -64}});
      Heading heading = Heading.of("", 3, clock, 1);
      for (Canvas canvas :
          List.of(
              RasterFigure.draw(heading, spikes, clock, List.of()),
              RatesFigure.draw(heading, spikes, clock, List.of()),
              TracesFigure.draw(heading, List.of(trace), List.of()))) {
        canvas.png(OutputStream.nullOutputStream());
      }
      CsvFiles.spikes(spikes, clock, OutputStream.nullOutputStream());
      CsvFiles.rates(RateTable.count(spikes, clock, 10), OutputStream.nullOutputStream());
      CsvFiles.trace(trace, OutputStream.nullOutputStream());
      Json.indented(Map.of("steps", 1L));
    } catch (IOException | RuntimeException | Error cannotDraw) {
      // the real figures will fail in the same way, and then there is somebody to tell
    }
  }

  private void pictures() {
    var heading = results.heading();
    var epochs = results.epochs();
    results
        .spikes()
        .filter(spikes -> spikes.neuronCount() > 0)
        .ifPresent(spikes -> {
          picture("raster.png", () -> RasterFigure.draw(heading, spikes, results.clock(), epochs));
          picture("rates.png", () -> RatesFigure.draw(heading, spikes, results.clock(), epochs));
        });
    if (results.spikes().isEmpty() && !results.rates().isEmpty()) {
      picture("rates.png", () -> RatesFigure.draw(heading, results.rates().getFirst(), epochs));
    }
    if (!results.traces().isEmpty()) {
      picture("states.png", () -> TracesFigure.draw(heading, results.traces(), epochs));
    }
  }

  private void tables(Set<TableFormat> formats) {
    results
        .spikes()
        .ifPresent(spikes ->
            table(
                "spikes",
                formats,
                out -> CsvFiles.spikes(spikes, results.clock(), out),
                out -> NpzFiles.spikes(spikes, results.clock(), out)));
    for (RateTable rates : results.rates()) {
      String name =
          results.rates().size() == 1 ? "rates" : "rates_of_" + String.join("_", rates.families());
      table(name, formats, out -> CsvFiles.rates(rates, out), out -> NpzFiles.rates(rates, out));
    }
    for (TraceTable trace : results.traces()) {
      table(
          trace.name(),
          formats,
          out -> CsvFiles.trace(trace, out),
          out -> NpzFiles.trace(trace, out));
    }
  }

  private void table(
      String name, Set<TableFormat> formats, WholeFile.Content csv, WholeFile.Content npz) {
    String free = name;
    for (int n = 2; !names.add(free); n++) {
      free = name + "_" + n;
    }
    for (TableFormat format : formats) {
      file(
          free + "." + format.ending(),
          switch (format) {
            case CSV -> csv;
            case NPZ -> npz;
          });
    }
  }

  private void file(String name, WholeFile.Content content) {
    tasks.add(() -> WholeFile.write(folder.file(name), content));
  }

  private void picture(String name, Supplier<Canvas> figure) {
    tasks.add(() -> {
      Optional<Canvas> canvas = drawn(name, figure, notes::add);
      return canvas.isPresent() ? WholeFile.write(folder.file(name), canvas.get()::png) : null;
    });
  }

  /// {@return the figure, or nothing and a note where the machine cannot draw}
  ///
  /// Without fonts Java2D throws exceptions, linkage errors, internal errors or a plain [Error], depending on what exactly
  /// is missing; a machine that is out of memory is another matter.
  static Optional<Canvas> drawn(String name, Supplier<Canvas> figure, Consumer<String> notes) {
    try {
      return Optional.of(figure.get());
    } catch (OutOfMemoryError | StackOverflowError other) {
      throw other;
    } catch (RuntimeException | Error cannotDraw) {
      boolean font = cannotDraw.toString().toLowerCase(Locale.ROOT).contains("font");
      String advice = font ? "; a font package, as fonts-dejavu-core, may be missing" : "";
      notes.accept(name + " could not be drawn on this machine: " + cannotDraw + advice);
      return Optional.empty();
    }
  }

  private WrittenFiles run(int threads) throws IOException {
    List<Path> files = new ArrayList<>();
    IOException failure = null;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Path> task : tasks.stream().map(pool::submit).toList()) {
        try {
          Optional.ofNullable(task.get()).ifPresent(files::add);
        } catch (ExecutionException e) {
          failure = failure == null ? cause(e) : failure;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          failure = failure == null ? new IOException("stopped while writing", e) : failure;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    files.sort(null);
    return new WrittenFiles(files, firstPicture(files), List.copyOf(notes));
  }

  private static IOException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException io -> io;
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> new IOException(e);
    };
  }

  private Optional<Path> firstPicture(List<Path> files) {
    boolean few = results.spikes().map(s -> s.neuronCount() <= FEW_NEURONS).orElse(true);
    List<String> order =
        few
            ? List.of("states.png", "raster.png", "rates.png")
            : List.of("raster.png", "rates.png", "states.png");
    return order.stream().map(folder::file).filter(files::contains).findFirst();
  }
}
