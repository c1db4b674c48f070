package org.eimodel.compiler.bytecode;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.call;
import static org.eimodel.compiler.ir.Ir.divide;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What decays is left out of a check where a potential that it enters vouches for it.
final class NeededChecksTest {
  private static final String VOUCHED_FOR = "v, rate <= 0.0, rate >= -2.0";

  static Stream<Arguments> potentials() {
    return Stream.of(
        entering("a term of a sum", g -> add(g, Ir.constant(2)), VOUCHED_FOR),
        entering("a factor", g -> multiply(Ir.constant(2), g), VOUCHED_FOR),
        entering("a numerator", g -> divide(g, Ir.constant(2)), VOUCHED_FOR),
        entering("of a product in a sum", g -> fma(g, g, Ir.constant(1)), VOUCHED_FOR),
        entering("a denominator", g -> divide(Ir.constant(2), g), "v, g"),
        entering("an argument", g -> call(MathFunction.EXP, g), "v, g"),
        entering("the smaller of two", g -> new Expr.Binary(Expr.BinaryOperator.MIN, g, Ir.constant(2)), "v, g"),
        entering("nothing", g -> Ir.constant(2), "v, g"));
  }

  private static Arguments entering(String as, UnaryOperator<Expr> how, String checked) {
    return Arguments.of(as, how, checked);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("potentials")
  void aPotentialVouchesForWhatItIsComputedFrom(String as, UnaryOperator<Expr> how, String checked) {
    Ir k = new Ir("Neuron", Kernel.Kind.STEP);
    Slot v = k.state("v");
    Slot g = k.state("g");
    Slot rate = k.parameter("rate");
    Expr decayed = k.let("g", fma(read(rate), read(g), read(g)));
    Expr next = k.let("v", add(read(v), k.let("input", how.apply(read(g)))));
    k.checkFinite(next, decayed);
    k.store(v, next);
    k.store(g, decayed);
    Kernel needed = NeededChecks.of(StraightLine.of(k.build()));
    List<String> checks =
        needed.body().stream()
            .filter(Statement.CheckFinite.class::isInstance)
            .flatMap(statement -> ((Statement.CheckFinite) statement).values().stream())
            .map(NeededChecksTest::text)
            .toList();
    assertEquals(checked, String.join(", ", checks), () -> IrPrinter.print(needed));
  }

  private static String text(Expr value) {
    return switch (value) {
      case Expr.Use(var local) -> local.name();
      case Expr.Compare(var operator, Expr.Read(Slot slot), Expr.Constant(double bound)) ->
          slot.name() + " " + (operator == Expr.Comparison.LESS_EQUAL ? "<=" : ">=") + " " + bound;
      default -> throw new AssertionError(value);
    };
  }
}
