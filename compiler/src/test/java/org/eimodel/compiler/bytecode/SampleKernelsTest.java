package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.interpret.Trial;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.SampleKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SampleKernelsTest {
  @ParameterizedTest
  @EnumSource
  void emittedSamplesDoWhatTheInterpreterDoes(Precision precision) {
    for (Kernel kernel :
        List.of(SampleKernels.lif(), SampleKernels.hodgkinHuxley(), SampleKernels.arrival())) {
      Object emitted = Loaded.kernel(kernel, precision);
      Object interpreted = new KernelInterpreter(kernel, precision);
      for (int seed = 0; seed < 50; seed++) {
        assertEquals(
            Trial.run(interpreted, kernel, precision, seed),
            Trial.run(emitted, kernel, precision, seed),
            kernel.name() + " in " + precision + ", seed " + seed);
      }
    }
  }
}
