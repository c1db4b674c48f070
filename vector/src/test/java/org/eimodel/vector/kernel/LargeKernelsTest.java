package org.eimodel.vector.kernel;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.read;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import org.eimodel.compiler.bytecode.Differential;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.junit.jupiter.api.Test;

/// Kernels of which no part may be one loop or one method.
final class LargeKernelsTest {
  /// HotSpot compiles no longer method.
  private static final int LONGEST_METHOD = 8000;

  @Test
  void hundredsOfStatementsAndCalls() {
    Ir k = new Ir("Statements", Kernel.Kind.STEP);
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
      Expr linear =
          fma(names[i - 1], names[i % 7], add(names[i - 150], multiply(read(state), constant(i))));
      names[i] =
          k.let("x", i % 3 == 0 ? new Expr.Call(MathFunction.TANH, List.of(linear)) : linear);
    }
    k.store(state, add(names[599], add(names[310], names[450])));
    k.store(other, add(read(other), names[301]));
    verify(k.build());
  }

  @Test
  void oneExpression() {
    Ir k = new Ir("Expression", Kernel.Kind.STEP);
    Slot state = k.state("s");
    k.store(state, tree(read(state), 10));
    verify(k.build());
  }

  /// An expression of this depth, in which every node has two operands.
  private static Expr tree(Expr leaf, int depth) {
    return depth == 0
        ? leaf
        : add(tree(multiply(leaf, constant(depth)), depth - 1), tree(leaf, depth - 1));
  }

  @Test
  void moreStatesThanOneLoopStores() {
    Ir k = new Ir("States", Kernel.Kind.STEP);
    for (int i = 0; i < 150; i++) {
      Slot state = k.state("s" + i);
      k.store(state, fma(read(state), constant(0.5), constant(i)));
    }
    verify(k.build());
  }

  private static void verify(Kernel kernel) {
    IrValidator.require(kernel, "the test");
    for (LanesOf lanes : LanesOf.everyWidth()) {
      LanesOf unpassed = new LanesOf(Set.of(), lanes.bits(), lanes.heaviest());
      Differential differential = new Differential(unpassed::instance, 67);
      for (Precision precision : Precision.values()) {
        differential
            .difference(kernel, precision)
            .ifPresent(difference -> fail(kernel.name() + ", " + lanes + ": " + difference));
        int longest =
            new VectorEmitter("org.eimodel.vector.kernel", lanes.bits())
                .emit(kernel, precision)
                .largestMethod();
        assertTrue(longest < LONGEST_METHOD, kernel.name() + " has a method of " + longest);
      }
    }
  }
}
