package org.eimodel.syntax;

import java.util.List;

/// The model or its data is wrong; thrown only where a caller asked for a value or nothing.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Diagnostic> diagnostics;

  /// @param diagnostics what is wrong, at least one error
  public ModelException(List<Diagnostic> diagnostics) {
    super(DiagnosticText.of(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /// {@return what is wrong}
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
