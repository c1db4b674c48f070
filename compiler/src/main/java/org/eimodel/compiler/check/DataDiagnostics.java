package org.eimodel.compiler.check;

import org.eimodel.compiler.data.DataProblem;
import org.eimodel.compiler.report.Codes;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// What is wrong with a data file, as a diagnostic at the place of the model that names it.
public final class DataDiagnostics {
  private DataDiagnostics() {}

  /// {@return the diagnostic}
  public static Diagnostic of(DataProblem problem, Span place) {
    String code =
        switch (problem.kind()) {
          case ROLES -> Codes.INDEX_ROLES;
          case OUTSIDE, MISSING, UNREADABLE, FORMAT, NUMBER, SHAPE, LABELS, VARIABLE -> Codes.DATA;
        };
    Diagnostic diagnostic = Diagnostic.error(code, place, problem.located());
    for (String help : problem.help()) {
      diagnostic = diagnostic.withHelp(help);
    }
    return diagnostic;
  }
}
