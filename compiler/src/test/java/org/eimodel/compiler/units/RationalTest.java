package org.eimodel.compiler.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
  @ParameterizedTest
  @CsvSource({
    "2, 4, 0.5",
    "-3, 2, -1.5",
    "3, -2, -1.5",
    "-4, -2, 2",
    "1, 3, (1/3)",
    "-2, 6, (-1/3)",
    "0, 7, 0",
    "1, 8, 0.125"
  })
  void reducesAndPrintsAsAnExponent(long numerator, long denominator, String text) {
    assertEquals(text, Rational.of(numerator, denominator).toString());
  }

  @Test
  void equalFractionsAreEqual() {
    assertEquals(Rational.of(1, 2), Rational.of(-2, -4));
    assertEquals(Rational.of(1, 2).hashCode(), Rational.of(-2, -4).hashCode());
  }

  @Test
  void arithmetic() {
    Rational third = Rational.of(1, 3);
    assertEquals(Rational.of(5, 6), third.plus(Rational.HALF));
    assertEquals(Rational.of(-1, 6), third.minus(Rational.HALF));
    assertEquals(Rational.of(1, 6), third.times(Rational.HALF));
    assertEquals(Rational.of(2, 3), third.dividedBy(Rational.HALF));
    assertEquals(-1, third.compareTo(Rational.HALF));
    assertThrows(ArithmeticException.class, () -> third.dividedBy(Rational.ZERO));
  }

  @Test
  void hugeExponentsDoNotOverflow() {
    Rational huge = Rational.of(Long.MAX_VALUE);
    assertEquals(BigInteger.valueOf(Long.MAX_VALUE).pow(2), huge.times(huge).numerator());
  }

  @Test
  void parsesPlainDecimals() {
    assertEquals(Optional.of(Rational.of(-1, 2)), Rational.parse("-0.5"));
    assertEquals(Optional.of(Rational.of(5, 4)), Rational.parse("1.25"));
    assertEquals(Optional.of(Rational.of(2)), Rational.parse("2."));
    assertEquals(Optional.of(Rational.HALF), Rational.parse(".5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1e3", "x", "1/2", "--1", "1234567890", "0.1234567890"})
  void refusesWhatIsNoExponent(String text) {
    assertEquals(Optional.empty(), Rational.parse(text));
  }
}
