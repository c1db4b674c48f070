package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.FloatFunctions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes against the scalar functions, bit by bit, in every width.
final class FloatVectorFunctionsTest {
  private static final int DRAWS = 1 << 20;

  /// In widths other than the preferred one nothing is compiled well: fewer.
  private static final int DRAWS_IN_LANES = 1 << 16;

  interface Scalar {
    float of(float x);
  }

  interface Lanes {
    FloatVector of(FloatVector x);
  }

  interface Arrays {
    void of(float[] x, int from, float[] y, int to, int count);
  }

  record Function(String name, Scalar scalar, Lanes lanes, Arrays arrays) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function(
            "exp", FloatFunctions::exp, FloatVectorFunctions::exp, FloatArrayFunctions::exp),
        new Function(
            "expm1",
            FloatFunctions::expm1,
            FloatVectorFunctions::expm1,
            FloatArrayFunctions::expm1),
        new Function(
            "exprel",
            FloatFunctions::exprel,
            FloatVectorFunctions::exprel,
            FloatArrayFunctions::exprel),
        new Function(
            "log", FloatFunctions::log, FloatVectorFunctions::log, FloatArrayFunctions::log),
        new Function(
            "log1p",
            FloatFunctions::log1p,
            FloatVectorFunctions::log1p,
            FloatArrayFunctions::log1p),
        new Function(
            "sinh", FloatFunctions::sinh, FloatVectorFunctions::sinh, FloatArrayFunctions::sinh),
        new Function(
            "cosh", FloatFunctions::cosh, FloatVectorFunctions::cosh, FloatArrayFunctions::cosh),
        new Function(
            "tanh", FloatFunctions::tanh, FloatVectorFunctions::tanh, FloatArrayFunctions::tanh),
        new Function(
            "sin", FloatFunctions::sin, FloatVectorFunctions::sin, FloatArrayFunctions::sin),
        new Function(
            "cos", FloatFunctions::cos, FloatVectorFunctions::cos, FloatArrayFunctions::cos),
        new Function(
            "tan", FloatFunctions::tan, FloatVectorFunctions::tan, FloatArrayFunctions::tan),
        new Function(
            "normalQuantile",
            FloatFunctions::normalQuantile,
            FloatVectorFunctions::normalQuantile,
            FloatArrayFunctions::normalQuantile));
  }

  static Stream<Function> rounding() {
    return Stream.of(
        new Function("rint", x -> (float) Math.rint(x), FloatVectorFunctions::rint, null),
        new Function("floor", x -> (float) Math.floor(x), FloatVectorFunctions::floor, null),
        new Function("ceil", x -> (float) Math.ceil(x), FloatVectorFunctions::ceil, null));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void arraysHaveTheBitsOfTheScalarFunction(Function function) {
    inArrays(function, Samples.nearFloats());
    inArrays(function, Samples.drawnFloats(DRAWS, 1));
    inArrays(function, Samples.moderateFloats(DRAWS, 2));
  }

  @ParameterizedTest
  @MethodSource({"functions", "rounding"})
  void everyWidthHasTheBitsOfTheScalarFunction(Function function) {
    for (VectorSpecies<Float> species :
        List.of(
            FloatVector.SPECIES_64,
            FloatVector.SPECIES_128,
            FloatVector.SPECIES_256,
            FloatVector.SPECIES_512)) {
      for (float[] x :
          List.of(
              Samples.nearFloats(),
              Samples.drawnFloats(DRAWS_IN_LANES, 3),
              Samples.moderateFloats(DRAWS_IN_LANES, 4))) {
        float[] y = new float[x.length];
        for (int i = 0; i < species.loopBound(x.length); i += species.length()) {
          function.lanes().of(FloatVector.fromArray(species, x, i)).intoArray(y, i);
        }
        compare(function, x, y, species.loopBound(x.length), species.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("powers")
  void powersHaveTheBitsOfTheScalarFunction(float[] x, float[] y) {
    float[] z = new float[x.length];
    FloatArrayFunctions.pow(x, 0, y, 0, z, 0, x.length);
    comparePowers(x, y, z, x.length);
    for (VectorSpecies<Float> species :
        List.of(FloatVector.SPECIES_64, FloatVector.SPECIES_128, FloatVector.SPECIES_256)) {
      int end = species.loopBound(Math.min(x.length, DRAWS_IN_LANES));
      for (int i = 0; i < end; i += species.length()) {
        FloatVectorFunctions.pow(
                FloatVector.fromArray(species, x, i), FloatVector.fromArray(species, y, i))
            .intoArray(z, i);
      }
      comparePowers(x, y, z, end);
    }
  }

  static Stream<Arguments> powers() {
    Random random = new Random(5);
    float[] special = Samples.specialFloats();
    float[] left = new float[special.length * special.length];
    float[] right = new float[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = special[i / special.length];
      right[i] = special[i % special.length];
    }
    float[] bases = Samples.moderateFloats(DRAWS, 6);
    float[] whole = new float[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      whole[i] = random.nextInt(41) - 20;
    }
    return Stream.of(
        Arguments.of(left, right),
        Arguments.of(Samples.drawnFloats(DRAWS, 7), Samples.drawnFloats(DRAWS, 8)),
        Arguments.of(bases, Samples.moderateFloats(DRAWS, 9)),
        Arguments.of(bases, whole));
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
      inArrays(function, x);
    }
  }

  /// In place as well, and with a remainder that is no whole vector.
  private static void inArrays(Function function, float[] x) {
    float[] y = x.clone();
    function.arrays().of(y, 1, y, 1, x.length - 1);
    y[0] = function.scalar().of(x[0]);
    compare(function, x, y, x.length, "arrays");
  }

  private static void compare(Function function, float[] x, float[] y, int count, String where) {
    for (int i = 0; i < count; i++) {
      float expected = function.scalar().of(x[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(y[i])) {
        assertEquals(
            Float.toHexString(expected),
            Float.toHexString(y[i]),
            function + " of " + Float.toHexString(x[i]) + ", " + where);
      }
    }
  }

  private static void comparePowers(float[] x, float[] y, float[] z, int count) {
    for (int i = 0; i < count; i++) {
      float expected = FloatFunctions.pow(x[i], y[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(z[i])) {
        assertEquals(
            Float.toHexString(expected), Float.toHexString(z[i]), x[i] + " to the " + y[i]);
      }
    }
  }
}
