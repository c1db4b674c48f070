package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.eimodel.vector.OneWidth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The loops over arrays, once C2 has them: what it does not inline shows as garbage, 80 bytes and more for each vector.
@OneWidth
final class CompiledLoopsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int COUNT = 4096;
  private static final int CALLS = 500;
  private static final int ROUNDS = 40;

  /// What the measurement itself may leave.
  private static final long SMALL = 1000;

  static Stream<DoubleArrayFunctionsTest.Function> doubleFunctions() {
    return DoubleArrayFunctionsTest.functions();
  }

  static Stream<FloatArrayFunctionsTest.Function> floatFunctions() {
    return FloatArrayFunctionsTest.functions();
  }

  @ParameterizedTest
  @MethodSource("doubleFunctions")
  void ofDoublesAllocateNothing(DoubleArrayFunctionsTest.Function function) {
    double[] x = Samples.moderateDoubles(COUNT, 10);
    double[] y = new double[COUNT];
    allocatesNothing(() -> function.arrays().of(x, 0, y, 0, COUNT));
  }

  @ParameterizedTest
  @MethodSource("floatFunctions")
  void ofFloatsAllocateNothing(FloatArrayFunctionsTest.Function function) {
    float[] x = Samples.moderateFloats(COUNT, 10);
    float[] y = new float[COUNT];
    allocatesNothing(() -> function.arrays().of(x, 0, y, 0, COUNT));
  }

  private static void allocatesNothing(Runnable loop) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > SMALL; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        loop.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least <= SMALL, least + " bytes in " + CALLS + " calls");
  }
}
