package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatExponentialLanes.LN2_HIGH;
import static org.eimodel.vector.numeric.FloatExponentialLanes.LN2_LOW;
import static org.eimodel.vector.numeric.FloatExponentialLanes.LOG2_E;
import static org.eimodel.vector.numeric.FloatExponentialLanes.ROUND;
import static org.eimodel.vector.numeric.FloatExponentialLanes.beyondLinear;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.FloatLanes.copySign;
import static org.eimodel.vector.numeric.FloatLanes.fma;

import jdk.incubator.vector.FloatVector;

/// The lanes' form of `FloatHyperbolics`: the same operations in the same order.
final class FloatHyperbolicLanes {
  private FloatHyperbolicLanes() {}

  static FloatVector tanh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector bounded = size.blend(10f, size.compare(GT, 10f));
    FloatVector twice = bounded.mul(2);
    FloatVector t = fma(twice, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, twice);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector e = beyondLinear(r, c);
    // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
    FloatVector half = bits(t).add(126).lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector a = half.sub(0.5f);
    FloatVector b = half.mul(r);
    FloatVector sum = a.add(b);
    FloatVector rest = fma(half, e, b.sub(sum.sub(a)).add(half.sub(a).sub(0.5f)));
    FloatVector top = sum.add(rest);
    FloatVector topLow = rest.sub(top.sub(sum));
    FloatVector bottom = top.add(1);
    FloatVector one = bottom.sub(top);
    FloatVector bottomLow = top.sub(bottom.sub(one)).add(all(one, 1).sub(one)).add(topLow);
    FloatVector inverse = all(bottom, 1).div(bottom);
    FloatVector q = top.mul(inverse);
    FloatVector y = fma(fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)), inverse, q);
    y = copySign(y, x);
    y = y.blend(x, size.compare(LT, 0x1p-25f));
    return y.blend(x.mul(0), size.compare(LT, Float.MIN_NORMAL));
  }

  static FloatVector sinh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector bounded = size.blend(89.5f, size.compare(GT, 89.5f));
    FloatVector t = fma(bounded, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, bounded);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector e = beyondLinear(r, c);
    // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
    // on the way.
    FloatVector quarter = bits(t).add(125).lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector a = quarter.sub(0.25f);
    FloatVector b = quarter.mul(r);
    FloatVector sum = a.add(b);
    FloatVector rest = fma(quarter, e, b.sub(sum.sub(a)).add(quarter.sub(a).sub(0.25f)));
    FloatVector top = sum.add(rest);
    FloatVector topLow = rest.sub(top.sub(sum));
    FloatVector bottom = top.add(0.25f);
    FloatVector added = bottom.sub(top);
    FloatVector bottomLow =
        top.sub(bottom.sub(added)).add(all(added, 0.25f).sub(added)).add(topLow);
    FloatVector inverse = all(bottom, 1).div(bottom);
    FloatVector q = top.mul(inverse);
    FloatVector qLow = fma(q.neg(), bottom, top).add(fma(q.neg(), bottomLow, topLow)).mul(inverse);
    FloatVector second = q.mul(0.25f);
    FloatVector main = top.add(second);
    FloatVector y = main.add(second.sub(main.sub(top)).add(fma(0.25f, qLow, topLow))).mul(2);
    y = copySign(y, x);
    y = y.blend(x, size.compare(LT, 0x1p-25f));
    y = y.blend(x.mul(0), size.compare(LT, Float.MIN_NORMAL));
    return y.blend(copySign(all(x, Float.POSITIVE_INFINITY), x), size.compare(GT, 89.5f));
  }

  static FloatVector cosh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector bounded = size.blend(89.5f, size.compare(GT, 89.5f));
    FloatVector t = fma(bounded, LOG2_E, ROUND);
    FloatVector n = t.sub(ROUND);
    FloatVector high = fma(n, -LN2_HIGH, bounded);
    FloatVector r = fma(n, -LN2_LOW, high);
    FloatVector c = fma(n, -LN2_LOW, high.sub(r));
    FloatVector e = beyondLinear(r, c);
    // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
    FloatVector quarter = bits(t).add(125).lanewise(LSHL, 23).reinterpretAsFloats();
    FloatVector b = quarter.mul(r);
    FloatVector sum = quarter.add(b);
    FloatVector rest = fma(quarter, e, b.sub(sum.sub(quarter)));
    FloatVector first = sum.add(rest);
    FloatVector firstLow = rest.sub(first.sub(sum));
    FloatVector inverse = all(first, 1).div(first);
    FloatVector second = inverse.mul(0.0625f);
    FloatVector secondLow = second.mul(fma(first.neg(), inverse, 1).sub(firstLow.mul(inverse)));
    FloatVector main = first.add(second);
    FloatVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(2);
    return y.blend(Float.POSITIVE_INFINITY, size.compare(GT, 89.5f));
  }
}
