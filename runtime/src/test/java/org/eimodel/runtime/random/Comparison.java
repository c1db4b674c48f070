package org.eimodel.runtime.random;

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
        .then(
            lowered ->
                Instantiation.instantiate(lowered, settings)
                    .then((Instance instance) -> Outcome.of(new Compiled(lowered, instance.plan()), List.of())));
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
      return Optional.of(crash + " at " + crash.getStackTrace()[0]);
    }
  }

  private Optional<String> run(Compiled compiled, Coverage coverage) {
    NetworkPlan plan = compiled.plan();
    plan.groups().forEach(
        group -> {
          IrValidator.require(group.step(), "lowering");
          group.arrivals().forEach(arrival -> IrValidator.require(arrival, "lowering"));
        });
    List<List<List<Integer>>> synapses = ReferenceNetwork.synapses(plan);
    for (Precision precision : Precision.values()) {
      ReferenceNetwork interpreted = new ReferenceNetwork(plan, Kernels.interpreted(precision), synapses);
      List<ReferenceNetwork> others =
          List.of(
              new ReferenceNetwork(plan, Kernels.compiled(precision, Passes.names()), synapses),
              new ReferenceNetwork(plan, Kernels.compiled(precision, somePasses()), synapses));
      Optional<String> difference = together(interpreted, others);
      if (difference.isPresent()) {
        return difference;
      }
      coverage.add(compiled, interpreted);
    }
    return Optional.empty();
  }

  /// Steps all networks side by side.
  static Optional<String> together(ReferenceNetwork interpreted, List<ReferenceNetwork> others) {
    for (long step = 0; step < interpreted.plan.steps(); step++) {
      boolean goesOn = interpreted.step();
      for (ReferenceNetwork other : others) {
        other.step();
        Optional<String> difference = interpreted.difference(other);
        if (difference.isPresent()) {
          return Optional.of("step %d, interpreted and %s: %s".formatted(step, other.kernels, difference.get()));
        }
      }
      if (!goesOn) {
        break;
      }
    }
    return Optional.empty();
  }

  private Set<String> somePasses() {
    return Passes.names().stream().filter(_ -> choice.chance(0.5)).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
