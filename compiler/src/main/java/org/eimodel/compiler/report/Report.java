package org.eimodel.compiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Where the checkers put what they find.
public final class Report {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// Adds a finding.
  public void add(Diagnostic diagnostic) {
    if (!diagnostics.contains(diagnostic)) {
      diagnostics.add(diagnostic);
    }
  }

  /// Says that a part of the language does not compile yet.
  public void unsupported(Span span, String what) {
    add(Diagnostic.error(Codes.NOT_SUPPORTED, span, what + " not supported yet"));
  }

  /// {@return everything, in the order of the text}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> sorted = new ArrayList<>(diagnostics);
    sorted.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
    return sorted;
  }
}
