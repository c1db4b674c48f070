package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.fma;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `NormalQuantile`: the same operations in the same order.
final class NormalQuantileLanes {
  private static final double MIDDLE = 0.4;

  /// S is a function of this less q^2, so that no coefficient is negative.
  private static final double BEYOND_MIDDLE_SQUARED = 0.180625;

  private static final double ROOT_2_PI = 0x1.40d931ff62706p+1;
  private static final double ROOT_2_PI_LOW = -0x1.a6a0d6f814637p-53;

  /// sqrt(2 pi) pi / 3, the coefficient of q^3.
  private static final double CUBIC = 0x1.4ffddeaa22dc8p+1;

  private static final double CUBIC_LOW = 0x1.18f3086ac164bp-53;

  private static final double ROOT_2 = 0x1.6a09e667f3bcdp+0;
  private static final double ROOT_2_LOW = -0x1.bdd3413b26456p-54;

  /// Roots of -log p at which the two tails are exact.
  private static final double NEAR = 1.5;

  private static final double FAR = 5;

  private NormalQuantileLanes() {}

  static DoubleVector of(DoubleVector p) {
    DoubleVector q = p.sub(0.5);
    DoubleVector y = tail(p, q).blend(middle(p, q), q.abs().compare(LE, MIDDLE));
    y = y.blend(Double.NEGATIVE_INFINITY, p.compare(EQ, 0.0));
    y = y.blend(Double.POSITIVE_INFINITY, p.compare(EQ, 1.0));
    return all(p, Double.NaN).blend(y, p.compare(GE, 0.0).and(p.compare(LE, 1.0)));
  }

  private static DoubleVector middle(DoubleVector p, DoubleVector q) {
    DoubleVector qLow = p.sub(q.add(0.5));
    DoubleVector u = q.mul(q);
    DoubleVector v = all(u, BEYOND_MIDDLE_SQUARED).sub(u);
    DoubleVector v2 = v.mul(v);
    DoubleVector top = fma(0x1.e4da8cd9aa7efp+16, v2, 0x1.5e7c1aec19f2dp+17);
    top = fma(top, v2, 0x1.d087509ec43f6p+12);
    top = fma(top, v2, 0x1.8e9601fa878bcp+3);
    DoubleVector topOdd = fma(0x1.60bdcb9c8803cp+8, v2, 0x1.03543b78d2c5ep+18);
    topOdd = fma(topOdd, v2, 0x1.9b6ddc402672cp+15);
    topOdd = fma(topOdd, v2, 0x1.eef5f350347f9p+8);
    top = fma(topOdd, v, top);
    DoubleVector bottom = fma(0x1.e64654a606cffp+16, v2, 0x1.42aae2c63ad07p+15);
    bottom = fma(bottom, v2, 0x1.b8f6ec26665d3p+9);
    bottom = fma(bottom, v2, 1);
    DoubleVector bottomOdd = fma(0x1.7a0bf26084bb7p+15, v2, 0x1.9e5a5647fb05cp+16);
    bottomOdd = fma(bottomOdd, v2, 0x1.02cd779fcf6d4p+13);
    bottomOdd = fma(bottomOdd, v2, 0x1.7a084891cb674p+5);
    bottom = fma(bottomOdd, v, bottom);
    DoubleVector bent = u.mul(CUBIC);
    DoubleVector bentLow =
        fma(CUBIC, u, bent.neg()).add(fma(CUBIC, fma(q, q, u.neg()), u.mul(CUBIC_LOW)));
    DoubleVector rest = fma(u.mul(u), top.div(bottom), bentLow.add(ROOT_2_PI_LOW));
    DoubleVector sum = bent.add(rest);
    DoubleVector slope = sum.add(ROOT_2_PI);
    DoubleVector slopeLow = sum.sub(slope.sub(ROOT_2_PI)).add(rest.sub(sum.sub(bent)));
    DoubleVector y = q.mul(slope);
    // What p - 1/2 lost counts with the derivative, sqrt(2 pi) e^(y^2 / 2), to two digits.
    DoubleVector h = y.mul(0.5).mul(y);
    DoubleVector series = fma(h, fma(h, 0x1.555p-5, 0x1.555p-3), 0.5);
    DoubleVector derivative = fma(h, fma(h, series, 1), 1).mul(ROOT_2_PI);
    return y.add(fma(derivative, qLow, fma(q, slopeLow, fma(q, slope, y.neg()))));
  }

