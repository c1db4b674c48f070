package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.ROUND;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.DoubleLanes.fma;
import static org.eimodel.vector.numeric.DoubleLanes.mask;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `DoubleTrigonometrics`: the same operations in the same order.
final class DoubleTrigonometricLanes {
  private static final double TWO_BY_PI = 0x1.45f306dc9c883p-1;
  static final double HALF_PI_1 = 0x1.921fb54442d18p+0;
  static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  /// Up to here three parts of pi / 2 reduce an angle so that its own last place is the only error.
  private static final double LARGE = 0x1p30;

  private DoubleTrigonometricLanes() {}

  private static DoubleVector angle(DoubleVector x, DoubleVector n) {
    return fma(n, -HALF_PI_1, x).sub(n.mul(HALF_PI_2));
  }

  /// {@return what rounding took from [#angle], and the third part}
  private static DoubleVector angleLow(DoubleVector x, DoubleVector n, DoubleVector r) {
    DoubleVector exact = fma(n, -HALF_PI_1, x);
    DoubleVector product = n.mul(HALF_PI_2);
    DoubleVector moved = r.sub(exact);
    DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
    return fma(n, -HALF_PI_3, error.sub(fma(n, HALF_PI_2, product.neg())));
  }

  /// {@return `(sin r - r) / r^3` for z = r^2}
  private static DoubleVector sinTail(DoubleVector z) {
    DoubleVector z2 = z.mul(z);
    DoubleVector a = fma(0x1.111111111110bp-7, z, -0x1.5555555555555p-3);
    DoubleVector b = fma(0x1.71de3a5339306p-19, z, -0x1.a01a01a018ae1p-13);
    DoubleVector c = fma(0x1.6120925ea4952p-33, z, -0x1.ae645297d6cbep-26);
    c = fma(-0x1.aaa514923a981p-41, z2, c);
    return fma(fma(c, z2, b), z2, a);
  }

  /// {@return `(cos r - 1 + r^2 / 2) / r^4` for z = r^2}
  private static DoubleVector cosTail(DoubleVector z) {
    DoubleVector z2 = z.mul(z);
    DoubleVector a = fma(-0x1.6c16c16c15177p-10, z, 0x1.555555555554cp-5);
    DoubleVector b = fma(-0x1.27e4f8095649fp-22, z, 0x1.a01a019cb1003p-16);
    DoubleVector c = fma(-0x1.8fae5c9712b25p-37, z, 0x1.1ee9eb7656bc9p-29);
    return fma(fma(c, z2, b), z2, a);
  }

  /// {@return `sin(r + low) - r`}
  static DoubleVector sinRest(DoubleVector r, DoubleVector low) {
    DoubleVector z = r.mul(r);
    return fma(z.mul(r), sinTail(z), fma(z.mul(-0.5), low, low));
  }

  /// {@return `cos(r + low)` less the rounded value of `1 - r^2 / 2`}
  static DoubleVector cosRest(DoubleVector r, DoubleVector low) {
    DoubleVector z = r.mul(r);
    DoubleVector half = z.mul(0.5);
    DoubleVector main = all(half, 1).sub(half);
    DoubleVector lost = fma(r.neg(), low, fma(r, r, z.neg()).mul(-0.5));
    return all(main, 1).sub(main).sub(half).add(fma(z.mul(z), cosTail(z), lost));
  }

  /// {@return the sine of the quarter turns plus r + low}
  static DoubleVector turned(DoubleVector r, DoubleVector low, LongVector quarter) {
    DoubleVector sine = r.add(sinRest(r, low));
    DoubleVector cosine = all(r, 1).sub(r.mul(r).mul(0.5)).add(cosRest(r, low));
    DoubleVector y = sine.blend(cosine, mask(quarter.and(1), r));
    return y.blend(y.neg(), mask(quarter.and(2), r));
  }

  /// {@return the tangent of the quarter turns plus r + low}
  static DoubleVector turnedTan(DoubleVector r, DoubleVector low, LongVector quarter) {
    DoubleVector rest = sinRest(r, low);
    DoubleVector sine = r.add(rest);
    DoubleVector sineLow = rest.sub(sine.sub(r));
    DoubleVector main = all(r, 1).sub(r.mul(r).mul(0.5));
    rest = cosRest(r, low);
    DoubleVector cosine = main.add(rest);
    DoubleVector cosineLow = rest.sub(cosine.sub(main));
    VectorMask<Double> odd = mask(quarter.and(1), r);
    DoubleVector top = sine.blend(cosine.neg(), odd);
    DoubleVector topLow = sineLow.blend(cosineLow.neg(), odd);
    DoubleVector bottom = cosine.blend(sine, odd);
    DoubleVector bottomLow = cosineLow.blend(sineLow, odd);
    DoubleVector inverse = all(bottom, 1).div(bottom);
    DoubleVector q = top.mul(inverse);
    return fma(fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)), inverse, q);
  }

  /// {@return the lanes whose angle is for the scalar function}
  static VectorMask<Double> large(DoubleVector x) {
    return x.abs().compare(GT, LARGE);
  }

  static DoubleVector sin(DoubleVector x) {
    DoubleVector t = fma(x, TWO_BY_PI, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector r = angle(x, n);
    DoubleVector low = angleLow(x, n, r);
    LongVector quarter = bits(t);
    DoubleVector y = turned(r, low, quarter);
    return y.blend(x.mul(0), x.abs().compare(LT, Double.MIN_NORMAL));
  }

  static DoubleVector cos(DoubleVector x) {
    DoubleVector t = fma(x, TWO_BY_PI, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector r = angle(x, n);
    DoubleVector low = angleLow(x, n, r);
    LongVector quarter = bits(t);
    return turned(r, low, quarter.add(1));
  }

  static DoubleVector tan(DoubleVector x) {
    DoubleVector t = fma(x, TWO_BY_PI, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector r = angle(x, n);
    DoubleVector low = angleLow(x, n, r);
    LongVector quarter = bits(t);
    DoubleVector y = turnedTan(r, low, quarter);
    return y.blend(x.mul(0), x.abs().compare(LT, Double.MIN_NORMAL));
  }
}
