package org.eimodel.syntax;

/// A place in a text: the characters from `start` up to `end`, exclusive.
public record Span(SourceText source, int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span runs forward: " + start + " to " + end);
    }
  }

  /// {@return the line of the first character, counted from 1}
  public int line() {
    return source.lineOf(start);
  }

  /// {@return the column of the first character, counted from 1}
  public int column() {
    return source.columnOf(start);
  }

  /// {@return the text at this place}
  public String text() {
    return source
        .text()
        .substring(Math.min(start, source.text().length()), Math.min(end, source.text().length()));
  }

  /// {@return the smallest span over this one and another of the same text}
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public String toString() {
    return source.isFile() ? source.name() + ":" + line() + ":" + column() : source.name();
  }
}
