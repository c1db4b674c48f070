package org.eimodel.compiler.ir;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.units.Dimension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class IrValidatorTest {
  @Test
  void theSamplesAreWellFormed() {
    for (Kernel kernel :
        List.of(SampleKernels.lif(), SampleKernels.hodgkinHuxley(), SampleKernels.arrival())) {
      assertEquals(List.of(), IrValidator.problems(kernel));
    }
  }

  @TestFactory
  Stream<DynamicTest> problemsAreNamed() {
    Expr yes = new Expr.Truth(true);
    return Stream.of(
        problem("x.0 is not in sight", k -> k.store(k.state("v"), use(k.local("x", Type.REAL)))),
        problem(
            "x.0 is not in sight",
            k -> {
              Expr[] inner = new Expr[1];
              k.when(yes, () -> inner[0] = k.let("x", constant(1)));
              k.store(k.state("v"), inner[0]);
            }),
        problem(
            "x.0 is not a variable in sight",
            k -> {
              Expr x = k.let("x", constant(1));
              k.assign(((Expr.Use) x).local(), constant(2));
            }),
        problem("x.0 is REAL, its value is not", k -> k.assign(k.declare("x", constant(1)), yes)),
        problem(
            "x.0 is declared twice",
            k -> {
              Local x = k.declare("x", constant(1));
              k.add(new Statement.Let(x, constant(2), k.span()));
            }),
        problem("the preamble reads v", k -> k.inPreamble(() -> k.let("x", read(k.state("v"))))),
        problem(
            "the preamble names values, nothing else",
            k -> k.inPreamble(() -> k.declare("x", constant(1)))),
        problem(
            "v is read after it was stored",
            k -> {
              Slot v = k.state("v");
              k.when(yes, () -> k.store(v, constant(1)));
              k.let("x", add(read(v), constant(1)));
            }),
        problem(
            "a check after a store",
            k -> {
              k.store(k.state("v"), constant(1));
              k.checkFinite(constant(1));
            }),
        problem(
            "a check stands at the top of a step",
            k -> k.when(yes, () -> k.checkFinite(constant(1)))),
        problem("a check of a condition", k -> k.checkFinite(yes)),
        problem("a spike stands in a when of a step", Ir::spike),
        problem(
            "v is not a slot of the kernel",
            k ->
                k.store(
                    new Slot("v", Slot.Kind.STATE, Slot.Extent.ELEMENT, 9, Dimension.NONE),
                    constant(1))),
        problem(
            "no place in the model",
            k -> k.add(new Statement.Store(k.state("v"), constant(1), null))));
  }

  private static DynamicTest problem(String expected, Consumer<Ir> statements) {
    return DynamicTest.dynamicTest(
        expected,
        () -> {
          Ir k = new Ir("bad", Kernel.Kind.STEP);
          statements.accept(k);
          List<String> problems = IrValidator.problems(k.build());
          assertEquals(1, problems.size(), problems.toString());
          assertTrue(problems.getFirst().startsWith(expected), problems.getFirst());
        });
  }

  @Test
  void theReportShowsTheKernel() {
    Ir k = new Ir("bad", Kernel.Kind.ARRIVAL);
    Slot v = k.state("v");
    k.when(compare(Comparison.LESS, read(v), constant(0)), k::spike);
    CompilerBug bug =
        assertThrows(CompilerBug.class, () -> IrValidator.require(k.build(), "the test"));
    assertEquals(
        """
        the test wrote an ill-formed kernel:
          a spike stands in a when of a step
        arrival kernel bad
          element 0  state        v
        body
          when v < 0.0 {
            spike
          }
        """,
        bug.getMessage());
  }
}
