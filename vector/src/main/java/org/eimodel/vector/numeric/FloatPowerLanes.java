package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.FloatLanes.copySign;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `FloatPower`: the size of the power in double precision, its sign and special cases in single.
final class FloatPowerLanes {
  private FloatPowerLanes() {}

  static FloatVector pow(FloatVector x, FloatVector y) {
    FloatVector size = x.abs();
    FloatVector low = Halves.joined(ofSize(Halves.first(size), Halves.first(y)), 0, x);
    FloatVector high = Halves.joined(ofSize(Halves.second(size), Halves.second(y)), -1, x);
    return signed(Halves.both(low, high), x, y);
  }

  /// {@return the power of a size, before its special cases}
  static DoubleVector ofSize(DoubleVector size, DoubleVector y) {
    DoubleVector z = DoubleExponentialLanes.exp(y.mul(DoubleLogarithmLanes.log(size)));
    return z.blend(0.0, z.compare(LT, Float.MIN_NORMAL));
  }

  /// {@return the power, given that of the size of x}
  static FloatVector signed(FloatVector z, FloatVector x, FloatVector y) {
    FloatVector size = x.abs();
    FloatVector ySize = y.abs();
    VectorMask<Float> whole =
        ySize.compare(GE, 0x1p23f).or(ySize.add(0x1p23f).sub(0x1p23f).compare(EQ, ySize));
    FloatVector half = ySize.mul(0.5f);
    VectorMask<Float> wholeHalf =
        half.compare(GE, 0x1p23f).or(half.add(0x1p23f).sub(0x1p23f).compare(EQ, half));
    VectorMask<Float> odd = whole.and(wholeHalf.not());
    VectorMask<Float> none =
        x.compare(LT, 0f).and(size.compare(LT, Float.POSITIVE_INFINITY)).and(whole.not());
    z = z.blend(copySign(z, x), odd);
    z = z.blend(Float.NaN, none);
    z = z.blend(x.add(y), x.compare(NE, x).or(y.compare(NE, y)));
    return z.blend(1f, y.compare(EQ, 0f));
  }
}
