package org.eimodel.compiler.bytecode;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.interpret.Trial;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Shrinking;
import org.eimodel.compiler.passes.Passes;

/// Compares what is generated from a kernel with what the interpreter makes of it.
///
/// @param load gives an instance that should do what the kernel says
/// @param elements in the arrays of a trial
public record Differential(BiFunction<Kernel, Precision, Object> load, int elements) {
  private static final int TRIALS = 6;

  /// A comparison over few elements: enough for a loop that takes one after the other.
  Differential(BiFunction<Kernel, Precision, Object> load) {
    this(load, 11);
  }

  /// Passes drawn by a seed, then the emitter; every third kernel is cut into very small loops.
  static Differential ofEmitter(long seed) {
    Random random = new Random(seed);
    Set<String> enabled = new LinkedHashSet<>(Passes.names());
    enabled.removeIf(_ -> random.nextBoolean());
    ScalarEmitter emitter =
        random.nextInt(3) > 0
            ? Loaded.EMITTER
            : new ScalarEmitter(
                "org.eimodel.compiler.bytecode",
                new SizeLimits(0, 80 + random.nextInt(300), 30 + random.nextInt(80), 40));
    return new Differential((kernel, precision) ->
        Loaded.instance(emitter.emit(Passes.run(kernel, precision, enabled), precision)));
  }

  /// {@return what differs, if anything: the seed of the numbers and both outcomes}
  public Optional<String> difference(Kernel kernel, Precision precision) {
    Object interpreted = new KernelInterpreter(kernel, precision);
    Object emitted = load.apply(kernel, precision);
    for (int seed = 0; seed < TRIALS; seed++) {
      Trial expected = Trial.run(interpreted, kernel, precision, seed, elements);
      Trial actual;
      try {
        actual = Trial.run(emitted, kernel, precision, seed, elements);
      } catch (IndexOutOfBoundsException outside) {
        return Optional.of("numbers " + seed + ": " + outside);
      }
      if (!expected.equals(actual)) {
        return Optional.of(
            "numbers %d:%n  interpreted %s%n  emitted     %s".formatted(seed, expected, actual));
      }
    }
    return Optional.empty();
  }

  /// {@return a report with the smallest kernel that still differs}
  public String report(Kernel kernel, Precision precision) {
    Kernel small =
        Shrinking.shrink(kernel, candidate -> difference(candidate, precision).isPresent());
    return "%s, %s%n%s"
        .formatted(precision, difference(small, precision).orElse("gone"), IrPrinter.print(small));
  }
}
