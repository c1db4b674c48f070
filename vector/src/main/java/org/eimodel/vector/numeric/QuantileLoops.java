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

  private static final double ZERO = 0;
  private static final double HALF = 0.5;
  private static final double ONE = 1;
  private static final double TWO = 2;
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double MINUS_INFINITY = Double.NEGATIVE_INFINITY;
  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double MIDDLE = 0.4;
  private static final double BEYOND = 0.180625;
  private static final double ROOT_2_PI = 0x1.40d931ff62706p+1;
  private static final double ROOT_2_PI_LOW = -0x1.a6a0d6f814637p-53;
  private static final double CUBIC = 0x1.4ffddeaa22dc8p+1;
  private static final double CUBIC_LOW = 0x1.18f3086ac164bp-53;
  private static final double ROOT_2 = 0x1.6a09e667f3bcdp+0;
  private static final double ROOT_2_LOW = -0x1.bdd3413b26456p-54;
  private static final double NEAR = 1.5;
  private static final double FAR = 5;

  private static final double TOP_1 = 0x1.e4da8cd9aa7efp+16;
  private static final double TOP_2 = 0x1.5e7c1aec19f2dp+17;
  private static final double TOP_3 = 0x1.d087509ec43f6p+12;
  private static final double TOP_4 = 0x1.8e9601fa878bcp+3;
  private static final double TOP_5 = 0x1.60bdcb9c8803cp+8;
  private static final double TOP_6 = 0x1.03543b78d2c5ep+18;
  private static final double TOP_7 = 0x1.9b6ddc402672cp+15;
  private static final double TOP_8 = 0x1.eef5f350347f9p+8;
  private static final double BOTTOM_1 = 0x1.e64654a606cffp+16;
  private static final double BOTTOM_2 = 0x1.42aae2c63ad07p+15;
  private static final double BOTTOM_3 = 0x1.b8f6ec26665d3p+9;
  private static final double BOTTOM_4 = 0x1.7a0bf26084bb7p+15;
  private static final double BOTTOM_5 = 0x1.9e5a5647fb05cp+16;
  private static final double BOTTOM_6 = 0x1.02cd779fcf6d4p+13;
  private static final double BOTTOM_7 = 0x1.7a084891cb674p+5;
  private static final double SERIES_1 = 0x1.555p-5;
  private static final double SERIES_2 = 0x1.555p-3;

  private static final double UP_54 = 0x1p54;
  private static final double FIFTY_FOUR = 54;
  private static final long ONE_LESS_SQRT_HALF = 0x3ff0000000000000L - 0x3fe6a09e00000000L;
  private static final long SQRT_HALF = 0x3fe6a09e00000000L;
  private static final long FRACTION = 0x000fffffffffffffL;
  private static final long INTEGER = 0x4330000000000000L;
  private static final double INTEGER_BIAS = 0x1p52 + 1023;
  private static final double LN2_SHORT = 0x1.62e42fefa38p-1;
  private static final double LN2_REST = 0x1.ef35793c7673p-45;
  private static final double LOG_1 = 0x1.9999999999dffp-2;
  private static final double LOG_2 = 0x1.5555555555555p-1;
  private static final double LOG_3 = 0x1.c71c725904983p-3;
  private static final double LOG_4 = 0x1.249249242b413p-2;
  private static final double LOG_5 = 0x1.3b20ac9ec0a4fp-3;
  private static final double LOG_6 = 0x1.745cde315bf7dp-3;
  private static final double LOG_7 = 0x1.0f645d89e9606p-3;
  private static final double LOG_8 = 0x1.0f5caa706dfeep-3;

  private static final double NEAR_BASE = -0x1.bd69bf5d0e935p-1;
  private static final double FAR_BASE = -0x1.a7143ee025997p-2;
  private static final double NEAR_BASE_LOW = 0x1.6e830182c5fd7p-55;
  private static final double FAR_BASE_LOW = 0x1.b8b060ec5eb57p-57;
  private static final double NEAR_TOP_1 = 0x1.35293369ebc2ap-15;
  private static final double FAR_TOP_1 = 0x1.cb118865e7919p-32;
  private static final double NEAR_TOP_2 = 0x1.26f1cb6618696p-6;
  private static final double FAR_TOP_2 = 0x1.43a0b90af56bep-17;
  private static final double NEAR_TOP_3 = 0x1.5f3e1532b3a30p-2;
  private static final double FAR_TOP_3 = 0x1.1283fbbbde4cdp-8;
  private static final double NEAR_TOP_4 = 0x1.479daa67f6f4cp-2;
  private static final double FAR_TOP_4 = 0x1.ca4eab457694fp-5;
  private static final double NEAR_TOP_5 = 0x1.560b5a2c000b8p-29;
  private static final double FAR_TOP_5 = 0x1.033ec6d9f6fa9p-51;
  private static final double NEAR_TOP_6 = 0x1.7533c708a3ea3p-10;
  private static final double FAR_TOP_6 = 0x1.03bc010cc1754p-23;
  private static final double NEAR_TOP_7 = 0x1.bb6ecb4b9aa7ap-4;
  private static final double FAR_TOP_7 = 0x1.3c95fbc911357p-12;
  private static final double NEAR_TOP_8 = 0x1.127a2f8e526dap-1;
  private static final double FAR_TOP_8 = 0x1.a3b75eaada7dcp-6;
  private static final double NEAR_BOTTOM_1 = 0x1.e20f97032a5c7p-10;
  private static final double FAR_BOTTOM_1 = 0x1.48fbd92670358p-22;
  private static final double NEAR_BOTTOM_2 = 0x1.90a5314116060p-3;
  private static final double FAR_BOTTOM_2 = 0x1.f5442b1b056fcp-11;
  private static final double NEAR_BOTTOM_3 = 0x1.cbfca90a96f20p+0;
  private static final double FAR_BOTTOM_3 = 0x1.283765f36d903p-3;
  private static final double NEAR_BOTTOM_4 = 0x1.676fe2dc797e3p-15;
  private static final double FAR_BOTTOM_4 = 0x1.1686897f8798cp-30;
  private static final double NEAR_BOTTOM_5 = 0x1.ba8c584059d0ap-6;
  private static final double FAR_BOTTOM_5 = 0x1.bdb0fa0441163p-16;
  private static final double NEAR_BOTTOM_6 = 0x1.94fc6f211e7bcp-1;
  private static final double FAR_BOTTOM_6 = 0x1.0f187826eb5fbp-6;
  private static final double NEAR_BOTTOM_7 = 0x1.0f1cfd5177285p+1;
  private static final double FAR_BOTTOM_7 = 0x1.39f547da32f2ap-1;

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
    DoubleVector half = all(HALF);
    DoubleVector beyond = all(BEYOND);
    DoubleVector top1 = all(TOP_1);
    DoubleVector top2 = all(TOP_2);
    DoubleVector top3 = all(TOP_3);
    DoubleVector top4 = all(TOP_4);
    DoubleVector top5 = all(TOP_5);
    DoubleVector top6 = all(TOP_6);
    DoubleVector top7 = all(TOP_7);
    DoubleVector top8 = all(TOP_8);
    DoubleVector bottom1 = all(BOTTOM_1);
    DoubleVector bottom2 = all(BOTTOM_2);
    DoubleVector bottom3 = all(BOTTOM_3);
    DoubleVector one = all(ONE);
    DoubleVector bottom4 = all(BOTTOM_4);
    DoubleVector bottom5 = all(BOTTOM_5);
    DoubleVector bottom6 = all(BOTTOM_6);
    DoubleVector bottom7 = all(BOTTOM_7);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector q = DoubleVector.fromArray(DOUBLE, pRow, i).sub(half);
      DoubleVector v = beyond.sub(q.mul(q));
      DoubleVector v2 = v.mul(v);
      DoubleVector top = top1.fma(v2, top2).fma(v2, top3).fma(v2, top4);
      DoubleVector topOdd = top5.fma(v2, top6).fma(v2, top7).fma(v2, top8);
      DoubleVector bottom = bottom1.fma(v2, bottom2).fma(v2, bottom3).fma(v2, one);
      DoubleVector bottomOdd = bottom4.fma(v2, bottom5).fma(v2, bottom6).fma(v2, bottom7);
      topOdd.fma(v, top).div(bottomOdd.fma(v, bottom)).intoArray(out, i);
    }
  }

  private static void middle(double[] pRow, double[] quotient, double[] out, int count) {
    DoubleVector half = all(HALF);
    DoubleVector cubic = all(CUBIC);
    DoubleVector cubicLow = all(CUBIC_LOW);
    DoubleVector root2PiLow = all(ROOT_2_PI_LOW);
    DoubleVector root2Pi = all(ROOT_2_PI);
    DoubleVector series1 = all(SERIES_1);
    DoubleVector series2 = all(SERIES_2);
    DoubleVector one = all(ONE);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector q = p.sub(half);
      DoubleVector qLow = p.sub(q.add(half));
      DoubleVector u = q.mul(q);
      DoubleVector bent = cubic.mul(u);
      DoubleVector bentLow =
          cubic.fma(u, bent.neg()).add(cubic.fma(q.fma(q, u.neg()), cubicLow.mul(u)));
      DoubleVector rest =
          u.mul(u).fma(DoubleVector.fromArray(DOUBLE, quotient, i), bentLow.add(root2PiLow));
      DoubleVector sum = bent.add(rest);
      DoubleVector slope = root2Pi.add(sum);
      DoubleVector slopeLow = sum.sub(slope.sub(root2Pi)).add(rest.sub(sum.sub(bent)));
      DoubleVector y = q.mul(slope);
      DoubleVector h = y.mul(half).mul(y);
      DoubleVector series = h.fma(h.fma(series1, series2), half);
      DoubleVector derivative = root2Pi.mul(h.fma(h.fma(series, one), one));
      y.add(derivative.fma(qLow, q.fma(slopeLow, q.fma(slope, y.neg())))).intoArray(out, i);
    }
  }

  /// Of the smaller of p and 1 - p, in two numbers.
  private static void minusLog(double[] pRow, double[] large, double[] small, int count) {
    DoubleVector one = all(ONE);
    DoubleVector half = all(HALF);
    DoubleVector zero = all(ZERO);
    DoubleVector normal = all(NORMAL);
    DoubleVector up54 = all(UP_54);
    LongVector oneLessSqrtHalf = bits(ONE_LESS_SQRT_HALF);
    LongVector integer = bits(INTEGER);
    DoubleVector integerBias = all(INTEGER_BIAS);
    DoubleVector fiftyFour = all(FIFTY_FOUR);
    LongVector fraction = bits(FRACTION);
    LongVector sqrtHalf = bits(SQRT_HALF);
    DoubleVector two = all(TWO);
    DoubleVector log1 = all(LOG_1);
    DoubleVector log2 = all(LOG_2);
    DoubleVector log3 = all(LOG_3);
    DoubleVector log4 = all(LOG_4);
    DoubleVector log5 = all(LOG_5);
    DoubleVector log6 = all(LOG_6);
    DoubleVector log7 = all(LOG_7);
    DoubleVector log8 = all(LOG_8);
    DoubleVector ln2Rest = all(LN2_REST);
    DoubleVector ln2Short = all(LN2_SHORT);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector outer = one.sub(p).blend(p, p.sub(half).compare(LT, zero));
      VectorMask<Double> subnormal = outer.compare(LT, normal);
      LongVector split =
          outer.blend(outer.mul(up54), subnormal).reinterpretAsLongs().add(oneLessSqrtHalf);
      DoubleVector k =
          split
              .lanewise(LSHR, 52)
              .or(integer)
              .reinterpretAsDoubles()
              .sub(integerBias)
              .sub(zero.blend(fiftyFour, subnormal));
      DoubleVector f = split.and(fraction).add(sqrtHalf).reinterpretAsDoubles().sub(one);
      DoubleVector s = f.div(f.add(two));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(log1, log2);
      DoubleVector b = z.fma(log3, log4);
      DoubleVector c = z.fma(log5, log6);
      DoubleVector d = z.fma(log7, log8);
      DoubleVector series = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(half).mul(f);
      DoubleVector rest = s.fma(z.fma(series, square), k.fma(ln2Rest, zero)).sub(square);
      DoubleVector whole = k.mul(ln2Short);
      DoubleVector main = whole.add(f);
      DoubleVector left = f.sub(main.sub(whole)).add(rest);
      DoubleVector log = main.add(left);
      log.neg().intoArray(large, i);
      left.sub(log.sub(main)).neg().intoArray(small, i);
    }
  }

  /// r in two numbers, in the place of its square.
  private static void root(double[] large, double[] small, int count) {
    DoubleVector two = all(TWO);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector square = DoubleVector.fromArray(DOUBLE, large, i);
      DoubleVector r = square.sqrt();
      DoubleVector low =
          r.neg().fma(r, square).add(DoubleVector.fromArray(DOUBLE, small, i)).div(r.mul(two));
      r.intoArray(large, i);
      low.intoArray(small, i);
    }
  }

  private static void tailTop(double[] rRow, double[] out, int count) {
    DoubleVector farLanes = all(FAR);
    DoubleVector near = all(NEAR);
    DoubleVector nearTop1 = all(NEAR_TOP_1);
    DoubleVector farTop1 = all(FAR_TOP_1);
    DoubleVector nearTop2 = all(NEAR_TOP_2);
    DoubleVector farTop2 = all(FAR_TOP_2);
    DoubleVector nearTop3 = all(NEAR_TOP_3);
    DoubleVector farTop3 = all(FAR_TOP_3);
    DoubleVector nearTop4 = all(NEAR_TOP_4);
    DoubleVector farTop4 = all(FAR_TOP_4);
    DoubleVector nearTop5 = all(NEAR_TOP_5);
    DoubleVector farTop5 = all(FAR_TOP_5);
    DoubleVector nearTop6 = all(NEAR_TOP_6);
    DoubleVector farTop6 = all(FAR_TOP_6);
    DoubleVector nearTop7 = all(NEAR_TOP_7);
    DoubleVector farTop7 = all(FAR_TOP_7);
    DoubleVector nearTop8 = all(NEAR_TOP_8);
    DoubleVector farTop8 = all(FAR_TOP_8);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, farLanes);
      DoubleVector d = r.sub(near.blend(farLanes, far));
      DoubleVector d2 = d.mul(d);
      DoubleVector even = nearTop1.blend(farTop1, far).fma(d2, nearTop2.blend(farTop2, far)).fma(d2, nearTop3.blend(farTop3, far)).fma(d2, nearTop4.blend(farTop4, far));
      DoubleVector odd = nearTop5.blend(farTop5, far).fma(d2, nearTop6.blend(farTop6, far)).fma(d2, nearTop7.blend(farTop7, far)).fma(d2, nearTop8.blend(farTop8, far));
      odd.fma(d, even).intoArray(out, i);
    }
  }

  private static void tailBottom(double[] rRow, double[] out, int count) {
    DoubleVector farLanes = all(FAR);
    DoubleVector near = all(NEAR);
    DoubleVector nearBottom1 = all(NEAR_BOTTOM_1);
    DoubleVector farBottom1 = all(FAR_BOTTOM_1);
    DoubleVector nearBottom2 = all(NEAR_BOTTOM_2);
    DoubleVector farBottom2 = all(FAR_BOTTOM_2);
    DoubleVector nearBottom3 = all(NEAR_BOTTOM_3);
    DoubleVector farBottom3 = all(FAR_BOTTOM_3);
    DoubleVector one = all(ONE);
    DoubleVector nearBottom4 = all(NEAR_BOTTOM_4);
    DoubleVector farBottom4 = all(FAR_BOTTOM_4);
    DoubleVector nearBottom5 = all(NEAR_BOTTOM_5);
    DoubleVector farBottom5 = all(FAR_BOTTOM_5);
    DoubleVector nearBottom6 = all(NEAR_BOTTOM_6);
    DoubleVector farBottom6 = all(FAR_BOTTOM_6);
    DoubleVector nearBottom7 = all(NEAR_BOTTOM_7);
    DoubleVector farBottom7 = all(FAR_BOTTOM_7);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, farLanes);
      DoubleVector d = r.sub(near.blend(farLanes, far));
      DoubleVector d2 = d.mul(d);
      DoubleVector even = nearBottom1.blend(farBottom1, far).fma(d2, nearBottom2.blend(farBottom2, far)).fma(d2, nearBottom3.blend(farBottom3, far)).fma(d2, one);
      DoubleVector odd = nearBottom4.blend(farBottom4, far).fma(d2, nearBottom5.blend(farBottom5, far)).fma(d2, nearBottom6.blend(farBottom6, far)).fma(d2, nearBottom7.blend(farBottom7, far));
      odd.fma(d, even).intoArray(out, i);
    }
  }

  /// In the place of the numerator.
  private static void tail(
      double[] rRow, double[] rLow, double[] top, double[] bottom, int count) {
    DoubleVector farLanes = all(FAR);
    DoubleVector near = all(NEAR);
    DoubleVector nearBase = all(NEAR_BASE);
    DoubleVector farBase = all(FAR_BASE);
    DoubleVector nearBaseLow = all(NEAR_BASE_LOW);
    DoubleVector farBaseLow = all(FAR_BASE_LOW);
    DoubleVector root2 = all(ROOT_2);
    DoubleVector root2Low = all(ROOT_2_LOW);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(DOUBLE, rRow, i);
      VectorMask<Double> far = r.compare(GT, farLanes);
      DoubleVector d = r.sub(near.blend(farLanes, far));
      DoubleVector base = nearBase.blend(farBase, far);
      DoubleVector baseLow = nearBaseLow.blend(farBaseLow, far);
      DoubleVector straight = root2.mul(r);
      DoubleVector straightLow =
          root2
              .fma(r, straight.neg())
              .add(root2.fma(DoubleVector.fromArray(DOUBLE, rLow, i), root2Low.mul(r)));
      DoubleVector sum = straight.add(base);
      DoubleVector sumLow = base.sub(sum.sub(straight)).add(straightLow.add(baseLow));
      DoubleVector quotient =
          DoubleVector.fromArray(DOUBLE, top, i).div(DoubleVector.fromArray(DOUBLE, bottom, i));
      sum.add(d.fma(quotient, sumLow)).intoArray(top, i);
    }
  }

  private static void choose(double[] pRow, double[] tail, double[] middle, int count) {
    DoubleVector half = all(HALF);
    DoubleVector zero = all(ZERO);
    DoubleVector middleLanes = all(MIDDLE);
    DoubleVector minusInfinity = all(MINUS_INFINITY);
    DoubleVector infinity = all(INFINITY);
    DoubleVector one = all(ONE);
    DoubleVector nan = all(NAN);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector p = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector q = p.sub(half);
      DoubleVector outer = DoubleVector.fromArray(DOUBLE, tail, i);
      outer = outer.blend(outer.neg(), q.compare(LT, zero));
      DoubleVector inner = DoubleVector.fromArray(DOUBLE, middle, i);
      DoubleVector y = outer.blend(inner, q.abs().compare(LE, middleLanes));
      y = y.blend(minusInfinity, p.compare(EQ, zero));
      y = y.blend(infinity, p.compare(EQ, one));
      nan.blend(y, p.compare(GE, zero).and(p.compare(LE, one))).intoArray(middle, i);
    }
  }
}
