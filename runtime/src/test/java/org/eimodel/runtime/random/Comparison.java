package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.passes.Passes;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.kernel.InterpretedKernels;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.Outcome;

/// Runs one model in every way and says where two of them differ.
final class Comparison {
  /// What a model that compiled gives.
  record Compiled(LoweredModel lowered, NetworkPlan plan) {}

  private final RandomModel model;
  private final Choice choice;

  /// @param seed decides which passes run
  Comparison(RandomModel model, long seed) {
    this.model = model;
    this.choice = new Choice(~seed);
  }

  /// {@return the compiled model, or the diagnostics of one that is wrong}
  static Outcome<Compiled> compile(RandomModel model) {
    return compile(model, Settings.NONE);
  }

  static Outcome<Compiled> compile(RandomModel model, Settings settings) {
    return Compiler.compile(model.source(), model.folder())
        .then(lowered ->
            Instantiation.instantiate(lowered, settings)
                .then((Instance instance) ->
                    Outcome.of(new Compiled(lowered, instance.plan()), List.of())));
  }

  /// {@return the first difference, the first error of the compiler, or nothing}
  ///
  /// @param coverage where what was reached is counted
  Optional<String> problem(Coverage coverage) {
    try {
      Outcome<Compiled> outcome = compile(model);
      if (outcome.value().isEmpty()) {
        return Optional.of("does not compile\n" + DiagnosticText.of(outcome.diagnostics()));
      }
      return run(outcome.orThrow(), coverage);
    } catch (RuntimeException | LinkageError | AssertionError crash) {
      // the JVM leaves the trace out of what it throws often (-XX:-OmitStackTraceInFastThrow)
      StackTraceElement[] trace = crash.getStackTrace();
      return Optional.of(crash + (trace.length == 0 ? "" : " at " + trace[0]));
    }
  }

  private Optional<String> run(Compiled compiled, Coverage coverage) {
    NetworkPlan plan = compiled.plan();
    plan.groups()
        .forEach(group -> {
          IrValidator.require(group.step(), "lowering");
          group.arrivals().forEach(arrival -> IrValidator.require(arrival, "lowering"));
        });
    List<List<List<ReferenceSynapse>>> synapses = ReferenceNetwork.synapses(plan);
    for (Precision precision : Precision.values()) {
      ReferenceNetwork reference =
          new ReferenceNetwork(plan, new InterpretedKernels(precision), synapses);
      Optional<String> difference = together(reference, compiled(plan, precision));
      if (difference.isPresent()) {
        return difference;
      }
      coverage.add(compiled, reference);
    }
    return Optional.empty();
  }

  /// Generated code with some passes, step by step and several steps at once, and for every second run as users get it;
  /// slices of any size.
  private List<EngineRun> compiled(NetworkPlan plan, Precision precision) {
    List<EngineRun> runs = new ArrayList<>();
    Set<String> passes = somePasses();
    KernelSource some = new SomePasses(precision, passes);
    runs.add(run(plan, some, 1, "passes " + passes));
    if (choice.chance(0.5)) {
      runs.add(run(plan, new CompiledKernels(precision), 1, "as users get it"));
    }
    runs.add(run(plan, some, choice.of(choice.whole(2, 30), 1_000), "passes " + passes));
    return runs;
  }

  private EngineRun run(NetworkPlan plan, KernelSource kernels, int stride, String how) {
    int slice = choice.of(1, choice.whole(2, 9), choice.whole(10, 40), 24_576);
    return new EngineRun(plan, kernels, choice.whole(1, 3), slice, stride, how);
  }

  /// Steps the reference and the others side by side.
  static Optional<String> together(ReferenceNetwork reference, List<EngineRun> others) {
    try {
      while (reference.done() < reference.plan.steps()) {
        boolean goesOn = reference.step();
        for (EngineRun other : others) {
          Optional<String> difference = other.step(reference);
          if (difference.isPresent()) {
            return difference;
          }
        }
        if (!goesOn) {
          break;
        }
      }
      return Optional.empty();
    } finally {
      others.forEach(EngineRun::close);
    }
  }

  private Set<String> somePasses() {
    return Passes.names().stream()
        .filter(_ -> choice.chance(0.5))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
