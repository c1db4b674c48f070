package org.eimodel.cli.bench;

import java.math.BigDecimal;
import java.util.Locale;
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
import org.eimodel.cli.run.VectorModule;
import org.eimodel.cli.source.ModelFile;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.RunLength;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.Outcome;

/// `eimodel bench`.
public final class BenchCommand {
  private static final double LEAST_NANOS = 1e9;

  /// With the time to build networks: where runs are short, that takes longest.
  private static final long MOST_NANOS = 10_000_000_000L;

  private BenchCommand() {}

  /// {@return the exit code, after everything was printed}
  ///
  /// *Errors*: [ResourceException] when there is not enough memory, or no vector lanes where they were asked for.
  public static int perform(Invocation.Bench bench, Console console)
      throws UsageException, ResourceException {
    Optional<Thread> adding =
        bench.tier() == Tier.SCALAR ? Optional.empty() : Optional.of(VectorModule.begin());
    Outcome<ModelFile> file = ModelFile.named(bench.model(), console);
    Outcome<Instance> instance =
        file.then(found -> Compiler.compile(found.source(), found.folder()))
            .then(model ->
                Instantiation.instantiate(model, bench.settings())
                    .then(found -> RunLength.positive(found, model.model(), bench.settings())));
    Findings.print(instance.diagnostics(), console);
    if (instance.value().isEmpty()) {
      return Findings.exitCode(instance.diagnostics());
    }
    adding.ifPresent(VectorModule::await);
    NetworkPlan plan = instance.value().get().plan();
    if (plan.steps() < 2) {
      throw new UsageException("there is nothing to measure in fewer than two steps");
    }
    try {
      print(measure(plan, file.orThrow().name(), bench), bench, console);
    } catch (InsufficientMemoryException e) {
      throw new ResourceException(bench.model() + " " + e.getMessage());
    } catch (LanesMissingException e) {
      throw new ResourceException("--tier vector: " + e.getMessage());
    } catch (NotFiniteException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.MODEL;
    }
    return ExitCode.OK;
  }

  /// Runs the model, from its start to its end, as often as fills a second, or until that has taken ten; before that
  /// two other networks of the same kind, until everything is compiled. A second one, because lists and buffers grow at the
  /// start of a network, and the JVM has compiled the steps of a first one as if that never happened.
  private static Measurement measure(NetworkPlan plan, String name, Invocation.Bench bench) {
    CompiledKernels kernels = new CompiledKernels(bench.precision());
    EngineOptions options = EngineOptions.threads(bench.threads().orElse(0)).tier(bench.tier());
    double stepNanos = 0;
    for (long nanos : Turns.WARM_UP_NANOS) {
      try (Engine engine = Engine.build(plan, kernels, options)) {
        stepNanos = Turns.warmUp(engine, nanos);
      }
    }
    Turns turns = new Turns(plan);
    Measurement measurement;
    long begin = System.nanoTime();
    do {
      try (Engine engine = Engine.build(plan, kernels, options)) {
        turns.measure(engine, plan.steps(), stepNanos);
        measurement = measurement(engine, turns, name, bench);
      }
    } while (turns.nanos() < LEAST_NANOS && System.nanoTime() - begin < MOST_NANOS);
    return measurement;
  }

  private static Measurement measurement(
      Engine engine, Turns turns, String name, Invocation.Bench bench) {
    NetworkPlan plan = engine.plan();
    Measurement.Origin origin =
        new Measurement.Origin(
            name,
            bench.precision().name().toLowerCase(Locale.ROOT),
            bench.tier().name().toLowerCase(Locale.ROOT),
            engine.threads(),
            plan.seed(),
            BigDecimal.valueOf(plan.dt()),
            bench.settings().values(),
            plan.populations().stream().mapToLong(PopulationPlan::size).sum(),
            engine.connectivity().synapses(),
            turns.steps());
    return new Measurement(
        origin, turns.plain(), turns.phases(), turns.events(), engine.connectivity().bytes());
  }

  private static void print(Measurement measurement, Invocation.Bench bench, Console console) {
    console
        .out()
        .print(
            switch (bench.summary()) {
              case JSON -> Json.indented(measurement.json());
              case TEXT -> MeasurementText.of(measurement);
            });
  }
}
