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
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class FloatTrigonometricLoops {
  private static final int LANES = FLOAT.length();

  private static final FloatVector MINUS_HALF_PI_1 = all(-0x1.921fb6p+0f);
  private static final FloatVector MINUS_HALF_PI_3 = all(0x1.ee59dap-50f);
  private static final FloatVector SIN_1 = all(0x1.111108p-7f);
  private static final FloatVector SIN_2 = all(-0x1.555556p-3f);
  private static final FloatVector SIN_3 = all(0x1.6cd7dp-19f);
  private static final FloatVector SIN_4 = all(-0x1.a00f9cp-13f);
  private static final FloatVector SIN_5 = all(-0.5f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector ONE = all(1);
  private static final FloatVector SIN_6 = all(-0x1.6c16b8p-10f);
  private static final FloatVector SIN_7 = all(0x1.555556p-5f);
  private static final FloatVector SIN_8 = all(-0x1.242a72p-22f);
  private static final FloatVector SIN_9 = all(0x1.a0111ep-16f);
  private static final IntVector SIN_10 = bits(1);
  private static final IntVector SIN_11 = bits(2);
  private static final FloatVector NORMAL = all(Float.MIN_NORMAL);
  private static final FloatVector ZERO = all(0);
  private static final FloatVector LARGE = all(0x1p16f);
  private static final FloatVector HALF_PI_2 = all(-0x1.777a5cp-25f);
  private static final FloatVector ROUND = all(0x1.8p23f);
  private static final FloatVector TWO_BY_PI = all(0x1.45f306p-1f);

  private FloatTrigonometricLoops() {}

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  static void sin(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.sin(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(TWO_BY_PI, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      FloatVector exact = n.fma(MINUS_HALF_PI_1, x);
      FloatVector product = n.mul(HALF_PI_2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(SIN_1, SIN_2);
      FloatVector b = z.fma(SIN_3, SIN_4);
      FloatVector sine = r.add(z.mul(r).fma(b.fma(z.mul(z), a), z.mul(SIN_5).fma(low, low)));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(HALF);
      FloatVector main = ONE.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(SIN_5));
      FloatVector a2 = z2.fma(SIN_6, SIN_7);
      FloatVector b2 = z2.fma(SIN_8, SIN_9);
      FloatVector cosine =
          ONE.sub(r.mul(r).mul(HALF))
              .add(ONE.sub(main).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost)));
      FloatVector y = sine.blend(cosine, quarter.and(SIN_10).compare(NE, 0).cast(FLOAT));
      FloatVector y2 = y.blend(y.neg(), quarter.and(SIN_11).compare(NE, 0).cast(FLOAT));
      y2.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  static void cos(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.cos(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(TWO_BY_PI, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      FloatVector exact = n.fma(MINUS_HALF_PI_1, x);
      FloatVector product = n.mul(HALF_PI_2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      IntVector quarter2 = quarter.add(SIN_10);
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(SIN_1, SIN_2);
      FloatVector b = z.fma(SIN_3, SIN_4);
      FloatVector sine = r.add(z.mul(r).fma(b.fma(z.mul(z), a), z.mul(SIN_5).fma(low, low)));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(HALF);
      FloatVector main = ONE.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(SIN_5));
      FloatVector a2 = z2.fma(SIN_6, SIN_7);
      FloatVector b2 = z2.fma(SIN_8, SIN_9);
      FloatVector cosine =
          ONE.sub(r.mul(r).mul(HALF))
              .add(ONE.sub(main).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost)));
      FloatVector y = sine.blend(cosine, quarter2.and(SIN_10).compare(NE, 0).cast(FLOAT));
      y.blend(y.neg(), quarter2.and(SIN_11).compare(NE, 0).cast(FLOAT)).intoArray(out, to + i);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  static void tan(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = FloatFunctions.tan(in[from + k]);
        }
        continue;
      }
      FloatVector t = x.fma(TWO_BY_PI, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      FloatVector exact = n.fma(MINUS_HALF_PI_1, x);
      FloatVector product = n.mul(HALF_PI_2);
      FloatVector moved = r.sub(exact);
      FloatVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      FloatVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      IntVector quarter = t.reinterpretAsInts();
      FloatVector z = r.mul(r);
      FloatVector a = z.fma(SIN_1, SIN_2);
      FloatVector b = z.fma(SIN_3, SIN_4);
      FloatVector rest = z.mul(r).fma(b.fma(z.mul(z), a), z.mul(SIN_5).fma(low, low));
      FloatVector sine = r.add(rest);
      FloatVector sineLow = rest.sub(sine.sub(r));
      FloatVector main = ONE.sub(r.mul(r).mul(HALF));
      FloatVector z2 = r.mul(r);
      FloatVector half = z2.mul(HALF);
      FloatVector main2 = ONE.sub(half);
      FloatVector lost = r.neg().fma(low, r.fma(r, z2.neg()).mul(SIN_5));
      FloatVector a2 = z2.fma(SIN_6, SIN_7);
      FloatVector b2 = z2.fma(SIN_8, SIN_9);
      rest = ONE.sub(main2).sub(half).add(z2.mul(z2).fma(b2.fma(z2.mul(z2), a2), lost));
      FloatVector cosine = main.add(rest);
      FloatVector cosineLow = rest.sub(cosine.sub(main));
      VectorMask<Float> odd = quarter.and(SIN_10).compare(NE, 0).cast(FLOAT);
      FloatVector top = sine.blend(cosine.neg(), odd);
      FloatVector topLow = sineLow.blend(cosineLow.neg(), odd);
      FloatVector bottom = cosine.blend(sine, odd);
      FloatVector bottomLow = cosineLow.blend(sineLow, odd);
      FloatVector inverse = ONE.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }
}
