package org.eimodel.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Diagnostics in a terminal of 79 columns.
class DiagnosticTextTest {
  private static final int WIDTH = 79;
  private static final String LINE =
      "projection EE: E -> E using Exponential(tau = 5 ms) { connect outdegree(320); w = 0.1 mV }";

  @Test
  void sentencesGoOnInTheNextLine() {
    Diagnostic diagnostic =
        Diagnostic.error(
                "E0204",
                at("v' = -v", "-v"),
                "v' must be mV/ms, but the right side is mV, and that is not the same")
            .withLabel("a label of so many words that they stand below the carets, not behind")
            .withHelp("divide by a time constant, as in (v_rest - v) / tau, or say what it is");
    assertEquals(
        """
        some/folder/long.eimodel:1:6: error[E0204]: v' must be mV/ms, but the right
              side is mV, and that is not the same
            1 | v' = -v
              |      ^^
              |   a label of so many words that they stand below the carets, not behind
              = help: divide by a time constant, as in (v_rest - v) / tau, or say what
                      it is
        """,
        DiagnosticText.of(List.of(diagnostic), WIDTH));
    assertEquals(4, DiagnosticText.of(diagnostic).lines().count());
  }

  @Test
  void aLongWordStaysWhole() {
    String word = "w".repeat(100);
    Diagnostic diagnostic =
        Diagnostic.error("E0101", at("x", "x"), word + " is no name").withHelp("not " + word);
    List<String> lines = DiagnosticText.of(List.of(diagnostic), WIDTH).lines().toList();
    assertEquals("some/folder/long.eimodel:1:1: error[E0101]: " + word, lines.getFirst());
    assertEquals("      is no name", lines.get(1));
    assertEquals(List.of("      = help: not", " ".repeat(14) + word), lines.subList(4, 6));
  }

  @Test
  void theWindowIsAroundThePlace() {
    assertEquals(
        """
            1 | projection EE: E -> E using Exponential(tau = 5 ms) { connect outdegre…
              |            ^^
        """,
        place(LINE, "EE"));
    assertEquals(
        """
            1 | …u = 5 ms) { connect outdegree(320); w = 0.1 mV } // with a remark tha…
              |                      ^^^^^^^^^^^^^^
        """,
        place(LINE + " // with a remark that goes on", "outdegree(320)"));
    assertEquals(
        """
            1 | …E using Exponential(tau = 5 ms) { connect outdegree(320); w = 0.1 mV }
              |                                                                ^^^^^^
        """,
        place(LINE, "0.1 mV"));
  }

  /// Wherever a place lies, its first character has a caret below it, and no line is too long.
  @Test
  void noLineIsTooLongAndEveryPlaceIsInView() {
    for (int size : new int[] {1, 70, 71, 72, 73, 100, 150, 400}) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < size; i++) {
        line.append((char) ('!' + i % 90));
      }
      SourceText source = new SourceText("long.eimodel", line.toString());
      for (int from = 0; from <= size; from++) {
        for (int length : new int[] {0, 1, 30, 69, 70, 71, size}) {
          check(source, from, Math.min(size, from + length));
        }
      }
    }
  }

  private static void check(SourceText source, int from, int end) {
    Diagnostic diagnostic =
        Diagnostic.error("E0101", new Span(source, from, end), "this is wrong").withLabel("here");
    String text = DiagnosticText.of(List.of(diagnostic), WIDTH);
    List<String> lines = text.lines().toList();
    assertTrue(lines.stream().allMatch(line -> line.length() <= WIDTH), text);
    int caret = lines.get(2).indexOf('^');
    int carets = lines.get(2).lastIndexOf('^') - caret + 1;
    if (from < source.text().length()) {
      assertEquals(source.text().charAt(from), lines.get(1).charAt(caret), text);
    }
    int length = Math.max(1, end - from);
    assertTrue(carets == length || length > 69 && carets >= 50 && carets < length, text);
  }

  private static String place(String line, String part) {
    Diagnostic diagnostic = Diagnostic.error("E0101", at(line, part), "wrong");
    String text = DiagnosticText.of(List.of(diagnostic), WIDTH);
    return text.substring(text.indexOf('\n') + 1);
  }

  private static Span at(String line, String part) {
    int start = line.indexOf(part);
    SourceText source = new SourceText("some/folder/long.eimodel", line);
    return new Span(source, start, start + part.length());
  }
}
