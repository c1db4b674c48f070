package org.eimodel.vector.numeric;

import java.util.Arrays;
import java.util.Random;

/// Arguments on which functions are compared: nothing is said about their distribution but that every kind occurs.
final class Samples {
  private Samples() {}

  /// {@return zeros, infinities, NaN, the ends of the ranges and of the normal numbers, small whole numbers and halves}
  static double[] specialDoubles() {
    double[] positive = {
      0,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NaN,
      1,
      2,
      3,
      4,
      5,
      8,
      10,
      20,
      22,
      30,
      40,
      50,
      64,
      88,
      96,
      100,
      709,
      710.5,
      720,
      745,
      800,
      1024,
      0.25,
      0.4,
      0.5,
      0.75,
      0.9,
      1.5,
      2.5,
      0x1p16,
      0x1p23,
      0x1p24,
      0x1p30,
      1e9,
      1e30
    };
    double[] all = new double[2 * 3 * positive.length];
    int at = 0;
    for (double x : positive) {
      for (double near : new double[] {Math.nextDown(x), x, Math.nextUp(x)}) {
        all[at++] = near;
        all[at++] = -near;
      }
    }
    return all;
  }

  /// {@return the special values, and what lies within three steps of every power of two and of three halves of it}
  static double[] nearDoubles() {
    double[] special = specialDoubles();
    double[] all = Arrays.copyOf(special, special.length + 2047 * 2 * 2 * 7);
    int at = special.length;
    for (long exponent = 0; exponent < 2047; exponent++) {
      for (int half = 0; half < 2; half++) {
        for (int step = -3; step <= 3; step++) {
          long bits = (exponent << 52) + ((long) half << 51) + step;
          all[at++] = Double.longBitsToDouble(bits);
          all[at++] = -Double.longBitsToDouble(bits);
        }
      }
    }
    return all;
  }

  /// {@return drawn bit patterns: every exponent is as likely as any other}
  static double[] drawnDoubles(int count, long seed) {
    Random random = new Random(seed);
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = Double.longBitsToDouble(random.nextLong());
    }
    return x;
  }

  /// {@return numbers of ordinary size: up to a thousand, a hundred, ten, one}
  static double[] moderateDoubles(int count, long seed) {
    Random random = new Random(seed);
    double[] x = new double[count];
    double size = 1000;
    for (int i = 0; i < count; i++) {
      x[i] = size * (2 * random.nextDouble() - 1);
      size = size > 0.5 ? size / 10 : 1000;
    }
    return x;
  }

  /// {@return zeros, infinities, NaN, the ends of the ranges and of the normal numbers, small whole numbers and halves}
  static float[] specialFloats() {
    float[] positive = {
      0,
      Float.MIN_VALUE,
      Float.MIN_NORMAL,
      Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NaN,
      1,
      2,
      3,
      4,
      5,
      8,
      10,
      20,
      22,
      30,
      40,
      50,
      64,
      88,
      96,
      100,
      709,
      710.5f,
      720,
      745,
      800,
      1024,
      0.25f,
      0.4f,
      0.5f,
      0.75f,
      0.9f,
      1.5f,
      2.5f,
      0x1p16f,
      0x1p23f,
      0x1p24f,
      0x1p30f,
      1e9f,
      1e30f
    };
    float[] all = new float[2 * 3 * positive.length];
    int at = 0;
    for (float x : positive) {
      for (float near : new float[] {Math.nextDown(x), x, Math.nextUp(x)}) {
        all[at++] = near;
        all[at++] = -near;
      }
    }
    return all;
  }

  /// {@return the special values, and what lies within three steps of every power of two and of three halves of it}
  static float[] nearFloats() {
    float[] special = specialFloats();
    float[] all = Arrays.copyOf(special, special.length + 255 * 2 * 2 * 7);
    int at = special.length;
    for (int exponent = 0; exponent < 255; exponent++) {
      for (int half = 0; half < 2; half++) {
        for (int step = -3; step <= 3; step++) {
          int bits = (exponent << 23) + ((int) half << 22) + step;
          all[at++] = Float.intBitsToFloat(bits);
          all[at++] = -Float.intBitsToFloat(bits);
        }
      }
    }
    return all;
  }

  /// {@return drawn bit patterns: every exponent is as likely as any other}
  static float[] drawnFloats(int count, long seed) {
    Random random = new Random(seed);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = Float.intBitsToFloat(random.nextInt());
    }
    return x;
  }

  /// {@return numbers of ordinary size: up to a thousand, a hundred, ten, one}
  static float[] moderateFloats(int count, long seed) {
    Random random = new Random(seed);
    float[] x = new float[count];
    float size = 1000;
    for (int i = 0; i < count; i++) {
      x[i] = size * (2 * random.nextFloat() - 1);
      size = size > 0.5f ? size / 10 : 1000;
    }
    return x;
  }
}
