package org.eimodel.compiler.numerics;

import org.eimodel.numeric.DoubleFunctions;

/// `e^(A h) - I` and `h phi1(A h)`, without cancellation and also for singular A.
///
/// One state uses `expm1` and `exprel`. More use scaling and squaring of phi1: with B = A h / 2^s small,
/// phi1(B) = I + B/2! + B^2/3! + ..., e^B - I = B phi1(B), and doubling s times by
/// e^(2B) - I = E (E + 2 I) and phi1(2B) = phi1(B) (E + 2 I) / 2. No step subtracts numbers that are close.
///
/// *Shape*: square, row by row. *Units*: `A h` is a plain number; `h phi1` is in ms.
///
/// *Source*: Higham 2008, Functions of Matrices, chapter 10.
public final class Propagator {
  private static final int TERMS = 20;

  private final double[][] increment;
  private final double[][] held;

  private Propagator(double[][] increment, double[][] held) {
    this.increment = increment;
    this.held = held;
  }

  /// {@return the propagator of a matrix over h ms}
  public static Propagator of(double[][] matrix, double h) {
    int n = matrix.length;
    if (n == 1) {
      double z = matrix[0][0] * h;
      return new Propagator(
          new double[][] {{DoubleFunctions.expm1(z)}}, new double[][] {{h * DoubleFunctions.exprel(z)}});
    }
    double norm = 0;
    for (double[] row : matrix) {
      double sum = 0;
      for (double value : row) {
        sum += Math.abs(value * h);
      }
      norm = Math.max(norm, sum);
    }
    int squarings = 0;
    double scale = 1;
    while (norm * scale > 0.5 && squarings < 1000) {
      scale *= 0.5;
      squarings++;
    }
    double[][] b = scaled(matrix, h * scale);
    double[][] phi = phi1(b);
    double[][] e = product(b, phi);
    for (int s = 0; s < squarings; s++) {
      double[][] twoMore = plusIdentity(e, 2);
      phi = scaled(product(phi, twoMore), 0.5);
      e = product(e, twoMore);
    }
    return new Propagator(e, scaled(phi, h));
  }

  /// {@return an element of `e^(A h) - I`}
  public double increment(int row, int column) {
    return increment[row][column];
  }

  /// {@return an element of `h phi1(A h)`}
  public double held(int row, int column) {
    return held[row][column];
  }

  /// The Taylor series by Horner's rule: I + B/2 (I + B/3 (I + ...)).
  private static double[][] phi1(double[][] b) {
    double[][] sum = plusIdentity(new double[b.length][b.length], 1);
    for (int k = TERMS; k >= 2; k--) {
      sum = plusIdentity(scaled(product(b, sum), 1.0 / k), 1);
    }
    return sum;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum = Math.fma(a[i][k], b[k][j], sum);
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  private static double[][] scaled(double[][] a, double factor) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        c[i][j] = a[i][j] * factor;
      }
    }
    return c;
  }

  private static double[][] plusIdentity(double[][] a, double factor) {
    double[][] c = scaled(a, 1);
    for (int i = 0; i < a.length; i++) {
      c[i][i] += factor;
    }
    return c;
  }
}
