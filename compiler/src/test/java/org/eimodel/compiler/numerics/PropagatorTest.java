package org.eimodel.compiler.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Propagators against series in 60 digits, which need no scaling, and against closed forms.
class PropagatorTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final int TERMS = 400;

  @Test
  void agreesWithTheSeriesInSixtyDigits() {
    Random random = new Random(1);
    double worst = 0;
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(4);
      double[][] a = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) { // triangular, as synapses that feed a membrane
          a[i][j] = i == j ? -Math.pow(10, -2.5 + 3 * random.nextDouble()) : 4 * random.nextDouble() - 2;
        }
      }
      double h = Math.pow(2, random.nextInt(14) - 12);
      Propagator found = Propagator.of(a, h);
      BigDecimal[][][] expected = series(a, h);
      double scaleE = largest(expected[0]);
      double scaleF = largest(expected[1]);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          worst = Math.max(worst, Math.abs(found.increment(i, j) - expected[0][i][j].doubleValue()) / scaleE);
          worst = Math.max(worst, Math.abs(found.held(i, j) - expected[1][i][j].doubleValue()) / scaleF);
        }
      }
    }
    assertTrue(worst < 4e-15, "largest error relative to the largest element: " + worst);
  }

  /// Small elements keep their relative accuracy, or thin synapses would lose digits.
  @Test
  void aWeakCouplingIsAccurateRelativeToItself() {
    double tau = 10;
    double tauS = 2;
    double h = 0.1;
    double c = 1e-12;
    Propagator found = Propagator.of(new double[][] {{-1 / tau, c}, {0, -1 / tauS}}, h);
    // c (e^(-h/tauS) - e^(-h/tau)) / (1/tau - 1/tauS), Rotter & Diesmann 1999
    double expected = c * (Math.exp(-h / tauS) - Math.exp(-h / tau)) / (1 / tau - 1 / tauS);
    assertEquals(1, found.increment(0, 1) / expected, 1e-13);
  }

  @Test
  void aSingularMatrixIntegratesItsInput() {
    Propagator one = Propagator.of(new double[][] {{0}}, 0.25);
    assertEquals(0, one.increment(0, 0));
    assertEquals(0.25, one.held(0, 0));
    Propagator two = Propagator.of(new double[][] {{0, 1}, {0, 0}}, 0.5); // x' = y, y' = b
    assertEquals(0.5, two.increment(0, 1), 1e-16);
    assertEquals(0.125, two.held(0, 1), 1e-16);
  }

  @Test
  void equalTimeConstantsAreNoSpecialCase() {
    double tau = 5;
    double h = 0.1;
    Propagator found = Propagator.of(new double[][] {{-1 / tau, 1}, {0, -1 / tau}}, h);
    assertEquals(1, found.increment(0, 1) / (h * Math.exp(-h / tau)), 1e-14); // the alpha function
  }

  private static double largest(BigDecimal[][] matrix) {
    double largest = 0;
    for (BigDecimal[] row : matrix) {
      for (BigDecimal value : row) {
        largest = Math.max(largest, Math.abs(value.doubleValue()));
      }
    }
    return largest;
  }

  /// `e^(A h) - I` and `h phi1(A h)` as plain power series.
  private static BigDecimal[][][] series(double[][] a, double h) {
    int n = a.length;
    BigDecimal[][] z = new BigDecimal[n][n];
    BigDecimal[][] term = new BigDecimal[n][n];
    BigDecimal[][] e = new BigDecimal[n][n];
    BigDecimal[][] phi = new BigDecimal[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        z[i][j] = new BigDecimal(a[i][j]).multiply(new BigDecimal(h), DIGITS);
        term[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
        e[i][j] = BigDecimal.ZERO;
        phi[i][j] = term[i][j];
      }
    }
    for (int k = 1; k < TERMS; k++) {
      BigDecimal[][] next = new BigDecimal[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          BigDecimal sum = BigDecimal.ZERO;
          for (int m = 0; m < n; m++) {
            sum = sum.add(term[i][m].multiply(z[m][j], DIGITS), DIGITS);
          }
          next[i][j] = sum.divide(BigDecimal.valueOf(k), DIGITS);
        }
      }
      term = next;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          e[i][j] = e[i][j].add(term[i][j], DIGITS);
          phi[i][j] = phi[i][j].add(term[i][j].divide(BigDecimal.valueOf(k + 1L), DIGITS), DIGITS);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        phi[i][j] = phi[i][j].multiply(new BigDecimal(h), DIGITS);
      }
    }
    return new BigDecimal[][][] {e, phi};
  }
}
