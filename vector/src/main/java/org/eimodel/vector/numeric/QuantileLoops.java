package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The loops' form of `NormalQuantile`: the same operations in the same order, divided into stages, each of which is one loop
/// over the rows of [Stages]. Middle and tail are computed for every number, and one of them is kept. Reasons and sources of
/// the numbers stand in the scalar class.
final class QuantileLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector NAN = all(Double.NaN);
  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector MINUS_INFINITY = all(Double.NEGATIVE_INFINITY);
  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector MIDDLE = all(0.4);
  private static final DoubleVector BEYOND = all(0.180625);
  private static final DoubleVector ROOT_2_PI = all(0x1.40d931ff62706p+1);
  private static final DoubleVector ROOT_2_PI_LOW = all(-0x1.a6a0d6f814637p-53);
  private static final DoubleVector CUBIC = all(0x1.4ffddeaa22dc8p+1);
  private static final DoubleVector CUBIC_LOW = all(0x1.18f3086ac164bp-53);
  private static final DoubleVector ROOT_2 = all(0x1.6a09e667f3bcdp+0);
  private static final DoubleVector ROOT_2_LOW = all(-0x1.bdd3413b26456p-54);
  private static final DoubleVector NEAR = all(1.5);
  private static final DoubleVector FAR = all(5);

  private static final DoubleVector TOP_1 = all(0x1.e4da8cd9aa7efp+16);
  private static final DoubleVector TOP_2 = all(0x1.5e7c1aec19f2dp+17);
  private static final DoubleVector TOP_3 = all(0x1.d087509ec43f6p+12);
  private static final DoubleVector TOP_4 = all(0x1.8e9601fa878bcp+3);
  private static final DoubleVector TOP_5 = all(0x1.60bdcb9c8803cp+8);
  private static final DoubleVector TOP_6 = all(0x1.03543b78d2c5ep+18);
  private static final DoubleVector TOP_7 = all(0x1.9b6ddc402672cp+15);
  private static final DoubleVector TOP_8 = all(0x1.eef5f350347f9p+8);
  private static final DoubleVector BOTTOM_1 = all(0x1.e64654a606cffp+16);
  private static final DoubleVector BOTTOM_2 = all(0x1.42aae2c63ad07p+15);
  private static final DoubleVector BOTTOM_3 = all(0x1.b8f6ec26665d3p+9);
  private static final DoubleVector BOTTOM_4 = all(0x1.7a0bf26084bb7p+15);
  private static final DoubleVector BOTTOM_5 = all(0x1.9e5a5647fb05cp+16);
  private static final DoubleVector BOTTOM_6 = all(0x1.02cd779fcf6d4p+13);
  private static final DoubleVector BOTTOM_7 = all(0x1.7a084891cb674p+5);
  private static final DoubleVector SERIES_1 = all(0x1.555p-5);
  private static final DoubleVector SERIES_2 = all(0x1.555p-3);

  private static final DoubleVector UP_54 = all(0x1p54);
  private static final DoubleVector FIFTY_FOUR = all(54);
  private static final LongVector ONE_LESS_SQRT_HALF =
      bits(0x3ff0000000000000L - 0x3fe6a09e00000000L);
  private static final LongVector SQRT_HALF = bits(0x3fe6a09e00000000L);
  private static final LongVector FRACTION = bits(0x000fffffffffffffL);
  private static final LongVector INTEGER = bits(0x4330000000000000L);
  private static final DoubleVector INTEGER_BIAS = all(0x1p52 + 1023);
  private static final DoubleVector LN2_SHORT = all(0x1.62e42fefa38p-1);
  private static final DoubleVector LN2_REST = all(0x1.ef35793c7673p-45);
  private static final DoubleVector LOG_1 = all(0x1.9999999999dffp-2);
  private static final DoubleVector LOG_2 = all(0x1.5555555555555p-1);
  private static final DoubleVector LOG_3 = all(0x1.c71c725904983p-3);
  private static final DoubleVector LOG_4 = all(0x1.249249242b413p-2);
  private static final DoubleVector LOG_5 = all(0x1.3b20ac9ec0a4fp-3);
  private static final DoubleVector LOG_6 = all(0x1.745cde315bf7dp-3);
  private static final DoubleVector LOG_7 = all(0x1.0f645d89e9606p-3);
  private static final DoubleVector LOG_8 = all(0x1.0f5caa706dfeep-3);

  private static final DoubleVector NEAR_BASE = all(-0x1.bd69bf5d0e935p-1);
  private static final DoubleVector FAR_BASE = all(-0x1.a7143ee025997p-2);
  private static final DoubleVector NEAR_BASE_LOW = all(0x1.6e830182c5fd7p-55);
  private static final DoubleVector FAR_BASE_LOW = all(0x1.b8b060ec5eb57p-57);
  private static final DoubleVector NEAR_TOP_1 = all(0x1.35293369ebc2ap-15);
  private static final DoubleVector FAR_TOP_1 = all(0x1.cb118865e7919p-32);
  private static final DoubleVector NEAR_TOP_2 = all(0x1.26f1cb6618696p-6);
  private static final DoubleVector FAR_TOP_2 = all(0x1.43a0b90af56bep-17);
  private static final DoubleVector NEAR_TOP_3 = all(0x1.5f3e1532b3a30p-2);
  private static final DoubleVector FAR_TOP_3 = all(0x1.1283fbbbde4cdp-8);
  private static final DoubleVector NEAR_TOP_4 = all(0x1.479daa67f6f4cp-2);
  private static final DoubleVector FAR_TOP_4 = all(0x1.ca4eab457694fp-5);
  private static final DoubleVector NEAR_TOP_5 = all(0x1.560b5a2c000b8p-29);
  private static final DoubleVector FAR_TOP_5 = all(0x1.033ec6d9f6fa9p-51);
  private static final DoubleVector NEAR_TOP_6 = all(0x1.7533c708a3ea3p-10);
  private static final DoubleVector FAR_TOP_6 = all(0x1.03bc010cc1754p-23);
  private static final DoubleVector NEAR_TOP_7 = all(0x1.bb6ecb4b9aa7ap-4);
  private static final DoubleVector FAR_TOP_7 = all(0x1.3c95fbc911357p-12);
  private static final DoubleVector NEAR_TOP_8 = all(0x1.127a2f8e526dap-1);
  private static final DoubleVector FAR_TOP_8 = all(0x1.a3b75eaada7dcp-6);
  private static final DoubleVector NEAR_BOTTOM_1 = all(0x1.e20f97032a5c7p-10);
  private static final DoubleVector FAR_BOTTOM_1 = all(0x1.48fbd92670358p-22);
  private static final DoubleVector NEAR_BOTTOM_2 = all(0x1.90a5314116060p-3);
  private static final DoubleVector FAR_BOTTOM_2 = all(0x1.f5442b1b056fcp-11);
  private static final DoubleVector NEAR_BOTTOM_3 = all(0x1.cbfca90a96f20p+0);
  private static final DoubleVector FAR_BOTTOM_3 = all(0x1.283765f36d903p-3);
  private static final DoubleVector NEAR_BOTTOM_4 = all(0x1.676fe2dc797e3p-15);
  private static final DoubleVector FAR_BOTTOM_4 = all(0x1.1686897f8798cp-30);
  private static final DoubleVector NEAR_BOTTOM_5 = all(0x1.ba8c584059d0ap-6);
  private static final DoubleVector FAR_BOTTOM_5 = all(0x1.bdb0fa0441163p-16);
  private static final DoubleVector NEAR_BOTTOM_6 = all(0x1.94fc6f211e7bcp-1);
  private static final DoubleVector FAR_BOTTOM_6 = all(0x1.0f187826eb5fbp-6);
  private static final DoubleVector NEAR_BOTTOM_7 = all(0x1.0f1cfd5177285p+1);
  private static final DoubleVector FAR_BOTTOM_7 = all(0x1.39f547da32f2ap-1);

  private QuantileLoops() {}

  /// Quantiles of row 0, into row 1.
  static void normal(double[][] rows, int count) {
    double[] p = rows[0];
    middleQuotient(p, rows[2], count);
    middle(p, rows[2], rows[1], count);
    minusLog(p, rows[2], rows[3], count);
    root(rows[2], rows[3], count);
    tailTop(rows[2], rows[4], count);
    tailBottom(rows[2], rows[5], count);
    tail(rows[2], rows[3], rows[4], rows[5], count);
    choose(p, rows[4], rows[1], count);
  }

  private static void middleQuotient(double[] pRow, double[] out, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector q = DoubleVector.fromArray(DOUBLE, pRow, i).sub(HALF);
      DoubleVector v = BEYOND.sub(q.mul(q));
      DoubleVector v2 = v.mul(v);
      DoubleVector top = TOP_1.fma(v2, TOP_2).fma(v2, TOP_3).fma(v2, TOP_4);
      DoubleVector topOdd = TOP_5.fma(v2, TOP_6).fma(v2, TOP_7).fma(v2, TOP_8);
      DoubleVector bottom = BOTTOM_1.fma(v2, BOTTOM_2).fma(v2, BOTTOM_3).fma(v2, ONE);
      DoubleVector bottomOdd = BOTTOM_4.fma(v2, BOTTOM_5).fma(v2, BOTTOM_6).fma(v2, BOTTOM_7);
      topOdd.fma(v, top).div(bottomOdd.fma(v, bottom)).intoArray(out, i);
    }
  }

  private static void middle(double[] pRow, double[] quotient, double[] out, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector q = p.sub(HALF);
      DoubleVector qLow = p.sub(q.add(HALF));
      DoubleVector u = q.mul(q);
      DoubleVector bent = CUBIC.mul(u);
      DoubleVector bentLow =
          CUBIC.fma(u, bent.neg()).add(CUBIC.fma(q.fma(q, u.neg()), CUBIC_LOW.mul(u)));
      DoubleVector rest =
          u.mul(u).fma(DoubleVector.fromArray(DOUBLE, quotient, i), bentLow.add(ROOT_2_PI_LOW));
      DoubleVector sum = bent.add(rest);
      DoubleVector slope = ROOT_2_PI.add(sum);
      DoubleVector slopeLow = sum.sub(slope.sub(ROOT_2_PI)).add(rest.sub(sum.sub(bent)));
      DoubleVector y = q.mul(slope);
      DoubleVector h = y.mul(HALF).mul(y);
      DoubleVector series = h.fma(h.fma(SERIES_1, SERIES_2), HALF);
      DoubleVector derivative = ROOT_2_PI.mul(h.fma(h.fma(series, ONE), ONE));
      y.add(derivative.fma(qLow, q.fma(slopeLow, q.fma(slope, y.neg())))).intoArray(out, i);
    }
  }

  /// Of the smaller of p and 1 - p, in two numbers.
  private static void minusLog(double[] pRow, double[] large, double[] small, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector outer = ONE.sub(p).blend(p, p.sub(HALF).compare(LT, ZERO));
      VectorMask<Double> subnormal = outer.compare(LT, NORMAL);
      LongVector split =
          outer.blend(outer.mul(UP_54), subnormal).reinterpretAsLongs().add(ONE_LESS_SQRT_HALF);
      DoubleVector k =
          split
              .lanewise(LSHR, 52)
              .or(INTEGER)
              .reinterpretAsDoubles()
              .sub(INTEGER_BIAS)
              .sub(ZERO.blend(FIFTY_FOUR, subnormal));
      DoubleVector f = split.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles().sub(ONE);
      DoubleVector s = f.div(f.add(TWO));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(LOG_1, LOG_2);
      DoubleVector b = z.fma(LOG_3, LOG_4);
      DoubleVector c = z.fma(LOG_5, LOG_6);
      DoubleVector d = z.fma(LOG_7, LOG_8);
      DoubleVector series = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(HALF).mul(f);
      DoubleVector rest = s.fma(z.fma(series, square), k.fma(LN2_REST, ZERO)).sub(square);
      DoubleVector whole = k.mul(LN2_SHORT);
      DoubleVector main = whole.add(f);
      DoubleVector left = f.sub(main.sub(whole)).add(rest);
      DoubleVector log = main.add(left);
      log.neg().intoArray(large, i);
      left.sub(log.sub(main)).neg().intoArray(small, i);
    }
  }

  /// r in two numbers, in the place of its square.
  private static void root(double[] large, double[] small, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector square = DoubleVector.fromArray(DOUBLE, large, i);
      DoubleVector r = square.sqrt();
      DoubleVector low =
          r.neg().fma(r, square).add(DoubleVector.fromArray(DOUBLE, small, i)).div(r.mul(TWO));
      r.intoArray(large, i);
      low.intoArray(small, i);
    }
  }

  private static void tailTop(double[] rRow, double[] out, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, FAR);
      DoubleVector d = r.sub(NEAR.blend(FAR, far));
      DoubleVector d2 = d.mul(d);
      DoubleVector even = NEAR_TOP_1.blend(FAR_TOP_1, far).fma(d2, NEAR_TOP_2.blend(FAR_TOP_2, far)).fma(d2, NEAR_TOP_3.blend(FAR_TOP_3, far)).fma(d2, NEAR_TOP_4.blend(FAR_TOP_4, far));
      DoubleVector odd = NEAR_TOP_5.blend(FAR_TOP_5, far).fma(d2, NEAR_TOP_6.blend(FAR_TOP_6, far)).fma(d2, NEAR_TOP_7.blend(FAR_TOP_7, far)).fma(d2, NEAR_TOP_8.blend(FAR_TOP_8, far));
      odd.fma(d, even).intoArray(out, i);
    }
  }

  private static void tailBottom(double[] rRow, double[] out, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, FAR);
      DoubleVector d = r.sub(NEAR.blend(FAR, far));
      DoubleVector d2 = d.mul(d);
      DoubleVector even = NEAR_BOTTOM_1.blend(FAR_BOTTOM_1, far).fma(d2, NEAR_BOTTOM_2.blend(FAR_BOTTOM_2, far)).fma(d2, NEAR_BOTTOM_3.blend(FAR_BOTTOM_3, far)).fma(d2, ONE);
      DoubleVector odd = NEAR_BOTTOM_4.blend(FAR_BOTTOM_4, far).fma(d2, NEAR_BOTTOM_5.blend(FAR_BOTTOM_5, far)).fma(d2, NEAR_BOTTOM_6.blend(FAR_BOTTOM_6, far)).fma(d2, NEAR_BOTTOM_7.blend(FAR_BOTTOM_7, far));
      odd.fma(d, even).intoArray(out, i);
    }
  }

  /// In the place of the numerator.
  private static void tail(
      double[] rRow, double[] rLow, double[] top, double[] bottom, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, FAR);
      DoubleVector d = r.sub(NEAR.blend(FAR, far));
      DoubleVector base = NEAR_BASE.blend(FAR_BASE, far);
      DoubleVector baseLow = NEAR_BASE_LOW.blend(FAR_BASE_LOW, far);
      DoubleVector straight = ROOT_2.mul(r);
      DoubleVector straightLow =
          ROOT_2
              .fma(r, straight.neg())
              .add(ROOT_2.fma(DoubleVector.fromArray(DOUBLE, rLow, i), ROOT_2_LOW.mul(r)));
      DoubleVector sum = straight.add(base);
      DoubleVector sumLow = base.sub(sum.sub(straight)).add(straightLow.add(baseLow));
      DoubleVector quotient =
          DoubleVector.fromArray(DOUBLE, top, i).div(DoubleVector.fromArray(DOUBLE, bottom, i));
      sum.add(d.fma(quotient, sumLow)).intoArray(top, i);
    }
  }

  private static void choose(double[] pRow, double[] tail, double[] middle, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector q = p.sub(HALF);
      DoubleVector outer = DoubleVector.fromArray(DOUBLE, tail, i);
      outer = outer.blend(outer.neg(), q.compare(LT, ZERO));
      DoubleVector inner = DoubleVector.fromArray(DOUBLE, middle, i);
      DoubleVector y = outer.blend(inner, q.abs().compare(LE, MIDDLE));
      y = y.blend(MINUS_INFINITY, p.compare(EQ, ZERO));
      y = y.blend(INFINITY, p.compare(EQ, ONE));
      NAN.blend(y, p.compare(GE, ZERO).and(p.compare(LE, ONE))).intoArray(middle, i);
    }
  }
}
