package org.eimodel.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Collects what is wrong with one text while it is read.
final class Problems {
  /// A text with more errors than this is not read by anyone to the end.
  private static final int MOST = 50;

  private final SourceText source;
  private final List<Diagnostic> found = new ArrayList<>();

  Problems(SourceText source) {
    this.source = source;
  }

  /// {@return the characters from `start` up to `end`, exclusive}
  Span span(int start, int end) {
    return new Span(source, start, Math.max(start, end));
  }

  /// {@return the characters of a place as they were written}
  String text(int start, int end) {
    return span(start, end).text();
  }

  Diagnostic error(SyntaxCode code, Span span, String message) {
    return Diagnostic.error(code.code(), span, message);
  }

  void add(Diagnostic diagnostic) {
    if (found.size() < MOST) {
      found.add(diagnostic);
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /// {@return whether something was already reported that begins inside these characters}
  boolean anyIn(int start, int end) {
    return found.stream().anyMatch(d -> d.span().start() >= start && d.span().start() <= end);
  }

  /// {@return whether something was already reported on a line}
  boolean anyOnLine(int line) {
    return found.stream().anyMatch(d -> d.span().line() == line);
  }

  /// {@return everything, in the order of the text}
  List<Diagnostic> inOrder() {
    return found.isEmpty()
        ? List.of()
        : found.stream().sorted(Comparator.comparingInt(d -> d.span().start())).toList();
  }
}
