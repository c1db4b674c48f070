package org.eimodel.compiler.bytecode;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.subtract;
import static org.eimodel.compiler.ir.Ir.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Type;

/// Kernels far beyond what HotSpot compiles as one method.
final class LargeKernelsTest {
  private static final Differential EMITTED = new Differential(Loaded::kernel);

  @ParameterizedTest
  @EnumSource
  void hundredsOfStatements(Kernel.Kind kind) {
    Ir k = new Ir("Statements", kind);
    Slot state = k.state("s");
    Slot other = k.state("t");
    Slot gain = k.parameter("gain");
    Expr[] names = new Expr[600];
    k.inPreamble(() -> {
      names[0] = k.let("x", multiply(read(gain), constant(0.5)));
      for (int i = 1; i < 300; i++) {
        names[i] = k.let("x", fma(names[i - 1], constant(0.9), names[i / 2]));
      }
    });
    for (int i = 300; i < names.length; i++) {
      names[i] =
          k.let(
              "x",
              fma(
                  names[i - 1],
                  names[i % 7],
                  add(names[i - 150], multiply(read(state), constant(i)))));
    }
    // what the first loops leave must reach the last one
    k.store(state, add(names[599], add(names[310], names[450])));
    k.store(other, add(read(other), names[301]));
    verify(k.build());
  }

  @ParameterizedTest
  @EnumSource
  void oneHugeBranch(Kernel.Kind kind) {
    Ir k = new Ir("Branch", kind);
    Slot state = k.state("s");
    Slot other = k.state("t");
    Local sum = k.declare("sum", read(state));
    k.when(
        compare(Comparison.LESS, use(sum), constant(1)),
        () -> {
          Expr first = k.let("first", add(use(sum), constant(2)));
          Local inner = k.declare("inner", first);
          for (int i = 0; i < 400; i++) {
            k.assign(sum, fma(use(sum), constant(0.5), multiply(use(inner), constant(i))));
            k.assign(inner, subtract(use(inner), use(sum)));
          }
          k.when(compare(Comparison.GREATER, first, constant(2)), () -> k.assign(sum, first));
        });
    k.store(state, use(sum));
    k.store(other, add(read(other), constant(1)));
    verify(k.build());
  }

  @ParameterizedTest
  @EnumSource
  void oneHugeExpression(Kernel.Kind kind) {
    Ir k = new Ir("Expression", kind);
    Slot state = k.state("s");
    Slot gain = k.parameter("gain");
    Expr deep = read(state);
    Expr wide = read(gain);
    for (int i = 0; i < 250; i++) {
      deep = fma(deep, constant(0.25), multiply(read(gain), constant(i)));
      wide = Ir.select(compare(Comparison.LESS, wide, constant(i)), read(state), wide(i, state));
    }
    k.store(state, add(deep, wide));
    verify(k.build());
  }

  private static Expr wide(int depth, Slot state) {
    return depth % 5 == 0
        ? read(state)
        : add(wide(depth - 1, state), multiply(read(state), constant(depth)));
  }

  @ParameterizedTest
  @EnumSource
  void spikesAndChecksAcrossLoops(Precision precision) {
    Ir k = new Ir("Spikes", Kernel.Kind.STEP);
    Slot state = k.state("s");
    Slot other = k.state("t");
    Expr x = read(state);
    for (int i = 0; i < 500; i++) {
      x = k.let("x", fma(x, constant(0.75), multiply(read(other), constant(0.01))));
      if (i == 100) {
        Expr early = x;
        k.when(compare(Comparison.GREATER, early, constant(1)), k::spike);
      } else if (i == 200) {
        Expr early = x;
        k.when(compare(Comparison.LESS, early, constant(-1)), k::spike);
      } else if (i % 100 == 99) {
        k.checkFinite(x);
      }
    }
    k.store(state, x);
    verify(k.build());
  }

  private static void verify(Kernel kernel) {
    IrValidator.require(kernel, "the test");
    for (Precision precision : Precision.values()) {
      EmittedClass emitted = Loaded.EMITTER.emit(kernel, precision);
      assertTrue(emitted.bytes().length > 8000, "not a large kernel");
      assertTrue(emitted.largestMethod() < 8000, emitted.largestMethod() + " bytecodes");
      if (EMITTED.difference(kernel, precision).isPresent()) {
        throw new AssertionError(EMITTED.difference(kernel, precision).get());
      }
    }
  }

  @Test
  void aMethodThatHotSpotWouldNotCompileIsABug() {
    ClassCode out = new ClassCode("org.eimodel.Long", Runnable.class, "long.eimodel");
    CompilerBug bug =
        assertThrows(
            CompilerBug.class,
            () ->
                out.method(
                    "run",
                    Type.VOID_TYPE,
                    List.of(),
                    (code, _) -> {
                      for (int i = 0; i < 4000; i++) {
                        code.integer(i);
                        code.storeNew(Type.INT_TYPE);
                      }
                      code.returnNothing();
                    }));
    assertTrue(bug.getMessage().startsWith("org.eimodel.Long.run has "), bug.getMessage());
    assertEquals(8000, ClassCode.LONGEST_METHOD);
  }
}
