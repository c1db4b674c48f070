package org.eimodel.compiler.passes;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.and;
import static org.eimodel.compiler.ir.Ir.call;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.divide;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.negate;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.select;
import static org.eimodel.compiler.ir.Ir.subtract;
import static org.eimodel.compiler.ir.Ir.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each pass as a table of what it is given and what it makes of it.
final class PassesTest {
  private final Ir k = new Ir("k", Kernel.Kind.STEP);
  private final Slot v = k.state("v");
  private final Slot tau = k.parameter("tau");

  private static String statements(Kernel kernel) {
    String text = IrPrinter.print(kernel);
    int preamble = text.indexOf("preamble");
    return text.substring(preamble >= 0 ? preamble : text.indexOf("body"));
  }

  private void check(Set<String> passes, Precision precision, String... lines) {
    assertTrue(Passes.names().containsAll(passes), passes.toString());
    assertEquals(
        String.join("\n", lines) + "\n", statements(Passes.run(k.build(), precision, passes)));
  }

  @TestFactory
  Stream<DynamicTest> knownNumbersAreComputed() {
    Expr x = read(v);
    return Stream.of(
        folds(multiply(constant(2), constant(3)), "6.0"),
        folds(call(MathFunction.EXP, constant(0)), "1.0"),
        folds(multiply(x, constant(1)), "v"),
        folds(multiply(constant(1), x), "v"),
        folds(divide(x, constant(1)), "v"),
        folds(subtract(x, constant(0)), "v"),
        folds(add(x, constant(-0.0)), "v"),
        folds(negate(negate(x)), "v"),
        folds(new Expr.Unary(Expr.UnaryOperator.ABS, negate(x)), "abs(v)"),
        folds(fma(constant(1), read(tau), x), "tau + v"),
        folds(fma(read(tau), constant(1), x), "tau + v"),
        folds(multiply(x, constant(-1)), "-v"),
        folds(divide(x, constant(-1)), "-v"),
        folds(add(x, negate(read(tau))), "v - tau"),
        folds(add(negate(x), read(tau)), "tau - v"),
        folds(subtract(x, negate(read(tau))), "v + tau"),
        folds(add(constant(5), subtract(negate(x), read(tau))), "5.0 - (v + tau)"),
        folds(add(subtract(negate(x), read(tau)), constant(-5)), "-5.0 - (v + tau)"),
        // -0 - 0 is -0, and 0 - (0 + 0) is 0
        folds(add(constant(-0.0), subtract(negate(x), read(tau))), "-0.0 + (-v - tau)"),
        folds(fma(read(tau), constant(-1), x), "v - tau"),
        folds(fma(constant(-1), read(tau), multiply(x, constant(-1))), "-v - tau"),
        // -0 + 0 is +0
        folds(add(x, constant(0)), "v + 0.0"),
        folds(subtract(x, constant(-0.0)), "v - -0.0"),
        // infinity * 0 is NaN
        folds(multiply(x, constant(0)), "v * 0.0"),
        folds(multiply(constant(0), x), "0.0 * v"));
  }

  private DynamicTest folds(Expr before, String after) {
    return DynamicTest.dynamicTest(
        IrPrinter.print(before) + " -> " + after,
        () -> {
          Ir one = new Ir("one", Kernel.Kind.STEP);
          one.state("v");
          one.parameter("tau");
          one.store(v, before);
          Kernel folded = Passes.run(one.build(), Precision.DOUBLE, Set.of("constant-folding"));
          assertEquals("body\n  store v <- " + after + "\n", statements(folded));
        });
  }

  @Test
  void constantsFoldInThePrecisionOfTheKernel() {
    k.store(v, divide(constant(1), constant(3)));
    Set<String> folding = Set.of("constant-folding");
    check(folding, Precision.SINGLE, "body", "  store v <- " + (double) (1f / 3f));
    check(folding, Precision.DOUBLE, "body", "  store v <- " + 1.0 / 3.0);
  }

