package org.eimodel.syntax;

import java.util.ArrayList;
import java.util.List;

/// One thing that a person should know about their model, with its place and what to do about it.
///
/// A diagnostic is a value: stages collect them, nobody throws them.
///
/// @param code stable, as `E0204`; it never changes its meaning
/// @param message one sentence without a full stop
/// @param span the place
/// @param label a few words printed after the caret line, or empty
/// @param notes other places that take part, each with its own caret line
/// @param help what to write instead, one line each
public record Diagnostic(
    Severity severity,
    String code,
    String message,
    Span span,
    String label,
    List<Note> notes,
    List<String> help) {

  /// How bad it is: an error stops the compiler, a warning does not.
  public enum Severity {
    ERROR,
    WARNING
  }

  /// Another place that takes part in a diagnostic.
  public record Note(Span span, String label) {}

  public Diagnostic {
    notes = List.copyOf(notes);
    help = List.copyOf(help);
  }

  /// {@return an error without label, notes or help}
  public static Diagnostic error(String code, Span span, String message) {
    return new Diagnostic(Severity.ERROR, code, message, span, "", List.of(), List.of());
  }

  /// {@return a warning without label, notes or help}
  public static Diagnostic warning(String code, Span span, String message) {
    return new Diagnostic(Severity.WARNING, code, message, span, "", List.of(), List.of());
  }

  /// {@return this with words after the caret line}
  public Diagnostic withLabel(String text) {
    return new Diagnostic(severity, code, message, span, text, notes, help);
  }

  /// {@return this with one more place}
  public Diagnostic withNote(Span place, String text) {
    return new Diagnostic(
        severity, code, message, span, label, append(notes, new Note(place, text)), help);
  }

  /// {@return this with one more line of help}
  public Diagnostic withHelp(String text) {
    return new Diagnostic(severity, code, message, span, label, notes, append(help, text));
  }

  /// {@return whether it stops the compiler}
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  private static <T> List<T> append(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
