package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.SyntaxPrinter;
import org.junit.jupiter.api.Test;

/// Valid models with a few characters or words deleted, doubled, swapped or replaced: the parser always answers, with a
/// model or with errors whose places lie in the text, and one slip never sets off a flood.
class DamagedModelsTest {
  private static final long SEED = 20_260_101;
  private static final String[] SCRAPS = {
    "{", "}", "(", ")", "[", "]", "'", "\"", "=", "^", "**", "&&", "!", "#", "//", "\n", ";", ",",
    ".", "..", "20 ms", "3", "dv/dt =", "unless", "neuron", "param", "of", "in", "−", "\u00a0", "“",
    "µ", "\\", "until", "->", ":", "~", "if", "😀"
  };

  @Test
  void theParserAlwaysAnswers() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Path> files =
        Goldens.in("valid").stream().filter(f -> f.toString().endsWith(".eimodel")).toList();
    int failed = 0;
    for (int round = 0; round < 4_000; round++) {
      String text = SourceFiles.read(files.get(round % files.size())).orThrow().text();
      int damages = 1 + round % 3;
      for (int k = 0; k < damages; k++) {
        text = damaged(text, random);
      }
      failed += answers(text, "seed " + SEED + ", round " + round, damages);
    }
    assertTrue(failed > 2_000, "the damage does nothing: " + failed);
  }

  private static int answers(String text, String where, int damages) {
    Outcome<ModelSyntax> outcome;
    try {
      outcome = ModelParser.parse(new SourceText("damaged", text));
    } catch (RuntimeException e) {
      throw new AssertionError(where + "\n" + text, e);
    }
    if (outcome.value().isPresent()) {
      String printed = SyntaxPrinter.print(outcome.value().get());
      ModelSyntax again = ModelParser.parse(new SourceText("printed", printed)).orThrow();
      assertEquals(SameSyntax.of(outcome.value().get()), SameSyntax.of(again), where);
      return 0;
    }
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      assertTrue(diagnostic.span().end() <= text.length() + 1, where);
      assertFalse(diagnostic.message().isBlank(), where);
    }
    assertTrue(
        outcome.diagnostics().size() <= 6 * damages,
        () -> where + "\n" + DiagnosticText.of(outcome.diagnostics()));
    return DiagnosticText.of(outcome.diagnostics()).isEmpty() ? 0 : 1;
  }

  private static String damaged(String text, SplittableRandom random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(6));
    String scrap = SCRAPS[random.nextInt(SCRAPS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, end) + text.substring(at);
      case 2 -> text.substring(0, at) + scrap + text.substring(end);
      default -> text.substring(0, at) + " " + scrap + " " + text.substring(at);
    };
  }
}
