package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Coverage;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Generated code against the interpreter on random kernels, with random subsets of the passes.
final class RandomKernelsTest {
  private static final long SEED = Long.getLong("tests.seed", 20_250_101);
  private static final int GROUPS = 12;
  private static final int KERNELS_PER_GROUP = 100;

  @TestFactory
  Stream<DynamicTest> emittedCodeDoesWhatTheInterpreterDoes() {
    return IntStream.range(0, GROUPS)
        .mapToObj(group ->
            DynamicTest.dynamicTest(
                "seeds from " + seed(group, 0),
                () ->
                    IntStream.range(0, KERNELS_PER_GROUP)
                        .forEach(number -> compare(seed(group, number)))));
  }

  private static long seed(int group, int number) {
    return SEED + (long) group * KERNELS_PER_GROUP + number;
  }

  private static void compare(long seed) {
    Kernel kernel = IrValidator.require(RandomKernels.draw(seed), "the generator");
    Differential differential = Differential.ofEmitter(seed);
    for (Precision precision : Precision.values()) {
      if (differential.difference(kernel, precision).isPresent()) {
        fail("seed " + seed + ", " + differential.report(kernel, precision));
      }
    }
  }

  @Test
  void theKernelsReachEveryOperation() {
    Coverage coverage = new Coverage();
    IntStream.range(0, GROUPS * KERNELS_PER_GROUP)
        .forEach(number -> coverage.add(RandomKernels.draw(seed(0, number))));
    System.out.println("IR operations in " + GROUPS * KERNELS_PER_GROUP + " random kernels:");
    System.out.print(coverage);
    List<String> missed =
        coverage.counts().entrySet().stream()
            .filter(entry -> entry.getValue() == 0)
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), missed);
  }
}
