package org.eimodel.cli.run;

import java.io.IOException;
import java.util.Optional;
import org.eimodel.InsufficientMemoryException;
import org.eimodel.LanesMissingException;
import org.eimodel.NotFiniteException;
import org.eimodel.Tier;
import org.eimodel.cli.arguments.Invocation;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.console.ExitCode;
import org.eimodel.cli.console.Findings;
import org.eimodel.cli.console.ResourceException;
import org.eimodel.cli.results.Json;
import org.eimodel.cli.results.ResultWriter;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.source.ModelFile;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.RunLength;
import org.eimodel.compiler.lower.ArrivalProgram;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.ModelException;
import org.eimodel.syntax.Outcome;

/// `eimodel run`, from text to files.
public final class RunCommand {
  /// After so many nanoseconds, about, a run looks up: for the progress shown, and for what is said when it is stopped. Many
  /// steps in one go take less time than few.
  private static final long LOOK_NANOS = 50_000_000;

  private final Invocation.Run run;
  private final Console console;
  private final StatusLine line;
  private final Interruption interruption;
  private final Destination destination;
  private final Stopwatch watch = Stopwatch.sinceJavaStarted();

  private RunCommand(
      Invocation.Run run, Console console, StatusLine line, Interruption interruption)
      throws UsageException, ResourceException {
    this.run = run;
    this.console = console;
    this.line = line;
    this.interruption = interruption;
    this.destination = Destination.of(run.output(), console);
  }

  /// {@return the exit code, after everything was printed and written}
  ///
  /// *Errors*: [ResourceException] when memory or disk are not enough; nothing is left behind then.
  public static int perform(Invocation.Run run, Console console)
      throws UsageException, ResourceException {
    StatusLine line = new StatusLine(console.err(), console.errIsTerminal() && !run.quiet());
    try (line;
        Interruption interruption = Interruption.watch(console, line)) {
      RunCommand command = new RunCommand(run, console, line, interruption);
      try {
        return command.compile();
      } catch (InsufficientMemoryException e) {
        throw new ResourceException(run.model() + " " + e.getMessage());
      } catch (LanesMissingException e) {
        throw new ResourceException("--tier vector: " + e.getMessage());
      } catch (ModelException e) { // a number of a pair, known only when the pair comes up
        line.clear();
        Findings.print(e.diagnostics(), console);
        return ExitCode.MODEL;
      } catch (NotFiniteException e) {
        line.clear();
        console.say(String.valueOf(e.getMessage()));
        return ExitCode.MODEL;
      } finally {
        interruption.discard();
      }
    }
  }

  private int compile() throws UsageException, ResourceException {
    Optional<Thread> adding =
        run.tier() == Tier.SCALAR ? Optional.empty() : Optional.of(VectorModule.begin());
    if (destination.writes()) {
      ResultWriter.prepare();
    } else {
      RunClock.prepare();
    }
    Outcome<ModelFile> file = ModelFile.named(run.model(), console);
    double load = watch.lap();
    during("compiling");
    CompiledKernels kernels = new CompiledKernels(run.precision());
    Outcome<LoweredModel> lowered =
        file.then(found -> Compiler.compile(found.source(), found.folder()));
    lowered.value().ifPresent(model -> load(model, kernels));
    double compile = watch.lap();
    during("building");
    Outcome<Instance> instance =
        lowered.then(model ->
            Instantiation.instantiate(model, run.settings())
                .then(found -> RunLength.positive(found, model.model(), run.settings())));
    if (!instance.diagnostics().isEmpty()) {
      line.clear();
      Findings.print(instance.diagnostics(), console);
    }
    if (instance.value().isEmpty()) {
      return Findings.exitCode(instance.diagnostics());
    }
    adding.ifPresent(VectorModule::await);
    return simulate(file.orThrow(), instance.value().get().plan(), kernels, load, compile);
  }

  private int simulate(
      ModelFile file, NetworkPlan plan, CompiledKernels kernels, double load, double compile)
      throws ResourceException {
    EngineOptions options =
        EngineOptions.threads(run.threads().orElse(0)).tier(run.tier()).forOneRun();
    RunClock clock = Recorded.clock(plan);
    try (Engine engine = Engine.build(plan, kernels, options)) {
      double build = watch.lap();
      advance(engine, clock);
      double simulate = watch.lap();
      during("writing");
      Recorded recorded = new Recorded(engine, file, clock, run.settings());
      Optional<Destination.Written> written = write(recorded);
      double write = watch.lap();
      Seconds seconds = new Seconds(load, compile, build, simulate, write, watch.total());
      Summary summary = recorded.summary(seconds, run.precision());
      conclude(summary, written);
    }
    return ExitCode.OK;
  }

  private void advance(Engine engine, RunClock clock) {
    try (Progress progress = Progress.begin(clock, line)) {
      interruption.doing(() -> "at " + progress.place());
      long chunk = 1;
      while (engine.now() < clock.steps()) {
        long begin = System.nanoTime();
        engine.step(Math.min(chunk, clock.steps() - engine.now()));
        progress.at(engine.now());
        long nanos = System.nanoTime() - begin;
        if (nanos < LOOK_NANOS / 2) {
          chunk *= 2;
        } else if (nanos > LOOK_NANOS && chunk > 1) {
          chunk /= 2;
        }
      }
    }
  }

  private Optional<Destination.Written> write(Recorded recorded) throws ResourceException {
    if (!destination.writes()) {
      return Optional.empty();
    }
    int threads = run.threads().orElse(Runtime.getRuntime().availableProcessors());
    return Optional.of(destination.write(recorded.results(), run.formats(), threads, interruption));
  }

  private void conclude(Summary summary, Optional<Destination.Written> written)
      throws ResourceException {
    if (written.isPresent()) {
      try {
        ResultWriter.summary(written.get().folder(), summary.json());
      } catch (IOException e) {
        throw Destination.failure(e);
      }
    }
    interruption.complete();
    line.clear();
    written.ifPresent(files -> files.notes().forEach(console::say));
    switch (run.summary()) {
      case JSON -> console.out().print(Json.indented(summary.json()));
      case TEXT -> {
        if (!run.quiet()) {
          console.out().print(SummaryText.of(summary));
          written.ifPresent(files -> console.out().print(files.text()));
        }
      }
    }
  }

  /// Emits and loads the classes of all kernels, so that this counts as compiling and not as building.
  private static void load(LoweredModel model, CompiledKernels kernels) {
    for (LoweredModel.Group group : model.groups()) {
      kernels.step(group.program().step());
      group.arrivals().stream().map(ArrivalProgram::kernel).forEach(kernels::arrival);
    }
  }

  private void during(String phase) {
    interruption.doing(() -> "while " + phase);
    line.accept(phase + " ...");
  }
}
