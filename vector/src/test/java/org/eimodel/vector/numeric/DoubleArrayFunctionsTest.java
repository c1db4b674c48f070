package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.eimodel.numeric.DoubleFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes against the scalar functions, bit by bit, in every width.
final class DoubleArrayFunctionsTest {
  private static final int DRAWS = 1 << 20;
  private static final int[] WIDTHS = {128, 256, 512};

  interface Scalar {
    double of(double x);
  }

  interface Arrays {
    void of(double[] in, int from, double[] out, int to, int count);
  }

  interface Lanes {
    DoubleVector of(DoubleVector x);
  }

  record Function(String name, Scalar scalar, Arrays arrays) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function("exp", DoubleFunctions::exp, DoubleArrayFunctions::exp),
        new Function("expm1", DoubleFunctions::expm1, DoubleArrayFunctions::expm1),
        new Function("exprel", DoubleFunctions::exprel, DoubleArrayFunctions::exprel),
        new Function("log", DoubleFunctions::log, DoubleArrayFunctions::log),
        new Function("log1p", DoubleFunctions::log1p, DoubleArrayFunctions::log1p),
        new Function("sinh", DoubleFunctions::sinh, DoubleArrayFunctions::sinh),
        new Function("cosh", DoubleFunctions::cosh, DoubleArrayFunctions::cosh),
        new Function("tanh", DoubleFunctions::tanh, DoubleArrayFunctions::tanh),
        new Function("sin", DoubleFunctions::sin, DoubleArrayFunctions::sin),
        new Function("cos", DoubleFunctions::cos, DoubleArrayFunctions::cos),
        new Function("tan", DoubleFunctions::tan, DoubleArrayFunctions::tan),
        new Function(
            "normalQuantile",
            DoubleFunctions::normalQuantile,
            DoubleArrayFunctions::normalQuantile));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void lanesHaveTheBitsOfTheScalarFunction(Function function) {
    inPlace(function, Samples.nearDoubles());
    inPlace(function, Samples.drawnDoubles(DRAWS, 1));
    inPlace(function, Samples.moderateDoubles(DRAWS, 2));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyWidthHasTheSameBits(Function function) throws ReflectiveOperationException {
    for (int bits : WIDTHS) {
      Method method =
          new OtherWidth(bits)
              .method(
                  "DoubleArrayFunctions",
                  function.name(),
                  double[].class,
                  int.class,
                  double[].class,
                  int.class,
                  int.class);
      double[] x = Samples.nearDoubles();
      double[] y = new double[x.length];
      method.invoke(null, x, 0, y, 0, x.length);
      compare(function, x, y, bits + " bits");
    }
  }

  @Test
  void roundingIsThatOfMath() {
    for (double[] x : List.of(Samples.nearDoubles(), Samples.moderateDoubles(1 << 16, 3))) {
      round("rint", x, v -> (double) Math.rint(v), DoubleVectorFunctions::rint);
      round("floor", x, v -> (double) Math.floor(v), DoubleVectorFunctions::floor);
      round("ceil", x, v -> (double) Math.ceil(v), DoubleVectorFunctions::ceil);
    }
  }

  private static void round(String name, double[] x, Scalar scalar, Lanes lanes) {
    double[] y = new double[x.length];
    int whole = LaneWidth.DOUBLE.loopBound(x.length);
    for (int i = 0; i < whole; i += LaneWidth.DOUBLE.length()) {
      lanes.of(DoubleVector.fromArray(LaneWidth.DOUBLE, x, i)).intoArray(y, i);
    }
    for (int i = whole; i < x.length; i++) {
      y[i] = scalar.of(x[i]);
    }
    compare(new Function(name, scalar, null), x, y, "rounding");
  }

  @Test
  void powersHaveTheBitsOfTheScalarFunction() {
    double[] special = Samples.specialDoubles();
    for (double exponent : special) {
      double[] y = new double[special.length];
      java.util.Arrays.fill(y, exponent);
      powers(special, y);
    }
    powers(Samples.drawnDoubles(DRAWS, 7), Samples.drawnDoubles(DRAWS, 8));
    powers(Samples.moderateDoubles(DRAWS, 6), Samples.moderateDoubles(DRAWS, 9));
  }

  @Test
  void powersHaveTheSameBitsInEveryWidth() throws ReflectiveOperationException {
    Class<?> numbers = double[].class;
    for (int bits : WIDTHS) {
      Method pow =
          new OtherWidth(bits)
              .method(
                  "DoubleArrayFunctions",
                  "pow",
                  numbers,
                  int.class,
                  numbers,
                  int.class,
                  numbers,
                  int.class,
                  int.class);
      double[] x = Samples.moderateDoubles(1 << 12, 6);
      double[] y = Samples.moderateDoubles(1 << 12, 9);
      double[] z = new double[x.length];
      pow.invoke(null, x, 0, y, 0, z, 0, x.length);
      compare(x, y, z);
    }
  }

  private static void powers(double[] x, double[] y) {
    double[] z = new double[x.length];
    DoubleArrayFunctions.pow(x, 0, y, 0, z, 0, x.length);
    compare(x, y, z);
  }

  private static void compare(double[] x, double[] y, double[] z) {
    for (int i = 0; i < x.length; i++) {
      double expected = DoubleFunctions.pow(x[i], y[i]);
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(z[i])) {
        assertEquals(
            Double.toHexString(expected), Double.toHexString(z[i]), x[i] + " to the " + y[i]);
      }
    }
  }

  /// In place, from an odd index on, and with a remainder that is no whole vector.
  private static void inPlace(Function function, double[] x) {
    double[] y = x.clone();
    function.arrays().of(y, 1, y, 1, x.length - 1);
    y[0] = function.scalar().of(x[0]);
    compare(function, x, y, "in place");
  }

  private static void compare(Function function, double[] x, double[] y, String where) {
    for (int i = 0; i < x.length; i++) {
      double expected = function.scalar().of(x[i]);
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(y[i])) {
        assertEquals(
            Double.toHexString(expected),
            Double.toHexString(y[i]),
            function + " of " + Double.toHexString(x[i]) + ", " + where);
      }
    }
  }
}
