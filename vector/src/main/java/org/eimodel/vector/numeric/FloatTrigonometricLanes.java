package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatExponentialLanes.ROUND;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.FloatLanes.fma;
import static org.eimodel.vector.numeric.FloatLanes.mask;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `FloatTrigonometrics`: the same operations in the same order.
final class FloatTrigonometricLanes {
  private static final float TWO_BY_PI = 0x1.45f306p-1f;
  private static final float HALF_PI_1 = 0x1.921fb6p+0f;
  private static final float HALF_PI_2 = -0x1.777a5cp-25f;
  private static final float HALF_PI_3 = -0x1.ee59dap-50f;

  /// Up to here three parts of pi / 2 reduce an angle so that its own last place is the only error.
  private static final float LARGE = 0x1p16f;

  private FloatTrigonometricLanes() {}

  private static FloatVector angle(FloatVector x, FloatVector n) {
    return fma(n, -HALF_PI_1, x).sub(n.mul(HALF_PI_2));
  }

  /// {@return what rounding took from [#angle], and the third part}
  private static FloatVector angleLow(FloatVector x, FloatVector n, FloatVector r) {
    FloatVector exact = fma(n, -HALF_PI_1, x);
    FloatVector product = n.mul(HALF_PI_2);
    FloatVector moved = r.sub(exact);
    FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
    return fma(n, -HALF_PI_3, error.sub(fma(n, HALF_PI_2, product.neg())));
  }

  /// {@return `(sin r - r) / r^3` for z = r^2}
  private static FloatVector sinTail(FloatVector z) {
    FloatVector a = fma(0x1.111108p-7f, z, -0x1.555556p-3f);
    FloatVector b = fma(0x1.6cd7dp-19f, z, -0x1.a00f9cp-13f);
    return fma(b, z.mul(z), a);
  }

  /// {@return `(cos r - 1 + r^2 / 2) / r^4` for z = r^2}
  private static FloatVector cosTail(FloatVector z) {
    FloatVector a = fma(-0x1.6c16b8p-10f, z, 0x1.555556p-5f);
    FloatVector b = fma(-0x1.242a72p-22f, z, 0x1.a0111ep-16f);
    return fma(b, z.mul(z), a);
  }

  /// {@return `sin(r + low) - r`}
  static FloatVector sinRest(FloatVector r, FloatVector low) {
    FloatVector z = r.mul(r);
    return fma(z.mul(r), sinTail(z), fma(z.mul(-0.5f), low, low));
  }

  /// {@return `cos(r + low)` less the rounded value of `1 - r^2 / 2`}
  static FloatVector cosRest(FloatVector r, FloatVector low) {
    FloatVector z = r.mul(r);
    FloatVector half = z.mul(0.5f);
    FloatVector main = all(half, 1).sub(half);
    FloatVector lost = fma(r.neg(), low, fma(r, r, z.neg()).mul(-0.5f));
    return all(main, 1).sub(main).sub(half).add(fma(z.mul(z), cosTail(z), lost));
  }

  /// {@return the sine of the quarter turns plus r + low}
  static FloatVector turned(FloatVector r, FloatVector low, IntVector quarter) {
    FloatVector sine = r.add(sinRest(r, low));
    FloatVector cosine = all(r, 1).sub(r.mul(r).mul(0.5f)).add(cosRest(r, low));
    FloatVector y = sine.blend(cosine, mask(quarter.and(1), r));
    return y.blend(y.neg(), mask(quarter.and(2), r));
  }

  /// {@return the tangent of the quarter turns plus r + low}
  static FloatVector turnedTan(FloatVector r, FloatVector low, IntVector quarter) {
    FloatVector rest = sinRest(r, low);
    FloatVector sine = r.add(rest);
    FloatVector sineLow = rest.sub(sine.sub(r));
    FloatVector main = all(r, 1).sub(r.mul(r).mul(0.5f));
    rest = cosRest(r, low);
    FloatVector cosine = main.add(rest);
    FloatVector cosineLow = rest.sub(cosine.sub(main));
    VectorMask<Float> odd = mask(quarter.and(1), r);
    FloatVector top = sine.blend(cosine.neg(), odd);
    FloatVector topLow = sineLow.blend(cosineLow.neg(), odd);
    FloatVector bottom = cosine.blend(sine, odd);
    FloatVector bottomLow = cosineLow.blend(sineLow, odd);
    FloatVector inverse = all(bottom, 1).div(bottom);
    FloatVector q = top.mul(inverse);
    return fma(fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)), inverse, q);
  }

  /// {@return the lanes whose angle is for the scalar function}
  static VectorMask<Float> large(FloatVector x) {
    return x.abs().compare(GT, LARGE);
  }

  static FloatVector sin(FloatVector x) {
    FloatVector t = fma(x, TWO_BY_PI, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector r = angle(x, n);
    FloatVector low = angleLow(x, n, r);
    IntVector quarter = bits(t);
    FloatVector y = turned(r, low, quarter);
    return y.blend(x.mul(0), x.abs().compare(LT, Float.MIN_NORMAL));
  }

  static FloatVector cos(FloatVector x) {
    FloatVector t = fma(x, TWO_BY_PI, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector r = angle(x, n);
    FloatVector low = angleLow(x, n, r);
    IntVector quarter = bits(t);
    return turned(r, low, quarter.add(1));
  }

  static FloatVector tan(FloatVector x) {
    FloatVector t = fma(x, TWO_BY_PI, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector r = angle(x, n);
    FloatVector low = angleLow(x, n, r);
    IntVector quarter = bits(t);
    FloatVector y = turnedTan(r, low, quarter);
    return y.blend(x.mul(0), x.abs().compare(LT, Float.MIN_NORMAL));
  }
}