  @Test
  void knownConditionsAreFollowed() {
    Expr positive = compare(Comparison.GREATER, read(v), constant(0));
    Local x = k.declare("x", select(new Expr.Truth(true), constant(1), constant(2)));
    k.assign(x, select(new Expr.Not(positive), constant(1), constant(2)));
    k.assign(x, select(positive, read(tau), read(tau)));
    k.when(and(new Expr.Truth(true), positive), () -> k.assign(x, constant(3)));
    k.when(and(new Expr.Truth(false), positive), () -> k.assign(x, constant(4)));
    k.when(new Expr.Truth(true), () -> k.assign(x, constant(5)));
    k.store(v, use(x));
    check(
        Set.of("condition-folding"),
        Precision.DOUBLE,
        "body",
        "  var x.0 = 1.0",
        "  x.0 = v > 0.0 ? 2.0 : 1.0",
        "  x.0 = tau",
        "  when v > 0.0 {",
        "    x.0 = 3.0",
        "  }",
        "  x.0 = 5.0",
        "  store v <- x.0");
  }

  @Test
  void aSpikeKeepsItsBranch() {
    k.when(new Expr.Truth(true), k::spike);
    check(
        Set.of("condition-folding"), Precision.DOUBLE, "body", "  when true {", "    spike", "  }");
  }

  @Test
  void whatIsTheSameForEveryElementIsComputedOnce() {
    Expr twice = k.let("twice", multiply(read(tau), constant(2)));
    k.store(v, add(multiply(read(v), add(twice, constant(1))), multiply(read(tau), constant(2))));
    check(
        Set.of("hoisting"),
        Precision.DOUBLE,
        "preamble",
        "  let twice.0 = tau * 2.0",
        "  let same.1 = twice.0 + 1.0",
        "body",
        "  store v <- v * same.1 + twice.0");
  }

  @Test
  void commonSubexpressionsAreComputedOnce() {
    Expr named = k.let("named", multiply(read(v), read(tau)));
    Expr again = k.let("again", add(multiply(read(v), read(tau)), negate(read(v))));
    k.store(v, multiply(again, add(negate(read(v)), named)));
    check(
        Set.of("common-subexpressions"),
        Precision.DOUBLE,
        "body",
        "  let named.0 = v * tau",
        "  let common.2 = -v",
        "  let again.1 = named.0 + common.2",
        "  store v <- again.1 * (common.2 + named.0)");
  }

  @Test
  void whatMayChangeIsNotShared() {
    Local x = k.declare("x", read(v));
    Expr before = k.let("before", multiply(use(x), use(x)));
    k.assign(x, constant(2));
    k.store(v, add(before, multiply(use(x), use(x))));
    check(
        Set.of("common-subexpressions", "copies"),
        Precision.DOUBLE,
        "body",
        "  var x.0 = v",
        "  let before.1 = x.0 * x.0",
        "  x.0 = 2.0",
        "  store v <- before.1 + x.0 * x.0");
  }

  @Test
  void copiesAndDeadLocalsGo() {
    Expr copy = k.let("copy", read(tau));
    Expr second = k.let("second", copy);
    Local unused = k.declare("unused", second);
    k.when(compare(Comparison.LESS, read(v), constant(0)), () -> k.assign(unused, constant(1)));
    k.store(v, second);
    check(Set.of("copies", "dead-locals"), Precision.DOUBLE, "body", "  store v <- tau");
  }

  @Test
  void variablesThatNeverChangeSettle() {
    Local x = k.declare("x", read(tau));
    k.store(v, use(x));
    check(
        Set.of("never-assigned"), Precision.DOUBLE, "body", "  let x.0 = tau", "  store v <- x.0");
  }

  @Test
  void noPassesChangeNothing() {
    k.let("unused", add(constant(1), constant(2)));
    assertEquals(k.build(), Passes.run(k.build(), Precision.DOUBLE, Set.of()));
  }
}
