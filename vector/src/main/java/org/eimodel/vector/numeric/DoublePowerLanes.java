package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LN2_HIGH;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LN2_LOW;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LOG2_E;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.ROUND;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.tail;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.DoubleLanes.copySign;
import static org.eimodel.vector.numeric.DoubleLanes.fma;
import static org.eimodel.vector.numeric.DoubleLogarithmLanes.LN2_REST;
import static org.eimodel.vector.numeric.DoubleLogarithmLanes.LN2_SHORT;
import static org.eimodel.vector.numeric.DoubleLogarithmLanes.exponent;
import static org.eimodel.vector.numeric.DoubleLogarithmLanes.mantissa;
import static org.eimodel.vector.numeric.DoubleLogarithmLanes.split;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `DoublePower`: the same operations in the same order.
final class DoublePowerLanes {
  private static final double THIRD = 0x1.5555555555555p-2;
  private static final double THIRD_LOW = 0x1.5555555555555p-56;

  private DoublePowerLanes() {}

  static DoubleVector pow(DoubleVector x, DoubleVector y) {
    DoubleVector size = x.abs();
    DoubleVector z = ofPositive(size, y);
    DoubleVector infiniteOrZero = all(size, 1).div(size).blend(size, y.compare(GT, 0.0));
    z =
        z.blend(
            infiniteOrZero, size.compare(EQ, 0.0).or(size.compare(EQ, Double.POSITIVE_INFINITY)));
    DoubleVector ySize = y.abs();
    VectorMask<Double> whole =
        ySize.compare(GE, 0x1p52).or(ySize.add(0x1p52).sub(0x1p52).compare(EQ, ySize));
    DoubleVector half = ySize.mul(0.5);
    VectorMask<Double> wholeHalf =
        half.compare(GE, 0x1p52).or(half.add(0x1p52).sub(0x1p52).compare(EQ, half));
    VectorMask<Double> odd = whole.and(wholeHalf.not());
    z = z.blend(copySign(z, x), odd);
    z =
        z.blend(
            Double.NaN,
            x.compare(LT, 0.0).and(size.compare(LT, Double.POSITIVE_INFINITY)).and(whole.not()));
    z = z.blend(x.add(y), x.compare(NE, x).or(y.compare(NE, y)));
    return z.blend(1.0, y.compare(EQ, 0.0));
  }

  private static DoubleVector ofPositive(DoubleVector x, DoubleVector y) {
    VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
    LongVector split = split(x.blend(x.mul(0x1p54), subnormal));
    DoubleVector k = exponent(split).sub(all(x, 0.0).blend(54.0, subnormal));
    DoubleVector f = mantissa(split).sub(1);

    // s + sLow = f / (2 + f)
    DoubleVector bottom = f.add(2);
    DoubleVector bottomLow = f.sub(bottom.sub(2));
    DoubleVector inverse = all(bottom, 1).div(bottom);
    DoubleVector s = f.mul(inverse);
    DoubleVector sLow = fma(s.neg(), bottomLow, fma(s.neg(), bottom, f)).mul(inverse);
    // z + zLow = s^2; w + wLow = 1/3 + z Q(z)
    DoubleVector z = s.mul(s);
    DoubleVector zLow = fma(s.mul(2), sLow, fma(s, s, z.neg()));
    DoubleVector t = z.mul(fifth(z));
    DoubleVector w = t.add(THIRD);
    DoubleVector wLow = t.sub(w.sub(THIRD)).add(THIRD_LOW);
    // v + vLow = z w; g + gLow = s v
    DoubleVector v = z.mul(w);
    DoubleVector vLow = fma(z, wLow, fma(zLow, w, fma(z, w, v.neg())));
    DoubleVector g = s.mul(v);
    DoubleVector gLow = fma(s, vLow, fma(sLow, v, fma(s, v, g.neg())));
    DoubleVector main = s.add(g);
    DoubleVector rest = g.sub(main.sub(s)).add(gLow.add(sLow));
    // k ln 2 + 2 (main + rest), normalised
    DoubleVector whole = k.mul(LN2_SHORT);
    DoubleVector sum = whole.add(main.mul(2));
    DoubleVector sumLow = main.mul(2).sub(sum.sub(whole)).add(fma(k, LN2_REST, rest.mul(2)));
    DoubleVector log = sum.add(sumLow);
    DoubleVector logLow = sumLow.sub(log.sub(sum));

    DoubleVector p = y.mul(log);
    DoubleVector pLow = fma(y, logLow, fma(y, log, p.neg()));
    VectorMask<Double> beyond = p.abs().compare(GT, 800.0);
    p = p.blend(copySign(all(p, 800), p), beyond);
    return expOfSum(p, pLow.blend(0.0, beyond));
  }

  /// {@return `(atanh(s) / s - 1 - z / 3) / z^2` for z = s^2}
  private static DoubleVector fifth(DoubleVector z) {
    DoubleVector z2 = z.mul(z);
    DoubleVector a = fma(0x1.2492492493034p-3, z, 0x1.9999999999996p-3);
    DoubleVector b = fma(0x1.745d183268b0fp-4, z, 0x1.c71c71c58056cp-4);
    DoubleVector c = fma(0x1.1120b7575b56ap-4, z, 0x1.3b1362ad2c443p-4);
    DoubleVector d = fma(0x1.eb1426e932bccp-5, z, 0x1.de331e7d81ac9p-5);
    return fma(fma(fma(d, z2, c), z2, b), z2, a);
  }

  /// {@return `e^(x + low)` for |x| up to 800}
  private static DoubleVector expOfSum(DoubleVector x, DoubleVector low) {
    DoubleVector t = fma(x, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, x);
    DoubleVector rest = fma(n, -LN2_LOW, low);
    DoubleVector r = high.add(rest);
    DoubleVector c = rest.sub(r.sub(high));
    DoubleVector p = r.add(fma(r.mul(r), fma(r, tail(r), 0.5), c)).add(1);
    // Two factors, because 2^n alone may be out of range where the result is not.
    LongVector power = bits(t).lanewise(LSHL, 32).lanewise(ASHR, 32);
    LongVector first = power.lanewise(ASHR, 1);
    DoubleVector y = p.mul(first.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
    y = y.mul(power.sub(first).add(1023).lanewise(LSHL, 52).reinterpretAsDoubles());
    return y.blend(0.0, y.compare(LT, Double.MIN_NORMAL));
  }
}
