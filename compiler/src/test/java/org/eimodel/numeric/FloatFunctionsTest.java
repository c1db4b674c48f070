package org.eimodel.numeric;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Single precision against double: the fast test walks through floats of every exponent, the slow one through all.
class FloatFunctionsTest {
  private record Case(Accuracy.FloatOperator function, DoubleUnaryOperator exact) {}

  private static double exprel(double x) {
    return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? x : StrictMath.expm1(x) / x;
  }

  private static final Map<String, Case> CASES =
      Map.ofEntries(
          Map.entry("exp", new Case(FloatFunctions::exp, StrictMath::exp)),
          Map.entry("expm1", new Case(FloatFunctions::expm1, StrictMath::expm1)),
          Map.entry("exprel", new Case(FloatFunctions::exprel, FloatFunctionsTest::exprel)),
          Map.entry("log", new Case(FloatFunctions::log, StrictMath::log)),
          Map.entry("log1p", new Case(FloatFunctions::log1p, StrictMath::log1p)),
          Map.entry("tanh", new Case(FloatFunctions::tanh, StrictMath::tanh)),
          Map.entry("sinh", new Case(FloatFunctions::sinh, StrictMath::sinh)),
          Map.entry("cosh", new Case(FloatFunctions::cosh, StrictMath::cosh)),
          Map.entry("sin", new Case(FloatFunctions::sin, StrictMath::sin)),
          Map.entry("cos", new Case(FloatFunctions::cos, StrictMath::cos)),
          Map.entry("tan", new Case(FloatFunctions::tan, StrictMath::tan)));

  private static Stream<DynamicTest> walk(int step) {
    return CASES.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> Accuracy.floats(e.getValue().function, e.getValue().exact, step)));
  }

  @TestFactory
  Stream<DynamicTest> withinOneUlpOverSampledFloats() {
    return walk(Accuracy.stepFor(200_000));
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> withinOneUlpOverEveryFloat() {
    return walk(1);
  }
}
