package org.eimodel.vector.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eimodel.compiler.bytecode.Differential;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.eimodel.compiler.ir.SampleKernels;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Kernels in lanes against the interpreter on random kernels, in every width, with loops cut in every size.
final class RandomKernelsTest {
  private static final long SEED = Long.getLong("tests.seed", 20_250_401);
  private static final int GROUPS = 12;
  private static final int KERNELS_PER_GROUP = 100;

  @TestFactory
  Stream<DynamicTest> lanesDoWhatTheInterpreterDoes() {
    return IntStream.range(0, GROUPS)
        .mapToObj(group ->
            DynamicTest.dynamicTest(
                "seeds from " + (SEED + (long) group * KERNELS_PER_GROUP),
                () ->
                    IntStream.range(0, KERNELS_PER_GROUP)
                        .mapToLong(number -> SEED + (long) group * KERNELS_PER_GROUP + number)
                        .forEach(RandomKernelsTest::compare)));
  }

  private static void compare(long seed) {
    Kernel kernel = IrValidator.require(RandomKernels.draw(seed), "the generator");
    if (kernel.kind() == Kernel.Kind.STEP) {
      compare(kernel, LanesOf.drawn(seed), "seed " + seed);
    }
  }

  private static void compare(Kernel kernel, LanesOf lanes, String name) {
    Differential differential = new Differential(lanes::instance, 67);
    for (Precision precision : Precision.values()) {
      if (differential.difference(kernel, precision).isPresent()) {
        fail(name + ", " + lanes + ", " + differential.report(kernel, precision));
      }
    }
  }

  @Test
  void samplesInEveryWidth() {
    List<LanesOf> all = LanesOf.everyWidth();
    assertTrue(all.size() > 1, "at least 128 and 256 bits");
    for (LanesOf lanes : all) {
      compare(SampleKernels.lif(), lanes, "LIF");
      compare(SampleKernels.hodgkinHuxley(), lanes, "Hodgkin-Huxley");
    }
  }
}
