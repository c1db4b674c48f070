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
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.Outcome;

/// `eimodel bench`.
public final class BenchCommand {
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
            .then(model -> Instantiation.instantiate(model, bench.settings()));
    Findings.print(instance.diagnostics(), console);
    if (instance.value().isEmpty()) {
      return Findings.exitCode(instance.diagnostics());
    }
    adding.ifPresent(VectorModule::await);
    NetworkPlan plan = instance.value().get().plan();
    EngineOptions options = EngineOptions.threads(bench.threads().orElse(0)).tier(bench.tier());
    try (Engine engine = Engine.build(plan, new CompiledKernels(bench.precision()), options)) {
      print(measure(engine, file.orThrow().name(), bench), bench, console);
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

  private static Measurement measure(Engine engine, String name, Invocation.Bench bench) {
    NetworkPlan plan = engine.plan();
    Turns turns = new Turns(engine);
    // a second of measuring at least, however short the model's own run is
    long steps = Math.max(plan.steps(), turns.warmUp());
    turns.measure(steps);
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
            steps);
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
