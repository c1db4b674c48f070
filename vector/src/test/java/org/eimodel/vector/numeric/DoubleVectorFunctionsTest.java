package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes against the scalar functions, bit by bit, in every width.
final class DoubleVectorFunctionsTest {
  private static final int DRAWS = 1 << 20;

  /// In widths other than the preferred one nothing is compiled well: fewer.
  private static final int DRAWS_IN_LANES = 1 << 16;

  interface Scalar {
    double of(double x);
  }

  interface Lanes {
    DoubleVector of(DoubleVector x);
  }

  interface Arrays {
    void of(double[] x, int from, double[] y, int to, int count);
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
            "exp", DoubleFunctions::exp, DoubleVectorFunctions::exp, DoubleArrayFunctions::exp),
        new Function(
            "expm1",
            DoubleFunctions::expm1,
            DoubleVectorFunctions::expm1,
            DoubleArrayFunctions::expm1),
        new Function(
            "exprel",
            DoubleFunctions::exprel,
            DoubleVectorFunctions::exprel,
            DoubleArrayFunctions::exprel),
        new Function(
            "log", DoubleFunctions::log, DoubleVectorFunctions::log, DoubleArrayFunctions::log),
        new Function(
            "log1p",
            DoubleFunctions::log1p,
            DoubleVectorFunctions::log1p,
            DoubleArrayFunctions::log1p),
        new Function(
            "sinh", DoubleFunctions::sinh, DoubleVectorFunctions::sinh, DoubleArrayFunctions::sinh),
        new Function(
            "cosh", DoubleFunctions::cosh, DoubleVectorFunctions::cosh, DoubleArrayFunctions::cosh),
        new Function(
            "tanh", DoubleFunctions::tanh, DoubleVectorFunctions::tanh, DoubleArrayFunctions::tanh),
        new Function(
            "sin", DoubleFunctions::sin, DoubleVectorFunctions::sin, DoubleArrayFunctions::sin),
        new Function(
            "cos", DoubleFunctions::cos, DoubleVectorFunctions::cos, DoubleArrayFunctions::cos),
        new Function(
            "tan", DoubleFunctions::tan, DoubleVectorFunctions::tan, DoubleArrayFunctions::tan),
        new Function(
            "normalQuantile",
            DoubleFunctions::normalQuantile,
            DoubleVectorFunctions::normalQuantile,
            DoubleArrayFunctions::normalQuantile));
  }

  static Stream<Function> rounding() {
    return Stream.of(
        new Function("rint", x -> (double) Math.rint(x), DoubleVectorFunctions::rint, null),
        new Function("floor", x -> (double) Math.floor(x), DoubleVectorFunctions::floor, null),
        new Function("ceil", x -> (double) Math.ceil(x), DoubleVectorFunctions::ceil, null));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void arraysHaveTheBitsOfTheScalarFunction(Function function) {
    inArrays(function, Samples.nearDoubles());
    inArrays(function, Samples.drawnDoubles(DRAWS, 1));
    inArrays(function, Samples.moderateDoubles(DRAWS, 2));
  }

  @ParameterizedTest
  @MethodSource({"functions", "rounding"})
  void everyWidthHasTheBitsOfTheScalarFunction(Function function) {
    for (VectorSpecies<Double> species :
        List.of(
            DoubleVector.SPECIES_64,
            DoubleVector.SPECIES_128,
            DoubleVector.SPECIES_256,
            DoubleVector.SPECIES_512)) {
      for (double[] x :
          List.of(
              Samples.nearDoubles(),
              Samples.drawnDoubles(DRAWS_IN_LANES, 3),
              Samples.moderateDoubles(DRAWS_IN_LANES, 4))) {
        double[] y = new double[x.length];
        for (int i = 0; i < species.loopBound(x.length); i += species.length()) {
          function.lanes().of(DoubleVector.fromArray(species, x, i)).intoArray(y, i);
        }
        compare(function, x, y, species.loopBound(x.length), species.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("powers")
  void powersHaveTheBitsOfTheScalarFunction(double[] x, double[] y) {
    double[] z = new double[x.length];
    DoubleArrayFunctions.pow(x, 0, y, 0, z, 0, x.length);
    comparePowers(x, y, z, x.length);
    for (VectorSpecies<Double> species :
        List.of(DoubleVector.SPECIES_64, DoubleVector.SPECIES_128, DoubleVector.SPECIES_256)) {
      int end = species.loopBound(Math.min(x.length, DRAWS_IN_LANES));
      for (int i = 0; i < end; i += species.length()) {
        DoubleVectorFunctions.pow(
                DoubleVector.fromArray(species, x, i), DoubleVector.fromArray(species, y, i))
            .intoArray(z, i);
      }
      comparePowers(x, y, z, end);
    }
  }

  static Stream<Arguments> powers() {
    Random random = new Random(5);
    double[] special = Samples.specialDoubles();
    double[] left = new double[special.length * special.length];
    double[] right = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = special[i / special.length];
      right[i] = special[i % special.length];
    }
    double[] bases = Samples.moderateDoubles(DRAWS, 6);
    double[] whole = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      whole[i] = random.nextInt(41) - 20;
    }
    return Stream.of(
        Arguments.of(left, right),
        Arguments.of(Samples.drawnDoubles(DRAWS, 7), Samples.drawnDoubles(DRAWS, 8)),
        Arguments.of(bases, Samples.moderateDoubles(DRAWS, 9)),
        Arguments.of(bases, whole));
  }

  /// In place as well, and with a remainder that is no whole vector.
  private static void inArrays(Function function, double[] x) {
    double[] y = x.clone();
    function.arrays().of(y, 1, y, 1, x.length - 1);
    y[0] = function.scalar().of(x[0]);
    compare(function, x, y, x.length, "arrays");
  }

  private static void compare(Function function, double[] x, double[] y, int count, String where) {
    for (int i = 0; i < count; i++) {
      double expected = function.scalar().of(x[i]);
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(y[i])) {
        assertEquals(
            Double.toHexString(expected),
            Double.toHexString(y[i]),
            function + " of " + Double.toHexString(x[i]) + ", " + where);
      }
    }
  }

  private static void comparePowers(double[] x, double[] y, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      double expected = DoubleFunctions.pow(x[i], y[i]);
      if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(z[i])) {
        assertEquals(
            Double.toHexString(expected), Double.toHexString(z[i]), x[i] + " to the " + y[i]);
      }
    }
  }
}
