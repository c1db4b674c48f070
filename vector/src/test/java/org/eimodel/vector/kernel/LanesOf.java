package org.eimodel.vector.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.Loaded;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;

/// A way to bring kernels into lanes: passes before, the width of a vector, and how much goes into one loop.
record LanesOf(Set<String> passes, int bits, int heaviest) {
  private static final int ORDINARY = 60;

  /// {@return each width that this CPU has, with all passes}
  static List<LanesOf> everyWidth() {
    return Stream.of(128, 256, 512)
        .filter(bits -> bits <= DoubleVector.SPECIES_PREFERRED.vectorBitSize())
        .map(bits -> new LanesOf(Passes.names(), bits, ORDINARY))
        .toList();
  }

  /// {@return a way drawn by a seed; every third has very small loops}
  static LanesOf drawn(long seed) {
    Random random = new Random(seed);
    Set<String> passes = new LinkedHashSet<>(Passes.names());
    passes.removeIf(_ -> random.nextBoolean());
    List<LanesOf> widths = everyWidth();
    int bits = widths.get(random.nextInt(widths.size())).bits();
    return new LanesOf(passes, bits, random.nextInt(3) > 0 ? ORDINARY : 1 + random.nextInt(9));
  }

  /// {@return the kernel in lanes}
  StepKernel instance(Kernel kernel, Precision precision) {
    return instance(kernel, precision, UnaryOperator.identity());
  }

  /// {@return the same after something was done to the class}
  StepKernel instance(Kernel kernel, Precision precision, UnaryOperator<EmittedClass> edit) {
    Kernel passed = Passes.run(kernel, precision, passes);
    StepKernel scalar = (StepKernel) Loaded.kernel(passed, precision);
    EmittedClass emitted = emitter().emit(passed, precision);
    return DefinedStep.of(edit.apply(emitted), passed, precision)
        .instance(scalar);
  }

  /// {@return whether the kernel has a quick form}
  boolean isQuick(Kernel kernel, Precision precision) {
    return emitter().emitQuick(Passes.run(kernel, precision, passes), precision).isPresent();
  }

  /// {@return the kernel in lanes, with its quick form if it has one}
  StepKernel withQuick(Kernel kernel, Precision precision) {
    Kernel passed = Passes.run(kernel, precision, passes);
    return QuickStep.of(emitter(), passed, precision)
        .instance((StepKernel) Loaded.kernel(passed, precision));
  }

  private VectorEmitter emitter() {
    return new VectorEmitter(LaneKernels.class.getPackageName(), bits, heaviest);
  }
}
