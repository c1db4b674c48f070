package org.eimodel.numeric;

/// The elementary functions of the language in single precision: the names that generated code calls.
///
/// Every function is within one unit in the last place of the exact value over the whole range, and deterministic: the
/// same argument gives the same bits on every machine. Results below the smallest normal number are zero (with the sign
/// of the argument where the function is odd). Signed zeros, infinities and NaN come out as in [Math], whose functions
/// of the same names have the same domains.
public final class FloatFunctions {
  private FloatFunctions() {}

  /// {@return e^x}
  public static float exp(float x) {
    return FloatExponentials.exp(x);
  }

  /// {@return e^x - 1, without cancellation near zero}
  public static float expm1(float x) {
    return FloatExponentials.expm1(x);
  }

  /// {@return (e^x - 1) / x, and 1 at zero: the relative exponential of rate functions and of exponential integrators}
  public static float exprel(float x) {
    return FloatExponentials.exprel(x);
  }

  /// {@return the natural logarithm; minus infinity at zero, NaN below}
  public static float log(float x) {
    return FloatLogarithms.log(x);
  }

  /// {@return log(1 + x), without cancellation near zero}
  public static float log1p(float x) {
    return FloatLogarithms.log1p(x);
  }

  /// {@return the hyperbolic sine}
  public static float sinh(float x) {
    return FloatHyperbolics.sinh(x);
  }

  /// {@return the hyperbolic cosine}
  public static float cosh(float x) {
    return FloatHyperbolics.cosh(x);
  }

  /// {@return the hyperbolic tangent}
  public static float tanh(float x) {
    return FloatHyperbolics.tanh(x);
  }

  /// {@return the sine of an angle in radians}
  public static float sin(float x) {
    return FloatTrigonometrics.sin(x);
  }

  /// {@return the cosine of an angle in radians}
  public static float cos(float x) {
    return FloatTrigonometrics.cos(x);
  }

  /// {@return the tangent of an angle in radians}
  public static float tan(float x) {
    return FloatTrigonometrics.tan(x);
  }

  /// Follows [Math#pow] in all its special cases.
  ///
  /// {@return x to the power y}
  public static float pow(float x, float y) {
    return FloatPower.pow(x, y);
  }

  /// The inverse of the standard normal distribution function; infinite at 0 and 1, NaN outside.
  ///
  /// In double precision inside: near one half a float says little about its distance from it, and the tails need the
  /// logarithm in two numbers; one rounding at the end is simpler than either.
  ///
  /// {@return the number below which a standard normal variable falls with probability p}
  public static float normalQuantile(float p) {
    return (float) NormalQuantile.of(p);
  }
}
