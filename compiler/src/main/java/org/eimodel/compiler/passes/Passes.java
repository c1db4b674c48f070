package org.eimodel.compiler.passes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// Runs the bit-identical passes.
///
/// With assertions on (`-ea`: in every test, and as the debug flag) the kernel is validated after each pass.
public final class Passes {
  /// Every pass, in the order in which they run.
  public static final List<Pass> ALL =
      List.of(
          new NeverAssigned(),
          new Copies(),
          new ConstantFolding(),
          new ConditionFolding(),
          new Hoisting(),
          new CommonSubexpressions(),
          new DeadLocals());

  /// One pass makes work for another, but seldom for long.
  private static final int ROUNDS = 4;

  private Passes() {}

  /// Sees what passes do.
  @FunctionalInterface
  public interface Observer {
    /// Called after each pass that changed the kernel.
    void changed(Pass pass, Kernel before, Kernel after);
  }

  /// {@return the names of all passes, in order}
  public static Set<String> names() {
    return ALL.stream().map(Pass::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// {@return the kernel after every pass}
  public static Kernel run(Kernel kernel, Precision precision) {
    return run(kernel, precision, names());
  }

  /// {@return the kernel after the passes named, repeated until they change nothing}
  public static Kernel run(Kernel kernel, Precision precision, Set<String> enabled) {
    return run(kernel, precision, enabled, (_, _, _) -> {});
  }

  /// {@return the kernel after the passes named, repeated until they change nothing, each change shown to the observer}
  public static Kernel run(
      Kernel kernel, Precision precision, Set<String> enabled, Observer observer) {
    Kernel result = kernel;
    for (int round = 0; round < ROUNDS; round++) {
      Kernel before = result;
      for (Pass pass : ALL) {
        if (enabled.contains(pass.name())) {
          Kernel old = result;
          result = pass.apply(old, precision);
          assert IrValidator.require(result, "pass " + pass.name()) == result;
          if (!result.equals(old)) {
            observer.changed(pass, old, result);
          }
        }
      }
      if (result.equals(before)) {
        break;
      }
    }
    return result;
  }
}
