package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;

class RandomStreamTest {
  private final RandomStream stream = new RandomStream(StreamKey.of(1, "E.v"));

  /// Computed independently from the definition.
  @Test
  void keysAreThoseOfTheDocumentation() {
    assertEquals(0xaebe53f85cdc3c4cL, StreamKey.of(0, ""));
    assertEquals(0x4f7ebe671829e28bL, StreamKey.of(1, "E.v"));
    assertEquals(0xdb5f2b3c40310e1dL, StreamKey.of(-1, "EE[V1]"));
    assertEquals(0xfcb300e1bd2f9afdL, StreamKey.of(42, "größe"));
  }

  @Test
  void aDrawIsAWordOfTheBlockOfItsCoordinates() {
    long step = 0x1_2345_6789L;
    int[] block = new int[4];
    for (int draw = 0; draw < 12; draw++) {
      Philox.fill(StreamKey.of(1, "E.v"), draw / 4, 7, 0x23456789, 1, 1, block, 0);
      assertEquals(block[draw % 4], stream.seek(7, step, draw).nextInt());
    }
  }

  @Test
  void seekingAndDrawingInTurnGiveTheSame() {
    int[] inTurn = new int[50];
    stream.seek(3, 9);
    for (int i = 0; i < inTurn.length; i++) {
      inTurn[i] = stream.nextInt();
    }
    assertEquals(50, stream.position());
    for (int from = 0; from < 9; from++) {
      for (int count = 0; count < 20; count++) {
        int[] filled = new int[count + 2];
        stream.seek(3, 9, from).fill(filled, 1, count);
        assertEquals(from + count, stream.position());
        assertEquals(0, filled[0] | filled[count + 1]);
        for (int i = 0; i < count; i++) {
          assertEquals(inTurn[from + i], filled[1 + i]);
        }
        assertEquals(inTurn[from + count], stream.nextInt());
      }
    }
  }

  @Test
  void numbersHaveTheDocumentedBits() {
    for (int element = 0; element < 1000; element++) {
      long bits = stream.seek(element, 0).nextLong();
      double k = bits >>> 12;
      assertEquals((2 * k + 1) * 0x1p-53, stream.seek(element, 0).nextDouble());
      assertEquals((2 * (float) (bits >>> 41) + 1) * 0x1p-24f, stream.seek(element, 0).nextFloat());
      assertEquals(bits >>> 32, stream.seek(element, 0).nextInt() & 0xFFFFFFFFL);
    }
  }

  @Test
  void theFirstNumbersOfManyElements() {
    RandomStream stream = new RandomStream(StreamKey.of(3, "E.v"));
    double[] all = stream.firstDoubles(1000);
    for (int i = 0; i < 1000; i++) {
      assertEquals(stream.seek(i, 0).nextDouble(), all[i]);
    }
    assertEquals(0, stream.firstDoubles(0).length);
  }

  /// Twenty cells of equal probability; one chance in a million to fail for a right generator, and the seed is fixed.
  private static void uniformAfter(DoubleUnaryOperator distribution, DoubleSupplier numbers) {
    long[] observed = new long[20];
    for (int i = 0; i < 200_000; i++) {
      observed[(int) (20 * distribution.applyAsDouble(numbers.getAsDouble()))]++;
    }
    double[] expected = new double[20];
    Arrays.fill(expected, 10_000);
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    assertTrue(p > 1e-6, () -> "p = " + p + " for " + Arrays.toString(observed));
  }

  @Test
  void distributions() {
    uniformAfter(x -> x, stream::nextDouble);
    uniformAfter(x -> x, stream::nextFloat);
    uniformAfter(x -> x / 20, () -> stream.nextBounded(20));
    uniformAfter(x -> x / 3e9 * 2, () -> stream.nextBounded(1_500_000_000));
    uniformAfter(x -> -StrictMath.expm1(-x), stream::nextExponential);
    uniformAfter(new NormalDistribution(0, 1)::cumulativeProbability, stream::nextNormal);
  }

  @Test
  void neighboursInEveryCoordinateAreIndependent() {
    int[] place = new int[1];
    uniformAfter(x -> x, () -> stream.seek(place[0]++, 5).nextDouble());
    uniformAfter(x -> x, () -> stream.seek(5, place[0]++).nextDouble());
    uniformAfter(x -> x, () -> new RandomStream(StreamKey.of(1, "s" + place[0]++)).nextDouble());
    uniformAfter(x -> x, () -> new RandomStream(StreamKey.of(place[0]++, "s")).nextDouble());
  }

  @Test
  void boundedDrawsSkipWhatWouldBeUnfair() {
    int n = 0x60000000;
    int draws = 0;
    for (int element = 0; element < 1000; element++) {
      stream.seek(element, 0).nextBounded(n);
      draws += (int) stream.position();
    }
    // 2^32 mod n is 2^30: each draw is skipped with probability 1/4, so the mean is 4/3.
    assertEquals(4.0 / 3, draws / 1000.0, 0.1);
    assertEquals(0, stream.nextBounded(1));
    assertThrows(IllegalArgumentException.class, () -> stream.nextBounded(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000, 3 << 29, Integer.MAX_VALUE})
  void fillsWithTheSameBoundedNumbers(int n) {
    RandomStream one = new RandomStream(3).seek(2, 0, 5);
    RandomStream all = new RandomStream(3).seek(2, 0, 5);
    int[] numbers = new int[203];
    all.fillBounded(numbers, 2, 201, n);
    for (int i = 2; i < 203; i++) {
      assertEquals(one.nextBounded(n), numbers[i]);
    }
    assertEquals(one.position(), all.position());
    assertEquals(one.nextInt(), all.nextInt());
  }
}