  private static DoubleVector tail(DoubleVector p, DoubleVector q) {
    DoubleVector outer = all(p, 1).sub(p).blend(p, q.compare(LT, 0.0));
    VectorMask<Double> subnormal = outer.compare(LT, Double.MIN_NORMAL);
    LongVector split = DoubleLogarithmLanes.split(outer.blend(outer.mul(0x1p54), subnormal));
    DoubleVector k = DoubleLogarithmLanes.exponent(split).sub(all(p, 0.0).blend(54.0, subnormal));
    DoubleVector f = DoubleLogarithmLanes.mantissa(split).sub(1);
    DoubleVector large = DoubleLogarithmLanes.large(k, f);
    DoubleVector small = DoubleLogarithmLanes.small(k, f, all(p, 0));
    DoubleVector minusLog = large.add(small).neg();
    DoubleVector minusLogLow = small.sub(minusLog.neg().sub(large)).neg();
    DoubleVector r = minusLog.sqrt();
    DoubleVector rLow = fma(r.neg(), r, minusLog).add(minusLogLow).div(r.mul(2));
    VectorMask<Double> far = r.compare(GT, FAR);
    DoubleVector d = r.sub(all(p, NEAR).blend(FAR, far));
    DoubleVector base = all(p, -0x1.bd69bf5d0e935p-1).blend(-0x1.a7143ee025997p-2, far);
    DoubleVector baseLow = all(p, 0x1.6e830182c5fd7p-55).blend(0x1.b8b060ec5eb57p-57, far);
    DoubleVector d2 = d.mul(d);
    DoubleVector top =
        fma(
            all(p, 0x1.35293369ebc2ap-15).blend(0x1.cb118865e7919p-32, far),
            d2,
            all(p, 0x1.26f1cb6618696p-6).blend(0x1.43a0b90af56bep-17, far));
    top = fma(top, d2, all(p, 0x1.5f3e1532b3a30p-2).blend(0x1.1283fbbbde4cdp-8, far));
    top = fma(top, d2, all(p, 0x1.479daa67f6f4cp-2).blend(0x1.ca4eab457694fp-5, far));
    DoubleVector topOdd =
        fma(
            all(p, 0x1.560b5a2c000b8p-29).blend(0x1.033ec6d9f6fa9p-51, far),
            d2,
            all(p, 0x1.7533c708a3ea3p-10).blend(0x1.03bc010cc1754p-23, far));
    topOdd = fma(topOdd, d2, all(p, 0x1.bb6ecb4b9aa7ap-4).blend(0x1.3c95fbc911357p-12, far));
    topOdd = fma(topOdd, d2, all(p, 0x1.127a2f8e526dap-1).blend(0x1.a3b75eaada7dcp-6, far));
    top = fma(topOdd, d, top);
    DoubleVector bottom =
        fma(
            all(p, 0x1.e20f97032a5c7p-10).blend(0x1.48fbd92670358p-22, far),
            d2,
            all(p, 0x1.90a5314116060p-3).blend(0x1.f5442b1b056fcp-11, far));
    bottom = fma(bottom, d2, all(p, 0x1.cbfca90a96f20p+0).blend(0x1.283765f36d903p-3, far));
    bottom = fma(bottom, d2, 1);
    DoubleVector bottomOdd =
        fma(
            all(p, 0x1.676fe2dc797e3p-15).blend(0x1.1686897f8798cp-30, far),
            d2,
            all(p, 0x1.ba8c584059d0ap-6).blend(0x1.bdb0fa0441163p-16, far));
    bottomOdd = fma(bottomOdd, d2, all(p, 0x1.94fc6f211e7bcp-1).blend(0x1.0f187826eb5fbp-6, far));
    bottomOdd = fma(bottomOdd, d2, all(p, 0x1.0f1cfd5177285p+1).blend(0x1.39f547da32f2ap-1, far));
    bottom = fma(bottomOdd, d, bottom);
    DoubleVector straight = r.mul(ROOT_2);
    DoubleVector straightLow =
        fma(ROOT_2, r, straight.neg()).add(fma(ROOT_2, rLow, r.mul(ROOT_2_LOW)));
    DoubleVector sum = straight.add(base);
    DoubleVector sumLow = base.sub(sum.sub(straight)).add(straightLow.add(baseLow));
    DoubleVector y = sum.add(fma(d, top.div(bottom), sumLow));
    return y.blend(y.neg(), q.compare(LT, 0.0));
  }
}
