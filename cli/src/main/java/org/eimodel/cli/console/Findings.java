package org.eimodel.cli.console;

import java.util.List;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.DiagnosticText;

/// Tells the user what is wrong with a model.
public final class Findings {
  /// Lines that fit into 80 columns, also where a terminal wraps at the last one.
  private static final int WIDTH = 79;

  private Findings() {}

  /// Prints all diagnostics.
  public static void print(List<Diagnostic> diagnostics, Console console) {
    console.err().print(DiagnosticText.of(diagnostics, WIDTH));
    console.err().flush();
  }

  /// {@return the exit code of a model that did not come through: wrong usage where only settings are wrong}
  public static int exitCode(List<Diagnostic> diagnostics) {
    boolean settings =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .noneMatch(d -> d.span().source().isFile());
    return settings ? ExitCode.USAGE : ExitCode.MODEL;
  }
}
