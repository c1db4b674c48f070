package org.eimodel.compiler.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  /// One of each unit, in base units; from the definitions of the SI prefixes and of ms, mV, pA, um, amol, K.
  @ParameterizedTest
  @CsvSource({
    "fs, 1e-12",
    "ps, 1e-9",
    "ns, 1e-6",
    "us, 1e-3",
    "ms, 1",
    "s, 1e3",
    "aV, 1e-15",
    "fV, 1e-12",
    "pV, 1e-9",
    "nV, 1e-6",
    "uV, 1e-3",
    "mV, 1",
    "V, 1e3",
    "kV, 1e6",
    "MV, 1e9",
    "GV, 1e12",
    "fA, 1e-3",
    "pA, 1",
    "nA, 1e3",
    "uA, 1e6",
    "mA, 1e9",
    "A, 1e12",
    "pS, 1e-3",
    "nS, 1",
    "uS, 1e3",
    "mS, 1e6",
    "S, 1e9",
    "fF, 1e-3",
    "pF, 1",
    "nF, 1e3",
    "uF, 1e6",
    "F, 1e12",
    "Ohm, 1e-9",
    "ohm, 1e-9",
    "Ω, 1e-9",
    "kOhm, 1e-6",
    "MOhm, 1e-3",
    "Mohm, 1e-3",
    "MΩ, 1e-3",
    "GOhm, 1",
    "Hz, 1e-3",
    "kHz, 1",
    "mHz, 1e-6",
    "nm, 1e-3",
    "um, 1",
    "µm, 1",
    "μm, 1",
    "mm, 1e3",
    "cm, 1e4",
    "dm, 1e5",
    "m, 1e6",
    "km, 1e9",
    "fC, 1",
    "pC, 1e3",
    "C, 1e15",
    "amol, 1",
    "fmol, 1e3",
    "mol, 1e18",
    "nM, 1e-6",
    "uM, 1e-3",
    "mM, 1",
    "M, 1e3",
    "K, 1",
    "mK, 1e-3",
    "aJ, 1",
    "J, 1e18",
    "fW, 1",
    "W, 1e15",
    "L, 1e15"
  })
  void everyUnitHasItsScale(String name, double base) {
    Unit unit = Units.named(name).orThrow();
    assertEquals(base, unit.toBase("1"));
    assertEquals(base, unit.factor());
  }

  @Test
  void ohmSignIsOmega() {
    assertEquals(
        Units.named("M\u2126").orThrow().dimension(), Units.named("M\u03a9").orThrow().dimension());
  }

  @Test
  void definitionsAgreeWithEachOther() {
    assertSame("S", "A/V");
    assertSame("F", "A*s/V");
    assertSame("Ohm", "V/A");
    assertSame("Hz", "1/s");
    assertSame("C", "A*s");
    assertSame("J", "A*V*s");
    assertSame("W", "A*V");
    assertSame("mM", "mol/m^3");
    assertSame("M", "mol/L");
    assertSame("L", "dm^3");
  }

  private static void assertSame(String one, String other) {
    Unit left = Units.parse(one).orThrow();
    Unit right = Units.parse(other).orThrow();
    assertEquals(left.dimension(), right.dimension(), one + " = " + other);
    assertEquals(left.decade(), right.decade(), one + " = " + other);
  }

  /// Hodgkin and Huxley's units per area, the wiring velocity, and noise.
  @ParameterizedTest
  @CsvSource({
    "uF/cm^2, 1e-2, pF/um^2", "mS/cm^2, 1e-2, nS/um^2", "uA/cm^2, 1e-2, pA/um^2",
        "[mm/ms], 1e3, um/ms",
    "[ 1 / ms ], 1, 1/ms", "m/s, 1e3, um/ms", "ms^-0.5, 1, ms^-0.5", "mV*ms^(-1/2), 1, mV/ms^0.5",
    "V/s, 1, mV/ms", "Ohm*cm, 1e-5, GOhm*um", "1, 1, 1"
  })
  void compoundUnits(String text, double base, String dimension) {
    Unit unit = Units.parse(text).orThrow();
    assertEquals(base, unit.toBase("1"));
    assertEquals(dimension, unit.dimension().toString());
  }

  @Test
  void factorsFromTheParser() {
    Unit unit = Units.resolve(List.of(UnitFactor.of("uF"), UnitFactor.of("cm", -2))).orThrow();
    assertEquals("uF/cm^2", unit.symbol());
    assertEquals("[uF/cm^2]", unit.inSource());
    assertEquals(0.01, unit.toBase("1"));
    assertEquals("mV", Units.resolve(List.of(UnitFactor.of("mV"))).orThrow().inSource());
    assertEquals(
        "1/ms",
        Units.resolve(List.of(UnitFactor.of("1"), UnitFactor.of("ms", -1))).orThrow().symbol());
    assertTrue(Units.resolve(List.of()).orThrow().dimension().isDimensionless());
  }

  @Test
  void fractionalPowersOfAPrefixAreTakenToFullPrecision() {
    // 1 s^-0.5 = 10^-1.5 ms^-0.5 = 0.0316227766016837933199889... (square root of 1/1000)
    assertEquals(0.03162277660168379332, Units.parse("s^-0.5").orThrow().toBase("1"));
    // cube root of ten
    assertEquals(2.15443469003188372176, Units.parse("s^(1/9)").orThrow().toBase("1"));
  }

  @ParameterizedTest
  @CsvSource({
    "mv, mV",
    "hz, Hz",
    "khz, kHz",
    "MS, ms",
    "msec, ms",
    "sec, s",
    "seconds, s",
    "volt, V",
    "volts, V",
    "mvolt, mV",
    "millivolt, mV",
    "Millivolts, mV",
    "namp, nA",
    "namps, nA",
    "pamp, pA",
    "amp, A",
    "siemens, S",
    "nsiemens, nS",
    "usiemens, uS",
    "msiemens, mS",
    "pfarad, pF",
    "ufarad, uF",
    "hertz, Hz",
    "khertz, kHz",
    "Mohms, MOhm",
    "meter, m",
    "umeter, um",
    "micrometer, um",
    "metre, m",
    "molar, M",
    "mmolar, mM",
    "kelvin, K",
    "mVV, mV",
    "nSs, nS",
    "OHM, Ohm",
    "usecond, us",
    "mho, S"
  })
  void whatWasMeant(String written, String meant) {
    UnitLookup.Unknown unknown = assertInstanceOf(UnitLookup.Unknown.class, Units.named(written));
    assertEquals(meant, unknown.suggestions().getFirst(), unknown.suggestions().toString());
    assertEquals("unknown unit `" + written + "`", unknown.message());
    assertTrue(unknown.help().orElseThrow().startsWith("did you mean `" + meant + "`"));
  }

  @Test
  void leftOutOnPurpose() {
    assertEquals(
        "temperature is written in K: add 273.15, so that 6.3 degC is 279.45 K",
        assertInstanceOf(UnitLookup.Unknown.class, Units.named("degC")).help().orElseThrow());
    assertTrue(
        assertInstanceOf(UnitLookup.Unknown.class, Units.named("min"))
            .help()
            .orElseThrow()
            .contains("60 s"));
    assertTrue(
        assertInstanceOf(UnitLookup.Unknown.class, Units.parse("%"))
            .help()
            .orElseThrow()
            .contains("0.05"));
  }

  @Test
  void nothingIsMadeUp() {
    UnitLookup.Unknown unknown = assertInstanceOf(UnitLookup.Unknown.class, Units.named("bananas"));
    assertEquals(List.of(), unknown.suggestions());
    assertTrue(unknown.help().isEmpty());
    assertThrows(NoSuchElementException.class, unknown::orThrow);
    assertFalse(unknown.found().isPresent());
  }

  @Test
  void theUnknownFactorIsNamed() {
    UnitLookup.Unknown unknown =
        assertInstanceOf(UnitLookup.Unknown.class, Units.parse("uF/cmm^2"));
    assertEquals("cmm", unknown.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "mV ms",
        "mV//ms",
        "/ms",
        "mV/",
        "mV^",
        "mV^x",
        "mV^1/0",
        "mV^(1/0)",
        "2 mV",
        "mV^1.2.3",
        "(mV)",
        "[mV"
      })
  void notAUnit(String text) {
    UnitLookup.Unknown unknown = assertInstanceOf(UnitLookup.Unknown.class, Units.parse(text));
    assertTrue(unknown.message().contains("unit"));
  }
}
