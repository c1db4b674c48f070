package org.eimodel.syntax;

import java.util.ArrayList;
import java.util.List;

/// Diagnostics as a person reads them:
///
/// ```text
/// macaque29.eimodel:14:8: error[E0204]: v' must be mV/ms, but the right side is mV
///    14 |   v' = (v_rest - v + I)
///       |        ^^^^^^^^^^^^^^^^ mV
///       = help: divide by a time constant, as in (v_rest - v + I) / tau
/// ```
public final class DiagnosticText {
  /// Before the text of a line: its number and a bar.
  private static final int MARGIN = 8;

  private static final String HELP = "      = help: ";

  /// Of a line of a model, at most.
  private static final int LONGEST_LINE = 100;

  /// Of what stands before a place, at least, where a line is cut.
  private static final int BEFORE = 20;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private DiagnosticText(int width) {
    this.width = width;
  }

  /// {@return the diagnostic in several lines, each ended by a line feed; sentences are not wrapped}
  public static String of(Diagnostic diagnostic) {
    return of(List.of(diagnostic));
  }

  /// {@return all of them, one after the other; sentences are not wrapped}
  public static String of(Iterable<Diagnostic> diagnostics) {
    return of(diagnostics, Integer.MAX_VALUE);
  }

  /// {@return all of them, in lines that are no longer than a width}
  ///
  /// Sentences go on in the next line, and of a line of the model only a window around the place is shown. A single
  /// word that is longer stays whole.
  ///
  /// @param width in characters, at least 40
  public static String of(Iterable<Diagnostic> diagnostics, int width) {
    DiagnosticText text = new DiagnosticText(width);
    diagnostics.forEach(text::append);
    return text.out.toString();
  }

  private void append(Diagnostic diagnostic) {
    String severity = diagnostic.isError() ? "error" : "warning";
    appendWrapped(
        diagnostic.span() + ": " + severity + "[" + diagnostic.code() + "]: ", diagnostic.message(), 6);
    appendPlace(diagnostic.span(), diagnostic.label());
    SourceText shown = diagnostic.span().source();
    for (Diagnostic.Note note : diagnostic.notes()) {
      SourceText source = note.span().source();
      if (source != shown && source.isFile()) {
        out.append("      in ").append(source.name()).append(":\n");
      }
      shown = source;
      appendPlace(note.span(), note.label());
    }
    for (String help : diagnostic.help()) {
      appendWrapped(HELP, help, HELP.length());
    }
  }

  /// @param before what stands before the first word, without an end of line
  /// @param indent how far further lines are set in
  private void appendWrapped(String before, String words, int indent) {
    out.append(before);
    String further = "\n" + " ".repeat(indent);
    List<String> lines = wrapped(words, width - before.length(), width - indent);
    out.append(String.join(further, lines)).append('\n');
  }

  /// {@return the words in lines}
  ///
  /// @param first how much room the first line has
  /// @param rest how much each further line has
  private static List<String> wrapped(String words, int first, int rest) {
    List<String> lines = new ArrayList<>();
    String left = words;
    int room = first;
    while (left.length() > room) {
      int blank = left.lastIndexOf(' ', Math.max(0, room));
      if (blank <= 0) { // a word that is too long by itself
        blank = left.indexOf(' ');
      }
      if (blank <= 0) {
        break;
      }
      lines.add(left.substring(0, blank));
      left = left.substring(blank + 1);
      room = rest;
    }
    lines.add(left);
    return lines;
  }

  private void appendPlace(Span span, String label) {
    int number = span.line();
    Window window = window(span, span.source().line(number).replace('\t', ' '));
    String margin = span.source().isFile() ? String.format("%5d | ", number) : "      | ";
    out.append(margin).append(window.text()).append('\n');
    String carets = " ".repeat(window.from()) + "^".repeat(window.length());
    out.append("      | ").append(carets);
    if (!label.isEmpty()) {
      appendLabel(carets.length(), label);
    }
    out.append('\n');
  }

  /// Behind the carets where there is room, otherwise below them.
  private void appendLabel(int carets, String label) {
    if (MARGIN + carets + 1 + label.length() <= width) {
      out.append(' ').append(label);
      return;
    }
    for (String line : wrapped(label, width - MARGIN, width - MARGIN)) {
      int indent = Math.clamp(width - MARGIN - line.length(), 0, carets);
      out.append("\n      | ").append(" ".repeat(indent)).append(line);
    }
  }

  /// What is shown of a line.
  ///
  /// @param from how many characters stand before the place
  /// @param length how many characters the place has
  private record Window(String text, int from, int length) {}

  private Window window(Span span, String line) {
    int from = Math.min(span.column() - 1, line.length());
    int length = Math.clamp(span.end() - span.start(), 1, Math.max(1, line.length() - from));
    int room = Math.min(width - MARGIN, LONGEST_LINE);
    int extent = Math.max(line.length(), from + length); // carets may stand behind the last character
    if (extent <= room) {
      return new Window(line, from, length);
    }
    int start = from + length < room ? 0 : start(from, length, extent, room);
    String before = start > 0 ? "…" : "";
    boolean toTheEnd = before.length() + extent - start <= room;
    int end = toTheEnd ? line.length() : start + room - before.length() - 1;
    String text = before + line.substring(start, end) + (toTheEnd ? "" : "…");
    int place = from - start + before.length();
    return new Window(text, place, Math.clamp(length, 1, room - place));
  }

  /// {@return where a window begins that leaves out the line's start: all of the place in view, where that is possible}
  private static int start(int from, int length, int extent, int room) {
    int rest = extent - room + 1; // from here on, everything to the end of the line is in view
    int whole = from + length - room + 2; // from here on, the end of the place is in view
    return Math.min(Math.max(from - BEFORE, Math.min(whole, from)), rest);
  }
}
