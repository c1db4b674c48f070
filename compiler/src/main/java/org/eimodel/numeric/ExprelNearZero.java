package org.eimodel.numeric;

/// The numbers of `exprel` near zero: `exprel(x) = 1 + x / 2 + x^2 (TERM_0 + TERM_1 x + ...)` where `|x| <= LARGEST`.
///
/// The argument of exponential Euler is `-dt / tau`, so here nearly always: no division, and few terms. All forms of the
/// function share them: of one number, of arrays in lanes, written out in a kernel. Every form computes, in this order,
///
/// ```
/// double:  x2 = x x,  x4 = x2 x2
///          high = (10 x2 + (9 x + 8)) x4 + ((7 x + 6) x2 + (5 x + 4))
///          rest = high x4 + ((3 x + 2) x2 + (1 x + 0))
/// float:   rest = ((5 x + 4) x2 + (3 x + 2)) x2 + (1 x + 0)
///          y = (rest x + 1/2) x + 1
/// ```
///
/// with fused multiply-adds, where digits stand for the terms: what is added last must be rounded least.
///
/// *Source*: our own minimax fits (Lawson's iteration in 240-bit arithmetic, weighted for the relative error), 2^-56 and 2^-28
/// before rounding.
public final class ExprelNearZero {
  public static final double LARGEST = 0.625;

  public static final double DOUBLE_0 = 0x1.555555555555cp-3;
  public static final double DOUBLE_1 = 0x1.55555555557cbp-5;
  public static final double DOUBLE_2 = 0x1.11111111101cdp-7;
  public static final double DOUBLE_3 = 0x1.6c16c16b83a50p-10;
  public static final double DOUBLE_4 = 0x1.a01a01a2eb995p-13;
  public static final double DOUBLE_5 = 0x1.a01a031e69d9ep-16;
  public static final double DOUBLE_6 = 0x1.71de36f3185c1p-19;
  public static final double DOUBLE_7 = 0x1.27e339c5b3f47p-22;
  public static final double DOUBLE_8 = 0x1.ae677a62569a3p-26;
  public static final double DOUBLE_9 = 0x1.20d85cb1758bep-29;
  public static final double DOUBLE_10 = 0x1.60f7616dbfcf1p-33;

  public static final float FLOAT_0 = 0x1.555558p-3f;
  public static final float FLOAT_1 = 0x1.55554ep-5f;
  public static final float FLOAT_2 = 0x1.110d58p-7f;
  public static final float FLOAT_3 = 0x1.6c1b06p-10f;
  public static final float FLOAT_4 = 0x1.a45be8p-13f;
  public static final float FLOAT_5 = 0x1.a071aep-16f;

  private ExprelNearZero() {}

  static double of(double x) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double a = Math.fma(DOUBLE_1, x, DOUBLE_0);
    double b = Math.fma(DOUBLE_3, x, DOUBLE_2);
    double c = Math.fma(DOUBLE_5, x, DOUBLE_4);
    double d = Math.fma(DOUBLE_7, x, DOUBLE_6);
    double e = Math.fma(DOUBLE_10, x2, Math.fma(DOUBLE_9, x, DOUBLE_8));
    double high = Math.fma(e, x4, Math.fma(d, x2, c));
    double rest = Math.fma(high, x4, Math.fma(b, x2, a));
    return Math.fma(Math.fma(rest, x, 0.5), x, 1);
  }

  static float of(float x) {
    float x2 = x * x;
    float a = Math.fma(FLOAT_1, x, FLOAT_0);
    float b = Math.fma(FLOAT_3, x, FLOAT_2);
    float c = Math.fma(FLOAT_5, x, FLOAT_4);
    float rest = Math.fma(Math.fma(c, x2, b), x2, a);
    return Math.fma(Math.fma(rest, x, 0.5f), x, 1);
  }
}
