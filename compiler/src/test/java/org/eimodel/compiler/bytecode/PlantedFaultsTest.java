package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.LongStream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The comparison with the interpreter finds each mistake that is planted in the emitter.
final class PlantedFaultsTest {
  private static final int KERNELS = 400;

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaught(PlantedFault fault) {
    Differential differential =
        new Differential((kernel, precision) -> Loaded.instance(fault.emit(kernel, precision)));
    long caughtAt =
        LongStream.range(0, KERNELS)
            .filter(seed ->
                differential.difference(RandomKernels.draw(seed), precision(seed)).isPresent())
            .findFirst()
            .orElseGet(() -> fail(fault + " went unnoticed in " + KERNELS + " kernels"));
    System.out.printf("caught at kernel %3d: %s%n", caughtAt, fault);
  }

  private static Precision precision(long seed) {
    return seed % 2 == 0 ? Precision.SINGLE : Precision.DOUBLE;
  }
}
