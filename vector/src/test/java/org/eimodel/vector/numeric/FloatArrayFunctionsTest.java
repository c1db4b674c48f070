package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.eimodel.numeric.FloatFunctions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes against the scalar functions, bit by bit, in every width.
final class FloatArrayFunctionsTest {
  private static final int DRAWS = 1 << 20;
  private static final int[] WIDTHS = {128, 256, 512};

  interface Scalar {
    float of(float x);
  }

  interface Arrays {
    void of(float[] in, int from, float[] out, int to, int count);
  }

  interface Lanes {
    FloatVector of(FloatVector x);
  }

  record Function(String name, Scalar scalar, Arrays arrays) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function("exp", FloatFunctions::exp, FloatArrayFunctions::exp),
        new Function("expm1", FloatFunctions::expm1, FloatArrayFunctions::expm1),
        new Function("exprel", FloatFunctions::exprel, FloatArrayFunctions::exprel),
        new Function("log", FloatFunctions::log, FloatArrayFunctions::log),
        new Function("log1p", FloatFunctions::log1p, FloatArrayFunctions::log1p),
        new Function("sinh", FloatFunctions::sinh, FloatArrayFunctions::sinh),
        new Function("cosh", FloatFunctions::cosh, FloatArrayFunctions::cosh),
        new Function("tanh", FloatFunctions::tanh, FloatArrayFunctions::tanh),
        new Function("sin", FloatFunctions::sin, FloatArrayFunctions::sin),
        new Function("cos", FloatFunctions::cos, FloatArrayFunctions::cos),
        new Function("tan", FloatFunctions::tan, FloatArrayFunctions::tan),
        new Function(
            "normalQuantile", FloatFunctions::normalQuantile, FloatArrayFunctions::normalQuantile));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void lanesHaveTheBitsOfTheScalarFunction(Function function) {
    inPlace(function, Samples.nearFloats());
    inPlace(function, Samples.drawnFloats(DRAWS, 1));
    inPlace(function, Samples.moderateFloats(DRAWS, 2));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyWidthHasTheSameBits(Function function) throws ReflectiveOperationException {
    for (int bits : WIDTHS) {
      Method method =
          new OtherWidth(bits)
              .method(
                  "FloatArrayFunctions",
                  function.name(),
                  float[].class,
                  int.class,
                  float[].class,
                  int.class,
                  int.class);
      float[] x = Samples.nearFloats();
      float[] y = new float[x.length];
      method.invoke(null, x, 0, y, 0, x.length);
      compare(function, x, y, bits + " bits");
    }
  }

  @Test
  void roundingIsThatOfMath() {
    for (float[] x : List.of(Samples.nearFloats(), Samples.moderateFloats(1 << 16, 3))) {
      round("rint", x, v -> (float) Math.rint(v), FloatVectorFunctions::rint);
      round("floor", x, v -> (float) Math.floor(v), FloatVectorFunctions::floor);
      round("ceil", x, v -> (float) Math.ceil(v), FloatVectorFunctions::ceil);
    }
  }

  private static void round(String name, float[] x, Scalar scalar, Lanes lanes) {
    float[] y = new float[x.length];
    int whole = LaneWidth.FLOAT.loopBound(x.length);
    for (int i = 0; i < whole; i += LaneWidth.FLOAT.length()) {
      lanes.of(FloatVector.fromArray(LaneWidth.FLOAT, x, i)).intoArray(y, i);
    }
    for (int i = whole; i < x.length; i++) {
      y[i] = scalar.of(x[i]);
    }
    compare(new Function(name, scalar, null), x, y, "rounding");
  }

  @Test
  void powersHaveTheBitsOfTheScalarFunction() {
    float[] special = Samples.specialFloats();
    for (float exponent : special) {
      float[] y = new float[special.length];
      java.util.Arrays.fill(y, exponent);
      powers(special, y);
    }
    powers(Samples.drawnFloats(DRAWS, 7), Samples.drawnFloats(DRAWS, 8));
    powers(Samples.moderateFloats(DRAWS, 6), Samples.moderateFloats(DRAWS, 9));
  }

  private static void powers(float[] x, float[] y) {
    float[] z = new float[x.length];
    FloatArrayFunctions.pow(x, 0, y, 0, z, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      float expected = FloatFunctions.pow(x[i], y[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(z[i])) {
        assertEquals(
            Float.toHexString(expected), Float.toHexString(z[i]), x[i] + " to the " + y[i]);
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("functions")
  void everyFloatHasTheBitsOfTheScalarFunction(Function function) {
    float[] x = new float[1 << 16];
    for (int high = 0; high < 1 << 16; high++) {
      for (int low = 0; low < 1 << 16; low++) {
        x[low] = Float.intBitsToFloat(high << 16 | low);
      }
      inPlace(function, x);
    }
  }

  /// In place, from an odd index on, and with a remainder that is no whole vector.
  private static void inPlace(Function function, float[] x) {
    float[] y = x.clone();
    function.arrays().of(y, 1, y, 1, x.length - 1);
    y[0] = function.scalar().of(x[0]);
    compare(function, x, y, "in place");
  }

  private static void compare(Function function, float[] x, float[] y, String where) {
    for (int i = 0; i < x.length; i++) {
      float expected = function.scalar().of(x[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(y[i])) {
        assertEquals(
            Float.toHexString(expected),
            Float.toHexString(y[i]),
            function + " of " + Float.toHexString(x[i]) + ", " + where);
      }
    }
  }
}
