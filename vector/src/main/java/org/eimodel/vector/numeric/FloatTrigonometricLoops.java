package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import org.eimodel.numeric.FloatFunctions;

/// The loops' form of `FloatTrigonometrics`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class FloatTrigonometricLoops {
  private static final int LANES = FLOAT.length();

  private static final float MINUS_HALF_PI_1 = -0x1.921fb6p+0f;
  private static final float MINUS_HALF_PI_3 = 0x1.ee59dap-50f;
  private static final float SIN_1 = 0x1.111108p-7f;
  private static final float SIN_2 = -0x1.555556p-3f;
  private static final float SIN_3 = 0x1.6cd7dp-19f;
  private static final float SIN_4 = -0x1.a00f9cp-13f;
  private static final float SIN_5 = -0.5f;
  private static final float HALF = 0.5f;
  private static final float ONE = 1;
  private static final float SIN_6 = -0x1.6c16b8p-10f;
  private static final float SIN_7 = 0x1.555556p-5f;
  private static final float SIN_8 = -0x1.242a72p-22f;
  private static final float SIN_9 = 0x1.a0111ep-16f;
  private static final int SIN_10 = 1;
  private static final int SIN_11 = 2;
  private static final float NORMAL = Float.MIN_NORMAL;
  private static final float ZERO = 0;
  private static final float LARGE = 0x1p16f;
  private static final float HALF_PI_2 = -0x1.777a5cp-25f;
  private static final float ROUND = 0x1.8p23f;
  private static final float TWO_BY_PI = 0x1.45f306p-1f;

  private FloatTrigonometricLoops() {}

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  static void sin(float[] in, int from, float[] out, int to, int count) {
    FloatVector large = all(LARGE);
    FloatVector twoByPi = all(TWO_BY_PI);
    FloatVector round = all(ROUND);
    FloatVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    FloatVector halfPi2 = all(HALF_PI_2);
    FloatVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    FloatVector sin1 = all(SIN_1);
    FloatVector sin2 = all(SIN_2);
    FloatVector sin3 = all(SIN_3);
    FloatVector sin4 = all(SIN_4);
    FloatVector sin5 = all(SIN_5);
    FloatVector halfLanes = all(HALF);
    FloatVector one = all(ONE);
    FloatVector sin6 = all(SIN_6);
    FloatVector sin7 = all(SIN_7);
    FloatVector sin8 = all(SIN_8);
    FloatVector sin9 = all(SIN_9);
    IntVector sin10 = bits(SIN_10);
    IntVector sin11 = bits(SIN_11);
    FloatVector zero = all(ZERO);
    FloatVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.sin(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(twoByPi, round);
      FloatVector n = t.sub(round);
      FloatVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      FloatVector exact = n.fma(minusHalfPi1, x);
      FloatVector product = n.mul(halfPi2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(sin1, sin2);
      FloatVector b = z.fma(sin3, sin4);
      FloatVector sine = r.add(z.mul(r).fma(b.fma(z.mul(z), a), z.mul(sin5).fma(low, low)));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(halfLanes);
      FloatVector main = one.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(sin5));
      FloatVector a2 = z2.fma(sin6, sin7);
      FloatVector b2 = z2.fma(sin8, sin9);
      FloatVector cosine =
          one.sub(r.mul(r).mul(halfLanes))
              .add(one.sub(main).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost)));
      FloatVector y = sine.blend(cosine, quarter.and(sin10).compare(NE, 0).cast(FLOAT));
      FloatVector y2 = y.blend(y.neg(), quarter.and(sin11).compare(NE, 0).cast(FLOAT));
      y2.blend(x.mul(zero), x.abs().compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  static void cos(float[] in, int from, float[] out, int to, int count) {
    FloatVector large = all(LARGE);
    FloatVector twoByPi = all(TWO_BY_PI);
    FloatVector round = all(ROUND);
    FloatVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    FloatVector halfPi2 = all(HALF_PI_2);
    FloatVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    IntVector sin10 = bits(SIN_10);
    FloatVector sin1 = all(SIN_1);
    FloatVector sin2 = all(SIN_2);
    FloatVector sin3 = all(SIN_3);
    FloatVector sin4 = all(SIN_4);
    FloatVector sin5 = all(SIN_5);
    FloatVector halfLanes = all(HALF);
    FloatVector one = all(ONE);
    FloatVector sin6 = all(SIN_6);
    FloatVector sin7 = all(SIN_7);
    FloatVector sin8 = all(SIN_8);
    FloatVector sin9 = all(SIN_9);
    IntVector sin11 = bits(SIN_11);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.cos(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(twoByPi, round);
      FloatVector n = t.sub(round);
      FloatVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      FloatVector exact = n.fma(minusHalfPi1, x);
      FloatVector product = n.mul(halfPi2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      IntVector quarter2 = quarter.add(sin10);
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(sin1, sin2);
      FloatVector b = z.fma(sin3, sin4);
      FloatVector sine = r.add(z.mul(r).fma(b.fma(z.mul(z), a), z.mul(sin5).fma(low, low)));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(halfLanes);
      FloatVector main = one.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(sin5));
      FloatVector a2 = z2.fma(sin6, sin7);
      FloatVector b2 = z2.fma(sin8, sin9);
      FloatVector cosine =
          one.sub(r.mul(r).mul(halfLanes))
              .add(one.sub(main).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost)));
      FloatVector y = sine.blend(cosine, quarter2.and(sin10).compare(NE, 0).cast(FLOAT));
      y.blend(y.neg(), quarter2.and(sin11).compare(NE, 0).cast(FLOAT)).intoArray(out, to + i);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  static void tan(float[] in, int from, float[] out, int to, int count) {
    FloatVector large = all(LARGE);
    FloatVector twoByPi = all(TWO_BY_PI);
    FloatVector round = all(ROUND);
    FloatVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    FloatVector halfPi2 = all(HALF_PI_2);
    FloatVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    FloatVector sin1 = all(SIN_1);
    FloatVector sin2 = all(SIN_2);
    FloatVector sin3 = all(SIN_3);
    FloatVector sin4 = all(SIN_4);
    FloatVector sin5 = all(SIN_5);
    FloatVector one = all(ONE);
    FloatVector halfLanes = all(HALF);
    FloatVector sin6 = all(SIN_6);
    FloatVector sin7 = all(SIN_7);
    FloatVector sin8 = all(SIN_8);
    FloatVector sin9 = all(SIN_9);
    IntVector sin10 = bits(SIN_10);
    FloatVector zero = all(ZERO);
    FloatVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.tan(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(twoByPi, round);
      FloatVector n = t.sub(round);
      FloatVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      FloatVector exact = n.fma(minusHalfPi1, x);
      FloatVector product = n.mul(halfPi2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(sin1, sin2);
      FloatVector b = z.fma(sin3, sin4);
      FloatVector rest = z.mul(r).fma(b.fma(z.mul(z), a), z.mul(sin5).fma(low, low));
      FloatVector sine = r.add(rest);
      FloatVector sineLow = rest.sub(sine.sub(r));
      FloatVector main = one.sub(r.mul(r).mul(halfLanes));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(halfLanes);
      FloatVector main2 = one.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(sin5));
      FloatVector a2 = z2.fma(sin6, sin7);
      FloatVector b2 = z2.fma(sin8, sin9);
      rest = one.sub(main2).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost));
      FloatVector cosine = main.add(rest);
      FloatVector cosineLow = rest.sub(cosine.sub(main));
      VectorMask<Float> odd = quarter.and(sin10).compare(NE, 0).cast(FLOAT);
      FloatVector top = sine.blend(cosine.neg(), odd);
      FloatVector topLow = sineLow.blend(cosineLow.neg(), odd);
      FloatVector bottom = cosine.blend(sine, odd);
      FloatVector bottomLow = cosineLow.blend(sineLow, odd);
      FloatVector inverse = one.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y.blend(x.mul(zero), x.abs().compare(LT, normal)).intoArray(out, to + i);
    }
  }
}
