package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The loops' form of `DoublePower` and `FloatPower`: the same operations in the same order, divided into stages, each of
/// which is one loop over the rows of [Stages]. Reasons and sources of the numbers stand in the scalar classes.
final class PowerLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector NAN = all(Double.NaN);
  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector SINGLE_NORMAL = all(Float.MIN_NORMAL);
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
  private static final DoubleVector THIRD = all(0x1.5555555555555p-2);
  private static final DoubleVector THIRD_LOW = all(0x1.5555555555555p-56);
  private static final DoubleVector FIFTH_1 = all(0x1.2492492493034p-3);
  private static final DoubleVector FIFTH_2 = all(0x1.9999999999996p-3);
  private static final DoubleVector FIFTH_3 = all(0x1.745d183268b0fp-4);
  private static final DoubleVector FIFTH_4 = all(0x1.c71c71c58056cp-4);
  private static final DoubleVector FIFTH_5 = all(0x1.1120b7575b56ap-4);
  private static final DoubleVector FIFTH_6 = all(0x1.3b1362ad2c443p-4);
  private static final DoubleVector FIFTH_7 = all(0x1.eb1426e932bccp-5);
  private static final DoubleVector FIFTH_8 = all(0x1.de331e7d81ac9p-5);
  private static final DoubleVector HIGHEST = all(800);
  private static final DoubleVector LOWEST = all(-800);
  private static final DoubleVector LOG2_E = all(0x1.71547652b82fep+0);
  private static final DoubleVector ROUND = all(0x1.8p52);
  private static final DoubleVector MINUS_LN2_HIGH = all(-0x1.62e42fefa39efp-1);
  private static final DoubleVector MINUS_LN2_LOW = all(-0x1.abc9e3b39803fp-56);
  private static final DoubleVector EXP_1 = all(0x1.555555555555ap-5);
  private static final DoubleVector EXP_2 = all(0x1.5555555555559p-3);
  private static final DoubleVector EXP_3 = all(0x1.6c16c16c1464ap-10);
  private static final DoubleVector EXP_4 = all(0x1.111111110f76ep-7);
  private static final DoubleVector EXP_5 = all(0x1.a01a01b02033dp-16);
  private static final DoubleVector EXP_6 = all(0x1.a01a01afa090cp-13);
  private static final DoubleVector EXP_7 = all(0x1.27e4c6e092698p-22);
  private static final DoubleVector EXP_8 = all(0x1.71ddf8f224c53p-19);
  private static final DoubleVector EXP_9 = all(0x1.1f9376befb767p-29);
  private static final DoubleVector EXP_10 = all(0x1.af5dbe9ebdc7bp-26);
  private static final LongVector BIAS = bits(1023);
  private static final DoubleVector WHOLE = all(0x1p52);
  private static final LongVector SIGN = bits(Long.MIN_VALUE);

  private PowerLoops() {}

  /// Numbers of row 0 to the power of row 1, into row 2.
  static void pow(double[][] rows, int count) {
    split(rows[0], rows[2], rows[3], rows[4], count);
    series(rows[3], rows[4], count);
    product(rows[1], rows[2], rows[3], rows[4], count);
    exponential(rows[3], rows[4], rows[2], count);
    edges(rows[0], rows[1], rows[2], count);
    signs(rows[0], rows[1], rows[2], count);
  }

  /// As [#pow] in single precision, whose scalar form goes by way of double precision as well.
  static void singlePow(double[][] rows, int count) {
    sizes(rows[0], rows[2], count);
    DoubleLogarithmLoops.log(rows[2], 0, rows[2], 0, count);
    multiply(rows[1], rows[2], count);
    DoubleExponentialLoops.exp(rows[2], 0, rows[2], 0, count);
    singleEdges(rows[2], count);
    signs(rows[0], rows[1], rows[2], count);
  }

  private static void sizes(double[] x, double[] size, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector.fromArray(DOUBLE, x, i).abs().intoArray(size, i);
    }
  }

  private static void multiply(double[] y, double[] log, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector factor = DoubleVector.fromArray(DOUBLE, y, i);
      factor.mul(DoubleVector.fromArray(DOUBLE, log, i)).intoArray(log, i);
    }
  }

  private static void singleEdges(double[] z, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector value = DoubleVector.fromArray(DOUBLE, z, i);
      value.blend(ZERO, value.compare(LT, SINGLE_NORMAL)).intoArray(z, i);
    }
  }

  /// `|x| = 2^k (1 + f)`, and `s + sLow = f / (2 + f)`.
  private static void split(double[] x, double[] k, double[] s, double[] sLow, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector size = DoubleVector.fromArray(DOUBLE, x, i).abs();
      VectorMask<Double> subnormal = size.compare(LT, NORMAL);
      LongVector split =
          size.blend(size.mul(UP_54), subnormal).reinterpretAsLongs().add(ONE_LESS_SQRT_HALF);
      split
          .lanewise(LSHR, 52)
          .or(INTEGER)
          .reinterpretAsDoubles()
          .sub(INTEGER_BIAS)
          .sub(ZERO.blend(FIFTY_FOUR, subnormal))
          .intoArray(k, i);
      DoubleVector f = split.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles().sub(ONE);
      DoubleVector bottom = f.add(TWO);
      DoubleVector bottomLow = f.sub(bottom.sub(TWO));
      DoubleVector inverse = ONE.div(bottom);
      DoubleVector quotient = f.mul(inverse);
      DoubleVector minus = quotient.neg();
      quotient.intoArray(s, i);
      minus.fma(bottomLow, minus.fma(bottom, f)).mul(inverse).intoArray(sLow, i);
    }
  }

  /// Half of log (1 + f), in two numbers, in the place of s.
  private static void series(double[] sRow, double[] sLowRow, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector s = DoubleVector.fromArray(DOUBLE, sRow, i);
      DoubleVector sLow = DoubleVector.fromArray(DOUBLE, sLowRow, i);
      DoubleVector z = s.mul(s);
      DoubleVector zLow = s.mul(TWO).fma(sLow, s.fma(s, z.neg()));
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(FIFTH_1, FIFTH_2);
      DoubleVector b = z.fma(FIFTH_3, FIFTH_4);
      DoubleVector c = z.fma(FIFTH_5, FIFTH_6);
      DoubleVector d = z.fma(FIFTH_7, FIFTH_8);
      DoubleVector t = z.mul(d.fma(z2, c).fma(z2, b).fma(z2, a));
      DoubleVector w = t.add(THIRD);
      DoubleVector wLow = t.sub(w.sub(THIRD)).add(THIRD_LOW);
      DoubleVector v = z.mul(w);
      DoubleVector vLow = z.fma(wLow, zLow.fma(w, z.fma(w, v.neg())));
      DoubleVector g = s.mul(v);
      DoubleVector gLow = s.fma(vLow, sLow.fma(v, s.fma(v, g.neg())));
      DoubleVector main = s.add(g);
      main.intoArray(sRow, i);
      g.sub(main.sub(s)).add(gLow.add(sLow)).intoArray(sLowRow, i);
    }
  }

  /// `y log x` in two numbers, in the place of the logarithm.
  private static void product(
      double[] yRow, double[] kRow, double[] mainRow, double[] restRow, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector k = DoubleVector.fromArray(DOUBLE, kRow, i);
      DoubleVector main2 = DoubleVector.fromArray(DOUBLE, mainRow, i).mul(TWO);
      DoubleVector rest2 = DoubleVector.fromArray(DOUBLE, restRow, i).mul(TWO);
      DoubleVector whole = k.mul(LN2_SHORT);
      DoubleVector sum = whole.add(main2);
      DoubleVector sumLow = main2.sub(sum.sub(whole)).add(k.fma(LN2_REST, rest2));
      DoubleVector log = sum.add(sumLow);
      DoubleVector logLow = sumLow.sub(log.sub(sum));
      DoubleVector p = y.mul(log);
      DoubleVector pLow = y.fma(logLow, y.fma(log, p.neg()));
      VectorMask<Double> beyond = p.abs().compare(GT, HIGHEST);
      DoubleVector end = HIGHEST.blend(LOWEST, p.compare(LT, ZERO));
      p.blend(end, beyond).intoArray(mainRow, i);
      pLow.blend(ZERO, beyond).intoArray(restRow, i);
    }
  }

  /// e to a sum of two numbers.
  private static void exponential(double[] pRow, double[] pLowRow, double[] out, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector low = DoubleVector.fromArray(DOUBLE, pLowRow, i);
      DoubleVector t = x.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, x);
      DoubleVector rest = n.fma(MINUS_LN2_LOW, low);
      DoubleVector r = high.add(rest);
      DoubleVector c = rest.sub(r.sub(high));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.fma(EXP_1, EXP_2);
      DoubleVector b = r.fma(EXP_3, EXP_4);
      DoubleVector c2 = r.fma(EXP_5, EXP_6);
      DoubleVector d = r.fma(EXP_7, EXP_8);
      DoubleVector e = r.fma(EXP_9, EXP_10);
      DoubleVector tail = e.fma(r4, d.fma(r2, c2)).fma(r4, b.fma(r2, a));
      DoubleVector p = r.add(r2.fma(r.fma(tail, HALF), c)).add(ONE);
      LongVector power = t.reinterpretAsLongs().lanewise(LSHL, 32).lanewise(ASHR, 32);
      LongVector first = power.lanewise(ASHR, 1);
      DoubleVector y = p.mul(first.add(BIAS).lanewise(LSHL, 52).reinterpretAsDoubles());
      y = y.mul(power.sub(first).add(BIAS).lanewise(LSHL, 52).reinterpretAsDoubles());
      y.blend(ZERO, y.compare(LT, NORMAL)).intoArray(out, i);
    }
  }

  /// Powers of zero and of infinity.
  private static void edges(double[] xRow, double[] yRow, double[] zRow, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector size = DoubleVector.fromArray(DOUBLE, xRow, i).abs();
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector z = DoubleVector.fromArray(DOUBLE, zRow, i);
      DoubleVector infiniteOrZero = ONE.div(size).blend(size, y.compare(GT, ZERO));
      VectorMask<Double> edge = size.compare(EQ, ZERO).or(size.compare(EQ, INFINITY));
      z.blend(infiniteOrZero, edge).intoArray(zRow, i);
    }
  }

  /// Powers of negative numbers, NaN, and the power zero.
  private static void signs(double[] xRow, double[] yRow, double[] zRow, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, xRow, i);
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector z = DoubleVector.fromArray(DOUBLE, zRow, i);
      DoubleVector ySize = y.abs();
      VectorMask<Double> whole =
          ySize.compare(GE, WHOLE).or(ySize.add(WHOLE).sub(WHOLE).compare(EQ, ySize));
      DoubleVector half = ySize.mul(HALF);
      VectorMask<Double> wholeHalf =
          half.compare(GE, WHOLE).or(half.add(WHOLE).sub(WHOLE).compare(EQ, half));
      DoubleVector signed =
          z.reinterpretAsLongs()
              .and(SIGN.not())
              .or(x.reinterpretAsLongs().and(SIGN))
              .reinterpretAsDoubles();
      z = z.blend(signed, whole.and(wholeHalf.not()));
      VectorMask<Double> negative = x.compare(LT, ZERO).and(x.abs().compare(LT, INFINITY));
      z = z.blend(NAN, negative.and(whole.not()));
      z = z.blend(x.add(y), x.compare(NE, x).or(y.compare(NE, y)));
      z.blend(ONE, y.compare(EQ, ZERO)).intoArray(zRow, i);
    }
  }
}
