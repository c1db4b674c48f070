package org.eimodel.vector.kernel;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.LongStream;
import org.eimodel.compiler.bytecode.Differential;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The comparison with the interpreter finds each mistake that is planted in kernels in lanes.
final class LaneFaultsTest {
  private static final int KERNELS = 600;

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaught(LaneFault fault) {
    long caughtAt =
        LongStream.range(0, KERNELS)
            .filter(seed -> RandomKernels.draw(seed).kind() == Kernel.Kind.STEP)
            .filter(seed -> caught(fault, seed))
            .findFirst()
            .orElseGet(() -> fail(fault + " went unnoticed in " + KERNELS + " kernels"));
    System.out.printf("caught at kernel %3d: %s%n", caughtAt, fault);
  }

  private static boolean caught(LaneFault fault, long seed) {
    LanesOf lanes = LanesOf.drawn(seed);
    return new Differential(
            (kernel, precision) -> lanes.instance(kernel, precision, fault.planted()), 67)
        .difference(
            RandomKernels.draw(seed), seed % 2 == 0 ? Precision.SINGLE : Precision.DOUBLE)
        .isPresent();
  }
}
