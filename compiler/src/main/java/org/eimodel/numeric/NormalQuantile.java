package org.eimodel.numeric;

/// The inverse of the standard normal distribution function, in double precision.
///
/// Near the middle, with q = p - 1/2, the quantile is `q (sqrt(2 pi) + sqrt(2 pi) pi / 3 q^2 + q^4 S)`. In the tails, with
/// r = sqrt(-log p), it is `-(sqrt 2 r + B + d T)` where d is the distance of r from where B is exact. S and T are
/// quotients of polynomials of degree 7. The terms that decide the last bit - the first two of the middle, the logarithm,
/// its root, B - are carried as two numbers each.
///
/// *Source*: the division into a middle and two tails is that of M. J. Wichura, "Algorithm AS 241: the percentage points
/// of the normal distribution", Applied Statistics 37 (1988); forms and coefficients are our own Remez fits (2^-56.8 of
/// the result).
final class NormalQuantile {
  private static final double MIDDLE = 0.4;

  /// S is a function of this less q^2, so that no coefficient is negative.
  private static final double BEYOND_MIDDLE_SQUARED = 0.180625;

  private static final double ROOT_2_PI = 0x1.40d931ff62706p+1;
  private static final double ROOT_2_PI_LOW = -0x1.a6a0d6f814637p-53;

  /// sqrt(2 pi) pi / 3, the coefficient of q^3.
  private static final double CUBIC = 0x1.4ffddeaa22dc8p+1;

  private static final double CUBIC_LOW = 0x1.18f3086ac164bp-53;

  private static final double ROOT_2 = 0x1.6a09e667f3bcdp+0;
  private static final double ROOT_2_LOW = -0x1.bdd3413b26456p-54;

  /// Roots of -log p at which the two tails are exact.
  private static final double NEAR = 1.5;

  private static final double FAR = 5;

  private NormalQuantile() {}

  static double of(double p) {
    double q = p - 0.5;
    double y = Math.abs(q) <= MIDDLE ? middle(p, q) : tail(p, q);
    y = p == 0 ? Double.NEGATIVE_INFINITY : y;
    y = p == 1 ? Double.POSITIVE_INFINITY : y;
    return p >= 0 && p <= 1 ? y : Double.NaN;
  }

  /// Gives the quantiles of many numbers between 0 and 1, both excluded: first as if all were in the middle, then of those that
  /// are not. Which one a random number is, no processor foresees.
  static void of(double[] p, int count, double[] out, int from, int[] tails) {
    int outside = 0;
    for (int j = 0; j < count; j++) {
      double q = p[j] - 0.5;
      out[from + j] = middle(p[j], q);
      tails[outside] = j;
      outside += Math.abs(q) <= MIDDLE ? 0 : 1;
    }
    for (int k = 0; k < outside; k++) {
      int j = tails[k];
      out[from + j] = tail(p[j], p[j] - 0.5);
    }
  }

  private static double middle(double p, double q) {
    double qLow = p - (q + 0.5);
    double u = q * q;
    double v = BEYOND_MIDDLE_SQUARED - u;
    double v2 = v * v;
    double top = Math.fma(0x1.e4da8cd9aa7efp+16, v2, 0x1.5e7c1aec19f2dp+17);
    top = Math.fma(top, v2, 0x1.d087509ec43f6p+12);
    top = Math.fma(top, v2, 0x1.8e9601fa878bcp+3);
    double topOdd = Math.fma(0x1.60bdcb9c8803cp+8, v2, 0x1.03543b78d2c5ep+18);
    topOdd = Math.fma(topOdd, v2, 0x1.9b6ddc402672cp+15);
    topOdd = Math.fma(topOdd, v2, 0x1.eef5f350347f9p+8);
    top = Math.fma(topOdd, v, top);
    double bottom = Math.fma(0x1.e64654a606cffp+16, v2, 0x1.42aae2c63ad07p+15);
    bottom = Math.fma(bottom, v2, 0x1.b8f6ec26665d3p+9);
    bottom = Math.fma(bottom, v2, 1);
    double bottomOdd = Math.fma(0x1.7a0bf26084bb7p+15, v2, 0x1.9e5a5647fb05cp+16);
    bottomOdd = Math.fma(bottomOdd, v2, 0x1.02cd779fcf6d4p+13);
    bottomOdd = Math.fma(bottomOdd, v2, 0x1.7a084891cb674p+5);
    bottom = Math.fma(bottomOdd, v, bottom);
    double bent = CUBIC * u;
    double bentLow = Math.fma(CUBIC, u, -bent) + Math.fma(CUBIC, Math.fma(q, q, -u), CUBIC_LOW * u);
    double rest = Math.fma(u * u, top / bottom, bentLow + ROOT_2_PI_LOW);
    double sum = bent + rest;
    double slope = ROOT_2_PI + sum;
    double slopeLow = (sum - (slope - ROOT_2_PI)) + (rest - (sum - bent));
    double y = q * slope;
    // What p - 1/2 lost counts with the derivative, sqrt(2 pi) e^(y^2 / 2), to two digits.
    double h = 0.5 * y * y;
    double series = Math.fma(h, Math.fma(h, 0x1.555p-5, 0x1.555p-3), 0.5);
    double derivative = ROOT_2_PI * Math.fma(h, Math.fma(h, series, 1), 1);
    return y + Math.fma(derivative, qLow, Math.fma(q, slopeLow, Math.fma(q, slope, -y)));
  }

