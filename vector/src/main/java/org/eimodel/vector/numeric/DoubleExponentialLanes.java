package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.DoubleLanes.fma;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `DoubleExponentials`: the same operations in the same order.
final class DoubleExponentialLanes {
  static final double LOG2_E = 0x1.71547652b82fep+0;
  static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /// Adding it rounds to an integer that stands, in two's complement, in the low bits of the sum.
  static final double ROUND = 0x1.8p52;

  /// Below it `e^x` is no normal number; above it `e^x` is no finite one.
  private static final double EXP_LOWEST = -0x1.6232bdd7abcd2p9;

  private static final double EXP_HIGHEST = 0x1.62e42fefa39efp9;

  private DoubleExponentialLanes() {}

  /// {@return `(e^r - 1 - r - r^2 / 2) / r^3` for `|r| <= ln 2 / 2`}
  static DoubleVector tail(DoubleVector r) {
    DoubleVector r2 = r.mul(r);
    DoubleVector r4 = r2.mul(r2);
    DoubleVector a = fma(0x1.555555555555ap-5, r, 0x1.5555555555559p-3);
    DoubleVector b = fma(0x1.6c16c16c1464ap-10, r, 0x1.111111110f76ep-7);
    DoubleVector c = fma(0x1.a01a01b02033dp-16, r, 0x1.a01a01afa090cp-13);
    DoubleVector d = fma(0x1.27e4c6e092698p-22, r, 0x1.71ddf8f224c53p-19);
    DoubleVector e = fma(0x1.1f9376befb767p-29, r, 0x1.af5dbe9ebdc7bp-26);
    return fma(fma(e, r4, fma(d, r2, c)), r4, fma(b, r2, a));
  }

  /// {@return `e^(r + c) - 1 - r`, with the rounding of `r` and `r^2` made good}
  static DoubleVector beyondLinear(DoubleVector r, DoubleVector c) {
    DoubleVector r2 = r.mul(r);
    DoubleVector quadratic = fma(0.5, r2, fma(0.5, fma(r, r, r2.neg()), fma(c, r, c)));
    return fma(r.mul(r2), tail(r), quadratic);
  }

  static DoubleVector exp(DoubleVector x) {
    DoubleVector t = fma(x, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, x);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector p = r.add(fma(r.mul(r), fma(r, tail(r), 0.5), c)).add(1);
    DoubleVector y = bits(p).add(bits(t).lanewise(LSHL, 52)).reinterpretAsDoubles();
    y = y.blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_HIGHEST));
    y = y.blend(0.0, x.compare(LT, EXP_LOWEST));
    return y.blend(x, x.compare(NE, x));
  }

  static DoubleVector expm1(DoubleVector x) {
    DoubleVector t = fma(x, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, x);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector e = beyondLinear(r, c);
    // Half of everything, so that 2^(n-1) is finite wherever the result is.
    DoubleVector half = bits(t).add(1022).lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector a = half.sub(0.5);
    DoubleVector b = half.mul(r);
    DoubleVector sum = a.add(b);
    DoubleVector rest = fma(half, e, b.sub(sum.sub(a)).add(half.sub(a).sub(0.5)));
    DoubleVector y = sum.add(rest).mul(2);
    y = y.blend(x, x.abs().compare(LT, 0x1p-54));
    y = y.blend(x.mul(0), x.abs().compare(LT, Double.MIN_NORMAL));
    y = y.blend(-1.0, x.compare(LT, -40.0));
    return y.blend(Double.POSITIVE_INFINITY, x.compare(GT, EXP_HIGHEST));
  }

  private static DoubleVector power(DoubleVector t, int bias) {
    return bits(t).add(bias).lanewise(LSHL, 52).reinterpretAsDoubles();
  }

  static DoubleVector exprel(DoubleVector x) {
    // e^-50 is nothing beside 1, and above 720 the result overflows for certain.
    DoubleVector bounded = x.blend(-50.0, x.compare(LT, -50.0));
    bounded = bounded.blend(720.0, bounded.compare(GT, 720.0));
    DoubleVector t = fma(bounded, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, bounded);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector e = beyondLinear(r, c);
    // e^x overflows before its quotient by x does: positive arguments work on 2^-20 of everything.
    VectorMask<Double> positive = x.compare(GT, 0.0);
    DoubleVector unit = all(x, 1.0).blend(0x1p-20, positive);
    DoubleVector back = all(x, 1.0).blend(0x1p20, positive);
    DoubleVector scale = power(t, 1023).blend(power(t, 1003), positive);
    DoubleVector a = scale.sub(unit);
    DoubleVector b = scale.mul(r);
    DoubleVector sum = a.add(b);
    DoubleVector rest = fma(scale, e, b.sub(sum.sub(a)).add(scale.sub(a).sub(unit)));
    DoubleVector numerator = sum.add(rest);
    DoubleVector numeratorLow = rest.sub(numerator.sub(sum));
    DoubleVector inverse = all(x, 1).div(x);
    DoubleVector q = numerator.mul(inverse);
    DoubleVector y = back.mul(fma(fma(q.neg(), x, numerator).add(numeratorLow), inverse, q));
    y = y.blend(1.0, x.abs().compare(LT, 0x1p-54));
    y = y.blend(0.0, x.compare(LT, -0x1p1022));
    return y.blend(Double.POSITIVE_INFINITY, x.compare(GT, 720.0));
  }
}
