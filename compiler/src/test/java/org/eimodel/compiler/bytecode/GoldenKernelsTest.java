package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.passes.Passes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// IR before and after the passes, and bytecode, of kernels written by hand. `-Deimodel.golden=rewrite` writes them anew.
final class GoldenKernelsTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "org", "eimodel", "compiler", "kernels");

  static Stream<Kernel> kernels() {
    return Stream.of(SampleKernels.lif(), SampleKernels.hodgkinHuxley(), SampleKernels.arrival());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void stagesOfAKernel(Kernel kernel) throws IOException {
    IrValidator.require(kernel, "the test");
    Kernel optimised = Passes.run(kernel, Precision.SINGLE);
    check(kernel, "ir.txt", IrPrinter.print(kernel));
    check(kernel, "passes.txt", IrPrinter.print(optimised));
    check(
        kernel, "bytecode.txt", BytecodeText.of(Loaded.EMITTER.emit(optimised, Precision.SINGLE)));
  }

  private static void check(Kernel kernel, String stage, String found) throws IOException {
    Path golden = FOLDER.resolve(kernel.name()).resolve(stage);
    if ("rewrite".equals(System.getProperty("eimodel.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, found);
    }
    assertTrue(Files.exists(golden), golden + " is missing; -Deimodel.golden=rewrite makes it");
    assertEquals(Files.readString(golden), found, golden.toString());
  }
}
