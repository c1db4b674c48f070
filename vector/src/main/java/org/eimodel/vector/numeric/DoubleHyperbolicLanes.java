package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LN2_HIGH;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LN2_LOW;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.LOG2_E;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.ROUND;
import static org.eimodel.vector.numeric.DoubleExponentialLanes.beyondLinear;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.DoubleLanes.copySign;
import static org.eimodel.vector.numeric.DoubleLanes.fma;

import jdk.incubator.vector.DoubleVector;

/// The lanes' form of `DoubleHyperbolics`: the same operations in the same order.
final class DoubleHyperbolicLanes {
  private DoubleHyperbolicLanes() {}

  static DoubleVector tanh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector bounded = size.blend(22.0, size.compare(GT, 22.0));
    DoubleVector twice = bounded.mul(2);
    DoubleVector t = fma(twice, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, twice);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector e = beyondLinear(r, c);
    // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
    DoubleVector half = bits(t).add(1022).lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector a = half.sub(0.5);
    DoubleVector b = half.mul(r);
    DoubleVector sum = a.add(b);
    DoubleVector rest = fma(half, e, b.sub(sum.sub(a)).add(half.sub(a).sub(0.5)));
    DoubleVector top = sum.add(rest);
    DoubleVector topLow = rest.sub(top.sub(sum));
    DoubleVector bottom = top.add(1);
    DoubleVector one = bottom.sub(top);
    DoubleVector bottomLow = top.sub(bottom.sub(one)).add(all(one, 1).sub(one)).add(topLow);
    DoubleVector inverse = all(bottom, 1).div(bottom);
    DoubleVector q = top.mul(inverse);
    DoubleVector y =
        fma(fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)), inverse, q);
    y = copySign(y, x);
    y = y.blend(x, size.compare(LT, 0x1p-54));
    return y.blend(x.mul(0), size.compare(LT, Double.MIN_NORMAL));
  }

  static DoubleVector sinh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector bounded = size.blend(710.5, size.compare(GT, 710.5));
    DoubleVector t = fma(bounded, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, bounded);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector e = beyondLinear(r, c);
    // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
    // on the way.
    DoubleVector quarter = bits(t).add(1021).lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector a = quarter.sub(0.25);
    DoubleVector b = quarter.mul(r);
    DoubleVector sum = a.add(b);
    DoubleVector rest = fma(quarter, e, b.sub(sum.sub(a)).add(quarter.sub(a).sub(0.25)));
    DoubleVector top = sum.add(rest);
    DoubleVector topLow = rest.sub(top.sub(sum));
    DoubleVector bottom = top.add(0.25);
    DoubleVector added = bottom.sub(top);
    DoubleVector bottomLow =
        top.sub(bottom.sub(added)).add(all(added, 0.25).sub(added)).add(topLow);
    DoubleVector inverse = all(bottom, 1).div(bottom);
    DoubleVector q = top.mul(inverse);
    DoubleVector qLow = fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)).mul(inverse);
    DoubleVector second = q.mul(0.25);
    DoubleVector main = top.add(second);
    DoubleVector y = main.add(second.sub(main.sub(top)).add(fma(0.25, qLow, topLow))).mul(2);
    y = copySign(y, x);
    y = y.blend(x, size.compare(LT, 0x1p-54));
    y = y.blend(x.mul(0), size.compare(LT, Double.MIN_NORMAL));
    return y.blend(copySign(all(x, Double.POSITIVE_INFINITY), x), size.compare(GT, 710.5));
  }

  static DoubleVector cosh(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector bounded = size.blend(710.5, size.compare(GT, 710.5));
    DoubleVector t = fma(bounded, LOG2_E, ROUND);
    DoubleVector n = t.sub(ROUND);
    DoubleVector high = fma(n, -LN2_HIGH, bounded);
    DoubleVector r = fma(n, -LN2_LOW, high);
    DoubleVector c = fma(n, -LN2_LOW, high.sub(r));
    DoubleVector e = beyondLinear(r, c);
    // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
    DoubleVector quarter = bits(t).add(1021).lanewise(LSHL, 52).reinterpretAsDoubles();
    DoubleVector b = quarter.mul(r);
    DoubleVector sum = quarter.add(b);
    DoubleVector rest = fma(quarter, e, b.sub(sum.sub(quarter)));
    DoubleVector first = sum.add(rest);
    DoubleVector firstLow = rest.sub(first.sub(sum));
    DoubleVector inverse = all(first, 1).div(first);
    DoubleVector second = inverse.mul(0.0625);
    DoubleVector secondLow = second.mul(fma(first.neg(), inverse, 1).sub(firstLow.mul(inverse)));
    DoubleVector main = first.add(second);
    DoubleVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(2);
    return y.blend(Double.POSITIVE_INFINITY, size.compare(GT, 710.5));
  }
}
