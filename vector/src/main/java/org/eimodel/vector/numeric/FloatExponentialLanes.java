package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.FloatLanes.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `FloatExponentials`: the same operations in the same order.
final class FloatExponentialLanes {
  static final float LOG2_E = 0x1.715476p+0f;
  static final float LN2_HIGH = 0x1.62e43p-1f;
  static final float LN2_LOW = -0x1.05c61p-29f;

  /// Adding it rounds to an integer that stands, in two's complement, in the low bits of the sum.
  static final float ROUND = 0x1.8p23f;

  /// The smallest argument whose `e^x` is a normal number, and the largest whose `e^x` is finite.
  private static final float EXP_LOWEST = -0x1.5d589ep6f;

  private static final float EXP_HIGHEST = 0x1.62e42ep6f;

  private FloatExponentialLanes() {}

  /// {@return `(e^r - 1 - r - r^2 / 2) / r^3` for `|r| <= ln 2 / 2`}
  static FloatVector tail(FloatVector r) {
    FloatVector r2 = r.mul(r);
    FloatVector a = fma(0x1.5554b2p-5f, r, 0x1.555556p-3f);
    FloatVector b = fma(0x1.6d7204p-10f, r, 0x1.111092p-7f);
    return fma(fma(0x1.a19f6cp-13f, r2, b), r2, a);
  }

  /// {@return `e^(r + c) - 1 - r`, with the rounding of `r` and `r^2` made good}
  static FloatVector beyondLinear(FloatVector r, FloatVector c) {
    FloatVector r2 = r.mul(r);
    FloatVector quadratic = fma(0.5f, r2, fma(0.5f, fma(r, r, r2.neg()), fma(c, r, c)));
    return fma(r.mul(r2), tail(r), quadratic);
  }

  static FloatVector exp(FloatVector x) {
    FloatVector t = fma(x, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, x);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector p = r.add(fma(r.mul(r), fma(r, tail(r), 0.5f), c)).add(1);
    FloatVector y = bits(p).add(bits(t).lanewise(LSHL, 23)).reinterpretAsFloats();
    y = y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_HIGHEST));
    y = y.blend(0f, x.compare(LT, EXP_LOWEST));
    return y.blend(x, x.compare(NE, x));
  }

  static FloatVector expm1(FloatVector x) {
    FloatVector t = fma(x, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, x);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector e = beyondLinear(r, c);
    FloatVector half = bits(t).add(126).lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector a = half.sub(0.5f);
    FloatVector b = half.mul(r);
    FloatVector sum = a.add(b);
    FloatVector rest = fma(half, e, b.sub(sum.sub(a)).add(half.sub(a).sub(0.5f)));
    FloatVector y = sum.add(rest).mul(2);
    y = y.blend(x, x.abs().compare(LT, 0x1p-25f));
    y = y.blend(x.mul(0), x.abs().compare(LT, Float.MIN_NORMAL));
    y = y.blend(-1f, x.compare(LT, -20f));
    return y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_HIGHEST));
  }

  private static FloatVector power(FloatVector t, int bias) {
    return bits(t).add(bias).lanewise(LSHL, 23).reinterpretAsFloats();
  }

  static FloatVector exprel(FloatVector x) {
    FloatVector bounded = x.blend(-30f, x.compare(LT, -30f));
    bounded = bounded.blend(96f, bounded.compare(GT, 96f));
    FloatVector t = fma(bounded, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, bounded);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector e = beyondLinear(r, c);
    VectorMask<Float> positive = x.compare(GT, 0f);
    FloatVector unit = all(x, 1f).blend(0x1p-16f, positive);
    FloatVector back = all(x, 1f).blend(0x1p16f, positive);
    FloatVector scale = power(t, 127).blend(power(t, 111), positive);
    FloatVector a = scale.sub(unit);
    FloatVector b = scale.mul(r);
    FloatVector sum = a.add(b);
    FloatVector rest = fma(scale, e, b.sub(sum.sub(a)).add(scale.sub(a).sub(unit)));
    FloatVector numerator = sum.add(rest);
    FloatVector numeratorLow = rest.sub(numerator.sub(sum));
    FloatVector inverse = all(x, 1).div(x);
    FloatVector q = numerator.mul(inverse);
    FloatVector y = back.mul(fma(fma(q.neg(), x, numerator).add(numeratorLow), inverse, q));
    y = y.blend(1f, x.abs().compare(LT, 0x1p-25f));
    y = y.blend(0f, x.compare(LT, -0x1p126f));
    return y.blend(Float.POSITIVE_INFINITY, x.compare(GT, 96f));
  }
}
