package org.eimodel.compiler.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static Unit unit(String text) {
    return Units.parse(text).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0.10108301, mV, 0.10108301",
    "0.1, V, 100",
    "9.3, mm, 9300",
    "20, ms, 20",
    "1e-1, s, 100",
    "3.5, mm/ms, 3500",
    "120, mS/cm^2, 1.2",
    "-0.3, nA, -300",
    "8, Hz, 0.008",
    "0.5E3, um, 500",
    "1E+2, uV, 0.1",
    ".5, s, 500",
    "2., s, 2000"
  })
  void literalsAreScaledExactly(String literal, String unit, double base) {
    assertEquals(base, Quantity.of(literal, unit(unit)).base());
  }

  @Test
  void roundingTwiceWouldShow() {
    // The double nearest to 1.001, times 1000, is 1000.9999999999999; the decimal is 1001.
    assertNotEquals(1001, 1.001 * 1000);
    assertEquals(1001, unit("V").toBase("1.001"));
    assertEquals(1001, unit("V").toBase(1.001));
  }

  /// Against exact decimal arithmetic, rounded once.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void conversionIsTheRoundedExactProduct(long seed) {
    Random random = new Random(seed);
    String[] units = {"V", "uV", "nA", "mS/cm^2", "MOhm", "mol", "Hz", "km", "cm^3", "fs"};
    for (int i = 0; i < 2000; i++) {
      BigDecimal digits =
          new BigDecimal(
              new BigInteger(1 + random.nextInt(200), random), random.nextInt(60) - 20);
      Unit unit = unit(units[random.nextInt(units.length)]);
      String literal = random.nextBoolean() ? digits.toString() : digits.toPlainString();
      double expected = digits.multiply(unit.exactFactor()).doubleValue();
      assertEquals(expected, unit.toBase(literal), "seed " + seed + ": " + literal + " " + unit);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void irrationalFactorsAreRoundedOnceToo(long seed) {
    Random random = new Random(seed);
    Unit noise = unit("s^-0.5");
    BigDecimal factor = new BigDecimal("0.001").sqrt(new MathContext(80));
    for (int i = 0; i < 500; i++) {
      double value = random.nextGaussian();
      double expected = new BigDecimal(Double.toString(value)).multiply(factor).doubleValue();
      assertEquals(expected, noise.toBase(value), "seed " + seed);
    }
  }

  @Test
  void extremesBehaveAsDecimalTextDoes() {
    assertEquals(Double.POSITIVE_INFINITY, unit("V").toBase("1e308"));
    assertEquals(0, unit("uV").toBase("1e-330"));
    assertEquals(1e-323, unit("V").toBase("0.01e-324"), 5e-324);
    assertEquals(Double.POSITIVE_INFINITY, unit("V").toBase("1e99999999999999999999"));
    assertEquals(0, unit("V").toBase("1e-99999999999999999999"));
    assertEquals(100, unit("V").toBase("1e-00000000000000000000001"));
    assertEquals(0, unit("V").toBase("0e5"));
    assertEquals(Double.POSITIVE_INFINITY, unit("s^-0.5").toBase("1e999999999999"));
    assertTrue(Double.isNaN(unit("V").toBase(Double.NaN)));
    assertEquals(-0.0, unit("V").toBase(-0.0));
    assertThrows(NumberFormatException.class, () -> unit("V").toBase("12x"));
    assertThrows(NumberFormatException.class, () -> unit("V").toBase("1e"));
    assertThrows(NumberFormatException.class, () -> unit("V").toBase("1e9999999999999x"));
    assertThrows(NumberFormatException.class, () -> unit("mV").toBase(""));
  }

  @Test
  void aMillionDigitsAreStillExact() {
    String literal = "0." + "1".repeat(1_000_000);
    assertEquals(Double.parseDouble("111.111111111111111111111111"), unit("V").toBase(literal));
    assertEquals(0, unit("V").toBase("1e-" + "9".repeat(1_000_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, V, mV, 100 mV",
    "100, mV, V, 0.1 V",
    "0.0001, V, mV, 0.1 mV",
    "3.5, mm/ms, mm/ms, 3.5 [mm/ms]",
    "1, uF/cm^2, pF/um^2, 0.01 [pF/um^2]",
    "12, 1, 1, 12",
    "1e-9, V, mV, 1e-6 mV",
    "123456789, mV, mV, 1.23456789e8 mV",
    "0, s, ms, 0 ms",
    "1200000, ms, ms, 1200000 ms",
    "-60, mV, mV, -60 mV",
    "1e30, V, V, 1e30 V",
    "0.3, nA, nA, 0.3 nA"
  })
  void printing(String literal, String from, String to, String text) {
    assertEquals(text, Quantity.of(literal, unit(from)).in(unit(to)));
  }

  @Test
  void printsInItsBaseUnitByItself() {
    assertEquals("0.1 nS", Quantity.of("100", unit("pS")).toString());
    assertEquals("3500 [um/ms]", Quantity.of(3.5, unit("mm/ms")).toString());
  }

  @Test
  void aVoltageHasNoValueInAmpere() {
    Quantity voltage = Quantity.of("1", unit("mV"));
    assertThrows(IllegalArgumentException.class, () -> voltage.in(unit("pA")));
  }

  @Test
  void decimalsSurviveTheWayThereAndBack() {
    Random random = new Random(31);
    for (int i = 0; i < 2000; i++) {
      double value = random.nextInt(1_000_000) / 1000.0;
      assertEquals(value, Units.convert(unit("V").toBase(value), unit("V")));
    }
  }
}
