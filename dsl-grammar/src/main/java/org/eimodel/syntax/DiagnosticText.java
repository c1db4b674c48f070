package org.eimodel.syntax;

/// Diagnostics as a person reads them:
///
/// ```text
/// macaque29.eimodel:14:8: error[E0204]: v' must be mV/ms, but the right side is mV
///    14 |   v' = (v_rest - v + I)
///       |        ^^^^^^^^^^^^^^^^ mV
///       = help: divide by a time constant, as in (v_rest - v + I) / tau
/// ```
public final class DiagnosticText {
  private static final int LONGEST_LINE = 100;

  private DiagnosticText() {}

  /// {@return the diagnostic in several lines, each ended by a line feed}
  public static String of(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    String severity = diagnostic.isError() ? "error" : "warning";
    out.append(diagnostic.span())
        .append(": ")
        .append(severity)
        .append('[')
        .append(diagnostic.code())
        .append("]: ");
    out.append(diagnostic.message()).append('\n');
    appendPlace(out, diagnostic.span(), diagnostic.label());
    SourceText shown = diagnostic.span().source();
    for (Diagnostic.Note note : diagnostic.notes()) {
      SourceText source = note.span().source();
      if (source != shown && source.isFile()) {
        out.append("      in ").append(source.name()).append(":\n");
      }
      shown = source;
      appendPlace(out, note.span(), note.label());
    }
    for (String help : diagnostic.help()) {
      out.append("      = help: ").append(help).append('\n');
    }
    return out.toString();
  }

  /// {@return all of them, one after the other}
  public static String of(Iterable<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(of(diagnostic));
    }
    return out.toString();
  }

  private static void appendPlace(StringBuilder out, Span span, String label) {
    int number = span.line();
    String line = span.source().line(number).replace('\t', ' ');
    int from = Math.min(span.column() - 1, line.length());
    int length = Math.clamp(span.end() - span.start(), 1, Math.max(1, line.length() - from));
    if (line.length() > LONGEST_LINE) { // keep the place in view
      int cut = Math.max(0, Math.min(from - 20, line.length() - LONGEST_LINE));
      line =
          (cut > 0 ? "..." : "") + line.substring(cut, Math.min(line.length(), cut + LONGEST_LINE));
      from = from - cut + (cut > 0 ? 3 : 0);
      length = Math.clamp(length, 1, Math.max(1, line.length() - from));
    }
    out.append(span.source().isFile() ? String.format("%5d", number) : "     ").append(" | ").append(line).append('\n');
    out.append("      | ").append(" ".repeat(from)).append("^".repeat(length));
    if (!label.isEmpty()) {
      out.append(' ').append(label);
    }
    out.append('\n');
  }
}
