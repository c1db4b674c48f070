package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The yardstick itself, against 60-digit decimal arithmetic of another library.
class WideTest {
  private static final DfpField FIELD = new DfpField(60);

  private static void agree(Wide actual, Dfp expected) {
    BigDecimal sum = new BigDecimal(actual.high()).add(new BigDecimal(actual.low()));
    Dfp value = FIELD.newDfp(sum.round(new MathContext(45)).toString());
    double relative = Math.abs(value.subtract(expected).divide(expected).toDouble());
    assertTrue(relative < 0x1p-80, () -> "relative error " + relative);
  }

  private static Dfp exact(double x) {
    return FIELD.newDfp(new BigDecimal(x).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.3, 1.0, 0.71828, 2.5, 33.0, 123.456})
  void exponentialsAndLogarithms(double x) {
    Dfp e = DfpMath.exp(exact(x));
    agree(Wide.of(x).exp(), e);
    agree(Wide.of(x).expm1(), e.subtract(FIELD.getOne()));
    agree(Wide.exprel(x), e.subtract(FIELD.getOne()).divide(exact(x)));
    agree(Wide.sinh(x), e.subtract(FIELD.getOne().divide(e)).multiply(FIELD.newDfp("0.5")));
    agree(Wide.cosh(x), e.add(FIELD.getOne().divide(e)).multiply(FIELD.newDfp("0.5")));
    agree(Wide.tanh(x), e.subtract(FIELD.getOne().divide(e)).divide(e.add(FIELD.getOne().divide(e))));
    agree(Wide.log1p(x), DfpMath.log(exact(x).add(FIELD.getOne())));
    if (x != 1) {
      agree(Wide.log(x), DfpMath.log(exact(x)));
    }
    agree(Wide.pow(x, 1.75), DfpMath.pow(exact(x), exact(1.75)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.3, 1.0, 0.71828, 2.5, 33.0, 123.456})
  void circularFunctions(double x) {
    agree(Wide.sin(x), DfpMath.sin(exact(x)));
    agree(Wide.cos(x), DfpMath.cos(exact(x)));
    agree(Wide.tan(x), DfpMath.tan(exact(x)));
    agree(Wide.atan(x), DfpMath.atan(exact(x)));
  }

  @Test
  void largeAngle() {
    // sin(10^22), a classic: -0.8522008497671888017727058937530293682618...
    assertTrue(Math.abs(Wide.sin(1e22).ulps(-0.8522008497671888)) < 0.5);
  }

  /// Digits from an arbitrary-precision Newton iteration on erfc.
  @Test
  void normalQuantiles() {
    agree(Wide.normalQuantile(0.45, -0.125661346855074), FIELD.newDfp("-0.12566134685507400616042843614188"));
    agree(Wide.normalQuantile(0.3, -0.524400512708041), FIELD.newDfp("-0.524400512708040815969454362263955"));
    agree(Wide.normalQuantile(0.001, -3.09023230616781), FIELD.newDfp("-3.09023230616781353535800457625861"));
    agree(Wide.normalQuantile(1e-10, -6.36134090240406), FIELD.newDfp("-6.36134090240405619910039694878756"));
    agree(Wide.normalQuantile(1e-200, -30.2055941795796), FIELD.newDfp("-30.2055941795796430631240136623273"));
  }
}