  private static double tail(double p, double q) {
    double outer = q < 0 ? p : 1 - p;
    boolean subnormal = outer < Double.MIN_NORMAL;
    long split = DoubleLogarithms.split(subnormal ? outer * 0x1p54 : outer);
    double k = DoubleLogarithms.exponent(split) - (subnormal ? 54 : 0);
    double f = DoubleLogarithms.mantissa(split) - 1;
    double large = DoubleLogarithms.large(k, f);
    double small = DoubleLogarithms.small(k, f, 0);
    double minusLog = -(large + small);
    double minusLogLow = -(small - (-minusLog - large));
    double r = Math.sqrt(minusLog);
    double rLow = (Math.fma(-r, r, minusLog) + minusLogLow) / (2 * r);
    boolean far = r > FAR;
    double d = r - (far ? FAR : NEAR);
    double base = far ? -0x1.a7143ee025997p-2 : -0x1.bd69bf5d0e935p-1;
    double baseLow = far ? 0x1.b8b060ec5eb57p-57 : 0x1.6e830182c5fd7p-55;
    double d2 = d * d;
    double top =
        Math.fma(
            far ? 0x1.cb118865e7919p-32 : 0x1.35293369ebc2ap-15,
            d2,
            far ? 0x1.43a0b90af56bep-17 : 0x1.26f1cb6618696p-6);
    top = Math.fma(top, d2, far ? 0x1.1283fbbbde4cdp-8 : 0x1.5f3e1532b3a30p-2);
    top = Math.fma(top, d2, far ? 0x1.ca4eab457694fp-5 : 0x1.479daa67f6f4cp-2);
    double topOdd =
        Math.fma(
            far ? 0x1.033ec6d9f6fa9p-51 : 0x1.560b5a2c000b8p-29,
            d2,
            far ? 0x1.03bc010cc1754p-23 : 0x1.7533c708a3ea3p-10);
    topOdd = Math.fma(topOdd, d2, far ? 0x1.3c95fbc911357p-12 : 0x1.bb6ecb4b9aa7ap-4);
    topOdd = Math.fma(topOdd, d2, far ? 0x1.a3b75eaada7dcp-6 : 0x1.127a2f8e526dap-1);
    top = Math.fma(topOdd, d, top);
    double bottom =
        Math.fma(
            far ? 0x1.48fbd92670358p-22 : 0x1.e20f97032a5c7p-10,
            d2,
            far ? 0x1.f5442b1b056fcp-11 : 0x1.90a5314116060p-3);
    bottom = Math.fma(bottom, d2, far ? 0x1.283765f36d903p-3 : 0x1.cbfca90a96f20p+0);
    bottom = Math.fma(bottom, d2, 1);
    double bottomOdd =
        Math.fma(
            far ? 0x1.1686897f8798cp-30 : 0x1.676fe2dc797e3p-15,
            d2,
            far ? 0x1.bdb0fa0441163p-16 : 0x1.ba8c584059d0ap-6);
    bottomOdd = Math.fma(bottomOdd, d2, far ? 0x1.0f187826eb5fbp-6 : 0x1.94fc6f211e7bcp-1);
    bottomOdd = Math.fma(bottomOdd, d2, far ? 0x1.39f547da32f2ap-1 : 0x1.0f1cfd5177285p+1);
    bottom = Math.fma(bottomOdd, d, bottom);
    double straight = ROOT_2 * r;
    double straightLow = Math.fma(ROOT_2, r, -straight) + Math.fma(ROOT_2, rLow, ROOT_2_LOW * r);
    double sum = straight + base;
    double sumLow = (base - (sum - straight)) + (straightLow + baseLow);
    double y = sum + Math.fma(d, top / bottom, sumLow);
    return q < 0 ? -y : y;
  }
}
