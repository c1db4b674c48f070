package org.eimodel.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A number of about 105 bits, as an unevaluated sum of two doubles, with elementary functions good to 2^-90 relative.
///
/// The tests' yardstick. It shares no algorithm with the functions under test: Taylor series after halving the argument,
/// Newton corrections, and exact decimal reduction of angles; `WideTest` holds it against Dfp of commons-math.
record Wide(double high, double low) {
  static final Wide ONE = of(1);
  private static final BigDecimal HALF_PI = halfPi();
  private static final BigDecimal HALF_PI_100 = HALF_PI.round(new MathContext(100));
  private static final Wide LN2 = new Wide(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final double LN2_THIRD = 0x1.7b57a079a1934p-111;

  static Wide of(double x) {
    return new Wide(x, 0);
  }

  static Wide of(BigDecimal x) {
    double high = x.doubleValue();
    return new Wide(high, x.subtract(new BigDecimal(high)).doubleValue());
  }

  static Wide sum(double a, double b) {
    double s = a + b;
    double t = s - a;
    return new Wide(s, (a - (s - t)) + (b - t));
  }

  static Wide product(double a, double b) {
    double p = a * b;
    return new Wide(p, Math.fma(a, b, -p));
  }

  Wide plus(Wide o) {
    Wide s = sum(high, o.high);
    Wide t = sum(low, o.low);
    Wide u = sum(s.high, s.low + t.high);
    return sum(u.high, u.low + t.low);
  }

  Wide plus(double o) {
    return plus(of(o));
  }

  Wide negated() {
    return new Wide(-high, -low);
  }

  Wide minus(Wide o) {
    return plus(o.negated());
  }

  Wide times(Wide o) {
    Wide p = product(high, o.high);
    return sum(p.high, p.low + (high * o.low + low * o.high));
  }

  Wide times(double o) {
    return times(of(o));
  }

  Wide over(Wide o) {
    double first = high / o.high;
    Wide left = minus(o.times(first));
    double second = left.high / o.high;
    left = left.minus(o.times(second));
    return sum(first, second).plus(left.high / o.high);
  }

  /// The error of `y` as a value for this, in units in the last place of the double nearest to this.
  double ulps(double y) {
    return ((y - high) - low) / Math.ulp(high);
  }

  /// The same in units of the last place of the float nearest to this.
  double floatUlps(float y) {
    return ((y - high) - low) / Math.ulp((float) high);
  }

  Wide expm1() {
    if (Math.abs(high) > 0.4) {
      return exp().plus(-1);
    }
    Wide r = new Wide(high / 64, low / 64);
    Wide term = r;
    Wide e = r;
    for (int i = 2; i < 16; i++) {
      term = term.times(r).over(of(i));
      e = e.plus(term);
    }
    for (int i = 0; i < 6; i++) {
      e = e.plus(e).plus(e.times(e));
    }
    return e;
  }

  /// Valid where neither the result nor its low part leaves the normal range; scaled by the caller otherwise.
  Wide exp() {
    double n = Math.rint(high / LN2.high);
    Wide r = minus(LN2.times(n)).minus(product(n, LN2_THIRD));
    Wide e = r.expm1().plus(1);
    int half = (int) n / 2;
    double a = Math.scalb(1.0, half);
    double b = Math.scalb(1.0, (int) n - half);
    return new Wide(e.high * a * b, e.low * a * b);
  }

  static Wide log(double x) {
    if (x < 1e-290) {
      return log(x * 0x1p200).minus(LN2.times(200)).minus(product(200, LN2_THIRD));
    }
    double y = StrictMath.log(x);
    Wide error =
        Math.abs(y) > 0.4 ? of(-y).exp().times(x).plus(-1) : of(-y).expm1().times(x).plus(sum(x, -1));
    return of(y).plus(error).minus(error.times(error).times(0.5));
  }

  static Wide log1p(double x) {
    double y = StrictMath.log1p(x);
    Wide e = of(-y).expm1();
    Wide error = y > 0.4 ? of(-y).exp().times(sum(x, 1)).plus(-1) : e.times(x).plus(e.plus(x));
    return of(y).plus(error).minus(error.times(error).times(0.5));
  }

  static Wide exprel(double x) {
    return of(x).expm1().over(of(x));
  }

  static Wide tanh(double x) {
    Wide e = of(2 * x).expm1();
    return e.over(e.plus(2));
  }

  static Wide sinh(double x) {
    if (x < 0) {
      return sinh(-x).negated();
    }
    if (x > 700) {
      return of(x).minus(LN2).exp();
    }
    Wide e = of(x).expm1();
    return e.plus(e.over(e.plus(1))).times(0.5);
  }

  static Wide cosh(double x) {
    if (x > 700) {
      return of(x).minus(LN2).exp();
    }
    Wide e = of(x).exp();
    return e.plus(ONE.over(e)).times(0.5);
  }

  static Wide sin(double x) {
    return circular(x, 0);
  }

  static Wide cos(double x) {
    return circular(x, 1);
  }

  static Wide tan(double x) {
    return sin(x).over(cos(x));
  }

  static Wide atan(double x) {
    double a = StrictMath.atan(x);
    Wide s = sin(a);
    Wide c = cos(a);
    Wide d = c.times(x).minus(s).over(s.times(x).plus(c));
    return of(a).plus(d);
  }

  static Wide pow(double x, double y) {
    return log(x).times(y).exp();
  }

  /// The point below which a standard normal variable falls with probability p, for p at most 0.5.
  static Wide normalQuantile(double p, double guess) {
    double t = -guess;
    Wide density = of(-0.5).times(product(t, t)).exp().over(of(Math.TAU).plus(1.22464679914735317723e-16 * 2).sqrt());
    Wide tail;
    if (t < 4.5) {
      Wide term = of(t);
      Wide sum = term;
      Wide square = product(t, t);
      for (int i = 3; i < 400 && term.high > 1e-34 * sum.high; i += 2) {
        term = term.times(square).over(of(i));
        sum = sum.plus(term);
      }
      tail = of(0.5).minus(sum.times(density));
    } else {
      Wide f = of(t);
      for (int i = 400; i > 0; i--) {
        f = of(i).over(f).plus(t);
      }
      tail = density.over(f);
    }
    // Newton's step and its second-order term; the guess is good to 1e-14.
    Wide step = tail.minus(of(p)).over(density);
    return of(guess).minus(step).plus(step.times(step).times(-0.5 * guess));
  }

  Wide sqrt() {
    double r = Math.sqrt(high);
    return of(r).plus(minus(product(r, r)).over(of(2 * r)));
  }

  private static Wide circular(double x, int shift) {
    BigDecimal exact = new BigDecimal(x);
    BigDecimal halfPi = Math.abs(x) < 1e30 ? HALF_PI_100 : HALF_PI;
    BigDecimal n = exact.divide(halfPi, 0, RoundingMode.HALF_EVEN);
    Wide r = of(exact.subtract(n.multiply(halfPi)));
    int quadrant = n.toBigInteger().intValue() + shift;
    boolean cosine = (quadrant & 1) != 0;
    Wide z = r.times(r);
    Wide term = cosine ? ONE : r;
    Wide sum = term;
    for (int i = cosine ? 2 : 3; i < 34; i += 2) {
      term = term.times(z).over(of(-i * (i - 1)));
      sum = sum.plus(term);
    }
    return (quadrant & 2) != 0 ? sum.negated() : sum;
  }

  /// Machin's formula to 1,200 digits: enough to reduce the largest double and leave 100 bits.
  private static BigDecimal halfPi() {
    MathContext digits = new MathContext(1200);
    return arccot(5, digits).multiply(BigDecimal.valueOf(8)).subtract(arccot(239, digits).multiply(BigDecimal.TWO));
  }

  private static BigDecimal arccot(int n, MathContext digits) {
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), digits);
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal sum = power;
    for (int i = 3; power.signum() != 0 && power.precision() - power.scale() > -1200; i += 2) {
      power = power.divide(square, digits).negate();
      sum = sum.add(power.divide(BigDecimal.valueOf(i), digits));
    }
    return sum;
  }
}
