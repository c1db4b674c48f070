package org.eimodel.compiler.units;

import static org.eimodel.compiler.units.Dimension.CAPACITANCE;
import static org.eimodel.compiler.units.Dimension.CONDUCTANCE;
import static org.eimodel.compiler.units.Dimension.CURRENT;
import static org.eimodel.compiler.units.Dimension.LENGTH;
import static org.eimodel.compiler.units.Dimension.NONE;
import static org.eimodel.compiler.units.Dimension.RATE;
import static org.eimodel.compiler.units.Dimension.TIME;
import static org.eimodel.compiler.units.Dimension.VOLTAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
  @Test
  void lawsOfElectricity() {
    assertEquals(CURRENT, CONDUCTANCE.times(VOLTAGE));
    assertEquals(VOLTAGE.dividedBy(TIME), CURRENT.dividedBy(CAPACITANCE));
    assertEquals(TIME, CAPACITANCE.dividedBy(CONDUCTANCE));
    assertEquals(TIME, Dimension.RESISTANCE.times(CAPACITANCE));
    assertEquals(RATE, TIME.inverse());
  }

  @Test
  void noiseHasAFractionalExponent() {
    Dimension noise = TIME.power(Rational.of(-1, 2));
    assertEquals(RATE.sqrt(), noise);
    assertEquals(RATE, noise.times(noise));
    assertEquals("ms^-0.5", noise.toString());
    assertEquals("mV/ms", VOLTAGE.dividedBy(TIME.sqrt()).times(noise).toString());
  }

  @Test
  void dimensionless() {
    assertTrue(VOLTAGE.dividedBy(VOLTAGE).isDimensionless());
    assertTrue(TIME.power(0).isDimensionless());
    assertFalse(TIME.sqrt().isDimensionless());
  }

  @Test
  void printsInTheWordsOfTheField() {
    assertEquals("1", NONE.toString());
    assertEquals("mV", VOLTAGE.toString());
    assertEquals("mV/ms", VOLTAGE.dividedBy(TIME).toString());
    assertEquals("nS", CONDUCTANCE.toString());
    assertEquals("nS/ms", CONDUCTANCE.dividedBy(TIME).toString());
    assertEquals("pF/um^2", CAPACITANCE.dividedBy(LENGTH.power(2)).toString());
    assertEquals("nS/um^2", CONDUCTANCE.dividedBy(LENGTH.power(2)).toString());
    assertEquals("pA/um^2", CURRENT.dividedBy(LENGTH.power(2)).toString());
    assertEquals("1/ms", RATE.toString());
    assertEquals("GOhm", CONDUCTANCE.inverse().toString());
    assertEquals("um/ms", LENGTH.dividedBy(TIME).toString());
    assertEquals("mM", Dimension.CONCENTRATION.toString());
    assertEquals("mM/ms", Dimension.CONCENTRATION.dividedBy(TIME).toString());
    assertEquals("fC", Dimension.CHARGE.toString());
    assertEquals("mV*pA", Dimension.POWER.toString());
    assertEquals("mV/ms^0.5", VOLTAGE.dividedBy(TIME.sqrt()).toString());
    assertEquals("um^(1/3)", LENGTH.power(Rational.of(1, 3)).toString());
    assertEquals("mV^2", VOLTAGE.power(2).toString());
    assertEquals("1/um^2/ms", RATE.dividedBy(LENGTH.power(2)).toString());
    assertEquals("K", Dimension.TEMPERATURE.toString());
  }

  @Test
  void bracketsWhereTheLanguageNeedsThem() {
    assertEquals("mV", VOLTAGE.inSource());
    assertEquals("[mV/ms]", VOLTAGE.dividedBy(TIME).inSource());
    assertEquals("[1/ms]", RATE.inSource());
    assertEquals("", NONE.inSource());
  }

  /// What is printed is a unit of the same dimension and of scale one: the reader may type it back.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void printedUnitsReadBack(long seed) {
    Random random = new Random(seed);
    List<Dimension> bases =
        List.of(
            TIME,
            VOLTAGE,
            CURRENT,
            LENGTH,
            Dimension.AMOUNT,
            Dimension.TEMPERATURE,
            CONDUCTANCE,
            CAPACITANCE);
    Function<Random, Rational> exponent = r -> Rational.of(r.nextInt(9) - 4L, 1 + r.nextInt(3));
    for (int i = 0; i < 500; i++) {
      Dimension dimension = NONE;
      for (int factors = random.nextInt(4); factors >= 0; factors--) {
        dimension =
            dimension.times(bases.get(random.nextInt(bases.size())).power(exponent.apply(random)));
      }
      Unit unit = Units.parse(dimension.toString()).orThrow();
      assertEquals(dimension, unit.dimension(), "seed " + seed + ": " + dimension);
      assertTrue(unit.decade().isZero(), "seed " + seed + ": " + dimension);
    }
  }
}
