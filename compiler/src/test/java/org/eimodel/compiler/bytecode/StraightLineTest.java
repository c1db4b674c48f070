package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.eimodel.compiler.interpret.Trial;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.junit.jupiter.api.Test;

/// Kernels rewritten for lanes: the interpreter cannot tell, and only the form that lanes need is left.
final class StraightLineTest {
  private static final long SEED = Long.getLong("tests.seed", 20_250_301);
  private static final int KERNELS = 1000;
  private static final int TRIALS = 4;

  @Test
  void rewrittenKernelsComputeTheSame() {
    List<Kernel> steps =
        IntStream.range(0, KERNELS)
            .mapToObj(number -> RandomKernels.draw(SEED + number))
            .filter(kernel -> kernel.kind() == Kernel.Kind.STEP)
            .toList();
    assertTrue(steps.size() > KERNELS / 10, steps.size() + " step kernels");
    steps.forEach(StraightLineTest::compare);
  }

  @Test
  void samplesComputeTheSame() {
    compare(SampleKernels.lif());
    compare(SampleKernels.hodgkinHuxley());
  }

  private static void compare(Kernel kernel) {
    Kernel straight = IrValidator.require(StraightLine.of(kernel), "the rewriting for lanes");
    requireForm(straight);
    for (Precision precision : Precision.values()) {
      Trial.requireSame(kernel, straight, precision, TRIALS);
    }
  }

  private static void requireForm(Kernel kernel) {
    for (Statement statement : kernel.body()) {
      switch (statement) {
        case Statement.When(Expr condition, var body, _) -> {
          assertEquals(kernel.body().getLast(), statement, "a branch that is not the spike");
          assertInstanceOf(Expr.Use.class, condition);
          assertInstanceOf(Statement.Spike.class, body.getFirst());
        }
        case Statement.Let(_, Expr.Call(_, var arguments), _) ->
            arguments.forEach(argument -> assertInstanceOf(Expr.Use.class, argument));
        case Statement.Let _, Statement.CheckFinite _, Statement.Store _ ->
            assertTrue(
                Traversal.allExpressions(List.of(statement)).noneMatch(Expr.Call.class::isInstance),
                () -> "a call inside " + IrPrinter.print(kernel));
        case Statement.Declare _, Statement.Assign _, Statement.Spike _ ->
            throw new AssertionError("left in a straight line: " + statement);
      }
    }
  }
}
