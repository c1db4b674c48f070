package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
  @TempDir private Path folder;

  @Test
  void aSmallModel() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Typed explain = Typed.in(folder, "explain", "two.eimodel");
    assertEquals(0, explain.code(), explain.err());
    // the sizes of classes are the emitter's business, vector lanes the machine's
    Goldens.check(
        "explain-two",
        explain
            .out()
            .replaceAll(" +[\\d,]+ bytes, longest method [\\d,]+", "  N bytes")
            .replaceAll("[\\d,]+ neurons at once in vector lanes|no vector lanes here.*", "LANES"));
  }

  @Test
  void synapsesWithNumbersOfTheirOwn() throws Exception {
    TinyModels.write(folder, "own.eimodel", TinyModels.OWN_SYNAPSES);
    Typed explain = Typed.in(folder, "explain", "own.eimodel");
    assertEquals(0, explain.code(), explain.err());
    String text = explain.out();
    // bytes are the engine's business, but for those that a procedural projection has not
    Goldens.check(
        "explain-own",
        text.substring(0, text.indexOf("\nMemory")).replaceAll("\\b[1-9][\\d.,]* (bytes|kB)", "N bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"macaque29", "microcircuit", "coba", "hh"})
  void theLibraryFitsATerminal(String model) {
    Typed explain = Typed.in(folder, "explain", model);
    assertEquals(0, explain.code());
    assertTrue(explain.out().lines().allMatch(line -> line.length() <= 80), explain.out());
  }

  @Test
  void theConnectomeInNumbers() {
    String text = Typed.in(folder, "explain", "macaque29").out();
    assertAll(
        () ->
            assertTrue(
                text.startsWith(
                    "macaque29: 116,000 neurons, 196,985,600 synapses, 10,000 steps of 0.1 ms"),
                text),
        () -> assertTrue(text.contains("29 populations of 3,200"), text),
        () -> assertTrue(text.contains("without any synapse: 174 of between"), text),
        () -> assertTrue(text.contains("Exponential0: synapses of EE, between, EI\n"), text),
        () -> assertTrue(text.contains("exact (linear with fixed coefficients)"), text));
  }

  @Test
  void settingsCount() {
    String text =
        Typed.in(
                folder,
                "explain",
                "coba",
                "--set",
                "scale=2",
                "--dt",
                "0.05 ms",
                "--duration",
                "1 s")
            .out();
    assertTrue(
        text.startsWith(
            "coba: 8,000 neurons, about 640,000 synapses, 20,000 steps of 0.05 ms, seed 4\n"),
        text);
  }

  @Test
  void theStagesAreShown() {
    String ir = Typed.in(folder, "explain", "coba", "--ir").out();
    String bytecode =
        Typed.in(folder, "explain", "coba", "--bytecode", "--precision", "single").out();
    assertAll(
        () -> assertTrue(ir.contains("\nstep kernel LIF\n"), ir),
        () -> assertTrue(ir.contains("store v <- "), ir),
        () -> assertTrue(bytecode.contains("// line 31\n"), bytecode),
        () ->
            assertTrue(
                bytecode.contains("invokestatic Math.fma(float,float,float)float"), bytecode));
  }

  @Test
  void aWrongModelIsNotExplained() throws Exception {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG);
    Typed explain = Typed.in(folder, "explain", "wrong.eimodel");
    assertEquals(1, explain.code());
    assertEquals("", explain.out());
  }
}
