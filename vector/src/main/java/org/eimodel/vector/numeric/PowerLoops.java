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

  private static final double ZERO = 0;
  private static final double HALF = 0.5;
  private static final double ONE = 1;
  private static final double TWO = 2;
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double SINGLE_NORMAL = Float.MIN_NORMAL;
  private static final double UP_54 = 0x1p54;
  private static final double FIFTY_FOUR = 54;
  private static final long ONE_LESS_SQRT_HALF = 0x3ff0000000000000L - 0x3fe6a09e00000000L;
  private static final long SQRT_HALF = 0x3fe6a09e00000000L;
  private static final long FRACTION = 0x000fffffffffffffL;
  private static final long INTEGER = 0x4330000000000000L;
  private static final double INTEGER_BIAS = 0x1p52 + 1023;
  private static final double LN2_SHORT = 0x1.62e42fefa38p-1;
  private static final double LN2_REST = 0x1.ef35793c7673p-45;
  private static final double THIRD = 0x1.5555555555555p-2;
  private static final double THIRD_LOW = 0x1.5555555555555p-56;
  private static final double FIFTH_1 = 0x1.2492492493034p-3;
  private static final double FIFTH_2 = 0x1.9999999999996p-3;
  private static final double FIFTH_3 = 0x1.745d183268b0fp-4;
  private static final double FIFTH_4 = 0x1.c71c71c58056cp-4;
  private static final double FIFTH_5 = 0x1.1120b7575b56ap-4;
  private static final double FIFTH_6 = 0x1.3b1362ad2c443p-4;
  private static final double FIFTH_7 = 0x1.eb1426e932bccp-5;
  private static final double FIFTH_8 = 0x1.de331e7d81ac9p-5;
  private static final double HIGHEST = 800;
  private static final double LOWEST = -800;
  private static final double LOG2_E = 0x1.71547652b82fep+0;
  private static final double ROUND = 0x1.8p52;
  private static final double MINUS_LN2_HIGH = -0x1.62e42fefa39efp-1;
  private static final double MINUS_LN2_LOW = -0x1.abc9e3b39803fp-56;
  private static final double EXP_1 = 0x1.555555555555ap-5;
  private static final double EXP_2 = 0x1.5555555555559p-3;
  private static final double EXP_3 = 0x1.6c16c16c1464ap-10;
  private static final double EXP_4 = 0x1.111111110f76ep-7;
  private static final double EXP_5 = 0x1.a01a01b02033dp-16;
  private static final double EXP_6 = 0x1.a01a01afa090cp-13;
  private static final double EXP_7 = 0x1.27e4c6e092698p-22;
  private static final double EXP_8 = 0x1.71ddf8f224c53p-19;
  private static final double EXP_9 = 0x1.1f9376befb767p-29;
  private static final double EXP_10 = 0x1.af5dbe9ebdc7bp-26;
  private static final long BIAS = 1023;
  private static final double WHOLE = 0x1p52;
  private static final long SIGN = Long.MIN_VALUE;

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
    DoubleVector zero = all(ZERO);
    DoubleVector singleNormal = all(SINGLE_NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector value = DoubleVector.fromArray(DOUBLE, z, i);
      value.blend(zero, value.compare(LT, singleNormal)).intoArray(z, i);
    }
  }

  /// `|x| = 2^k (1 + f)`, and `s + sLow = f / (2 + f)`.
  private static void split(double[] x, double[] k, double[] s, double[] sLow, int count) {
    DoubleVector normal = all(NORMAL);
    DoubleVector up54 = all(UP_54);
    LongVector oneLessSqrtHalf = bits(ONE_LESS_SQRT_HALF);
    LongVector integer = bits(INTEGER);
    DoubleVector integerBias = all(INTEGER_BIAS);
    DoubleVector zero = all(ZERO);
    DoubleVector fiftyFour = all(FIFTY_FOUR);
    LongVector fraction = bits(FRACTION);
    LongVector sqrtHalf = bits(SQRT_HALF);
    DoubleVector one = all(ONE);
    DoubleVector two = all(TWO);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector size = DoubleVector.fromArray(DOUBLE, x, i).abs();
      VectorMask<Double> subnormal = size.compare(LT, normal);
      LongVector split =
          size.blend(size.mul(up54), subnormal).reinterpretAsLongs().add(oneLessSqrtHalf);
      split
          .lanewise(LSHR, 52)
          .or(integer)
          .reinterpretAsDoubles()
          .sub(integerBias)
          .sub(zero.blend(fiftyFour, subnormal))
          .intoArray(k, i);
      DoubleVector f = split.and(fraction).add(sqrtHalf).reinterpretAsDoubles().sub(one);
      DoubleVector bottom = f.add(two);
      DoubleVector bottomLow = f.sub(bottom.sub(two));
      DoubleVector inverse = one.div(bottom);
      DoubleVector quotient = f.mul(inverse);
      DoubleVector minus = quotient.neg();
      quotient.intoArray(s, i);
      minus.fma(bottomLow, minus.fma(bottom, f)).mul(inverse).intoArray(sLow, i);
    }
  }

  /// Half of log (1 + f), in two numbers, in the place of s.
  private static void series(double[] sRow, double[] sLowRow, int count) {
    DoubleVector two = all(TWO);
    DoubleVector fifth1 = all(FIFTH_1);
    DoubleVector fifth2 = all(FIFTH_2);
    DoubleVector fifth3 = all(FIFTH_3);
    DoubleVector fifth4 = all(FIFTH_4);
    DoubleVector fifth5 = all(FIFTH_5);
    DoubleVector fifth6 = all(FIFTH_6);
    DoubleVector fifth7 = all(FIFTH_7);
    DoubleVector fifth8 = all(FIFTH_8);
    DoubleVector third = all(THIRD);
    DoubleVector thirdLow = all(THIRD_LOW);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector s = DoubleVector.fromArray(DOUBLE, sRow, i);
      DoubleVector sLow = DoubleVector.fromArray(DOUBLE, sLowRow, i);
      DoubleVector z = s.mul(s);
      DoubleVector zLow = s.mul(two).fma(sLow, s.fma(s, z.neg()));
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(fifth1, fifth2);
      DoubleVector b = z.fma(fifth3, fifth4);
      DoubleVector c = z.fma(fifth5, fifth6);
      DoubleVector d = z.fma(fifth7, fifth8);
      DoubleVector t = z.mul(d.fma(z2, c).fma(z2, b).fma(z2, a));
      DoubleVector w = t.add(third);
      DoubleVector wLow = t.sub(w.sub(third)).add(thirdLow);
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
    DoubleVector two = all(TWO);
    DoubleVector ln2Short = all(LN2_SHORT);
    DoubleVector ln2Rest = all(LN2_REST);
    DoubleVector highest = all(HIGHEST);
    DoubleVector lowest = all(LOWEST);
    DoubleVector zero = all(ZERO);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector k = DoubleVector.fromArray(DOUBLE, kRow, i);
      DoubleVector main2 = DoubleVector.fromArray(DOUBLE, mainRow, i).mul(two);
      DoubleVector rest2 = DoubleVector.fromArray(DOUBLE, restRow, i).mul(two);
      DoubleVector whole = k.mul(ln2Short);
      DoubleVector sum = whole.add(main2);
      DoubleVector sumLow = main2.sub(sum.sub(whole)).add(k.fma(ln2Rest, rest2));
      DoubleVector log = sum.add(sumLow);
      DoubleVector logLow = sumLow.sub(log.sub(sum));
      DoubleVector p = y.mul(log);
      DoubleVector pLow = y.fma(logLow, y.fma(log, p.neg()));
      VectorMask<Double> beyond = p.abs().compare(GT, highest);
      DoubleVector end = highest.blend(lowest, p.compare(LT, zero));
      p.blend(end, beyond).intoArray(mainRow, i);
      pLow.blend(zero, beyond).intoArray(restRow, i);
    }
  }

  /// e to a sum of two numbers.
  private static void exponential(double[] pRow, double[] pLowRow, double[] out, int count) {
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector exp1 = all(EXP_1);
    DoubleVector exp2 = all(EXP_2);
    DoubleVector exp3 = all(EXP_3);
    DoubleVector exp4 = all(EXP_4);
    DoubleVector exp5 = all(EXP_5);
    DoubleVector exp6 = all(EXP_6);
    DoubleVector exp7 = all(EXP_7);
    DoubleVector exp8 = all(EXP_8);
    DoubleVector exp9 = all(EXP_9);
    DoubleVector exp10 = all(EXP_10);
    DoubleVector half = all(HALF);
    DoubleVector one = all(ONE);
    LongVector bias = bits(BIAS);
    DoubleVector zero = all(ZERO);
    DoubleVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, pRow, i);
      DoubleVector low = DoubleVector.fromArray(DOUBLE, pLowRow, i);
      DoubleVector t = x.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, x);
      DoubleVector rest = n.fma(minusLn2Low, low);
      DoubleVector r = high.add(rest);
      DoubleVector c = rest.sub(r.sub(high));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.fma(exp1, exp2);
      DoubleVector b = r.fma(exp3, exp4);
      DoubleVector c2 = r.fma(exp5, exp6);
      DoubleVector d = r.fma(exp7, exp8);
      DoubleVector e = r.fma(exp9, exp10);
      DoubleVector tail = e.fma(r4, d.fma(r2, c2)).fma(r4, b.fma(r2, a));
      DoubleVector p = r.add(r2.fma(r.fma(tail, half), c)).add(one);
      LongVector power = t.reinterpretAsLongs().lanewise(LSHL, 32).lanewise(ASHR, 32);
      LongVector first = power.lanewise(ASHR, 1);
      DoubleVector y = p.mul(first.add(bias).lanewise(LSHL, 52).reinterpretAsDoubles());
      y = y.mul(power.sub(first).add(bias).lanewise(LSHL, 52).reinterpretAsDoubles());
      y.blend(zero, y.compare(LT, normal)).intoArray(out, i);
    }
  }

  /// Powers of zero and of infinity.
  private static void edges(double[] xRow, double[] yRow, double[] zRow, int count) {
    DoubleVector one = all(ONE);
    DoubleVector zero = all(ZERO);
    DoubleVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector size = DoubleVector.fromArray(DOUBLE, xRow, i).abs();
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector z = DoubleVector.fromArray(DOUBLE, zRow, i);
      DoubleVector infiniteOrZero = one.div(size).blend(size, y.compare(GT, zero));
      VectorMask<Double> edge = size.compare(EQ, zero).or(size.compare(EQ, infinity));
      z.blend(infiniteOrZero, edge).intoArray(zRow, i);
    }
  }

  /// Powers of negative numbers, NaN, and the power zero.
  private static void signs(double[] xRow, double[] yRow, double[] zRow, int count) {
    DoubleVector wholeLanes = all(WHOLE);
    DoubleVector halfLanes = all(HALF);
    LongVector sign = bits(SIGN);
    DoubleVector zero = all(ZERO);
    DoubleVector infinity = all(INFINITY);
    DoubleVector nan = all(NAN);
    DoubleVector one = all(ONE);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, xRow, i);
      DoubleVector y = DoubleVector.fromArray(DOUBLE, yRow, i);
      DoubleVector z = DoubleVector.fromArray(DOUBLE, zRow, i);
      DoubleVector ySize = y.abs();
      VectorMask<Double> whole =
          ySize.compare(GE, wholeLanes).or(ySize.add(wholeLanes).sub(wholeLanes).compare(EQ, ySize));
      DoubleVector half = ySize.mul(halfLanes);
      VectorMask<Double> wholeHalf =
          half.compare(GE, wholeLanes).or(half.add(wholeLanes).sub(wholeLanes).compare(EQ, half));
      DoubleVector signed =
          z.reinterpretAsLongs()
              .and(sign.not())
              .or(x.reinterpretAsLongs().and(sign))
              .reinterpretAsDoubles();
      z = z.blend(signed, whole.and(wholeHalf.not()));
      VectorMask<Double> negative = x.compare(LT, zero).and(x.abs().compare(LT, infinity));
      z = z.blend(nan, negative.and(whole.not()));
      z = z.blend(x.add(y), x.compare(NE, x).or(y.compare(NE, y)));
      z.blend(one, y.compare(EQ, zero)).intoArray(zRow, i);
    }
  }
}
