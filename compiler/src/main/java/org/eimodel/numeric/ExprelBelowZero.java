package org.eimodel.numeric;

/// The numbers of `exprel` just below zero: `exprel(x) = 1 + x / 2 + x^2 (TERM_0 + TERM_1 x + ...)` for `LOWEST <= x <= 0`.
///
/// The argument of exponential Euler is `-dt / tau`, so here nearly always, where few terms do. All forms of the function
/// share them: of one number, of arrays in lanes, written out in a kernel. Every form computes, in this order,
///
/// ```
/// double:  x2 = x x,  x4 = x2 x2
///          rest = ((8 x2 + (7 x + 6)) x2 + (5 x + 4)) x4 + ((3 x + 2) x2 + (1 x + 0))
/// float:   rest = (3 x + 2) x2 + (1 x + 0)
///          y = (rest x + 1/2) x + 1
/// ```
///
/// with fused multiply-adds, where digits stand for the terms.
///
/// *Source*: our own minimax fits (Remez exchange in 240-bit arithmetic, weighted for the relative error), 2^-57.0 and 2^-26.7
/// before rounding.
public final class ExprelBelowZero {
  public static final double LOWEST = -0.625;

  public static final double DOUBLE_0 = 0x1.55555555550acp-3;
  public static final double DOUBLE_1 = 0x1.5555555524ab8p-5;
  public static final double DOUBLE_2 = 0x1.11111104a87fbp-7;
  public static final double DOUBLE_3 = 0x1.6c16be1367cb2p-10;
  public static final double DOUBLE_4 = 0x1.a0197823ba4c7p-13;
  public static final double DOUBLE_5 = 0x1.a00c2d6db1cf0p-16;
  public static final double DOUBLE_6 = 0x1.70fc2b9faa19ap-19;
  public static final double DOUBLE_7 = 0x1.1ef0d84e00d6ap-22;
  public static final double DOUBLE_8 = 0x1.46015aec0bc38p-26;

  public static final float FLOAT_0 = 0x1.55535cp-3f;
  public static final float FLOAT_1 = 0x1.54fa9p-5f;
  public static final float FLOAT_2 = 0x1.0b6362p-7f;
  public static final float FLOAT_3 = 0x1.1e4b2cp-10f;

  private ExprelBelowZero() {}

  static double of(double x) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double a = Math.fma(DOUBLE_1, x, DOUBLE_0);
    double b = Math.fma(DOUBLE_3, x, DOUBLE_2);
    double c = Math.fma(DOUBLE_5, x, DOUBLE_4);
    double d = Math.fma(DOUBLE_8, x2, Math.fma(DOUBLE_7, x, DOUBLE_6));
    double rest = Math.fma(Math.fma(d, x2, c), x4, Math.fma(b, x2, a));
    return Math.fma(Math.fma(rest, x, 0.5), x, 1);
  }

  static float of(float x) {
    float a = Math.fma(FLOAT_1, x, FLOAT_0);
    float b = Math.fma(FLOAT_3, x, FLOAT_2);
    float rest = Math.fma(b, x * x, a);
    return Math.fma(Math.fma(rest, x, 0.5f), x, 1);
  }
}
