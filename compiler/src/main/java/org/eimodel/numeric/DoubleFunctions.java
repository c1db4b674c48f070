package org.eimodel.numeric;

/// The elementary functions of the language in double precision: the names that generated code calls.
///
/// Every function is within one unit in the last place of the exact value over the whole range, and deterministic: the
/// same argument gives the same bits on every machine. Results below the smallest normal number are zero (with the sign
/// of the argument where the function is odd). Signed zeros, infinities and NaN come out as in [Math], whose functions
/// of the same names have the same domains.
public final class DoubleFunctions {
  private DoubleFunctions() {}

  /// {@return e^x}
  public static double exp(double x) {
    return DoubleExponentials.exp(x);
  }

  /// {@return e^x - 1, without cancellation near zero}
  public static double expm1(double x) {
    return DoubleExponentials.expm1(x);
  }

  /// {@return (e^x - 1) / x, and 1 at zero: the relative exponential of rate functions and of exponential integrators}
  public static double exprel(double x) {
    return DoubleExponentials.exprel(x);
  }

  /// {@return the natural logarithm; minus infinity at zero, NaN below}
  public static double log(double x) {
    return DoubleLogarithms.log(x);
  }

  /// {@return log(1 + x), without cancellation near zero}
  public static double log1p(double x) {
    return DoubleLogarithms.log1p(x);
  }

  /// {@return the hyperbolic sine}
  public static double sinh(double x) {
    return DoubleHyperbolics.sinh(x);
  }

  /// {@return the hyperbolic cosine}
  public static double cosh(double x) {
    return DoubleHyperbolics.cosh(x);
  }

  /// {@return the hyperbolic tangent}
  public static double tanh(double x) {
    return DoubleHyperbolics.tanh(x);
  }

  /// {@return the sine of an angle in radians}
  public static double sin(double x) {
    return DoubleTrigonometrics.sin(x);
  }

  /// {@return the cosine of an angle in radians}
  public static double cos(double x) {
    return DoubleTrigonometrics.cos(x);
  }

  /// {@return the tangent of an angle in radians}
  public static double tan(double x) {
    return DoubleTrigonometrics.tan(x);
  }

  /// Follows [Math#pow] in all its special cases.
  ///
  /// {@return x to the power y}
  public static double pow(double x, double y) {
    return DoublePower.pow(x, y);
  }

  /// The inverse of the standard normal distribution function; infinite at 0 and 1, NaN outside.
  ///
  /// {@return the number below which a standard normal variable falls with probability p}
  public static double normalQuantile(double p) {
    return NormalQuantile.of(p);
  }

  /// Writes the same of many numbers, which takes less time than one by one.
  ///
  /// *Shape*: numbers `p[0]` up to `p[count]`, results from `out[from]` on.
  ///
  /// @param p between 0 and 1, both excluded
  /// @param tails of length `count` at least, to work with
  public static void normalQuantile(double[] p, int count, double[] out, int from, int[] tails) {
    NormalQuantile.of(p, count, out, from, tails);
  }
}
