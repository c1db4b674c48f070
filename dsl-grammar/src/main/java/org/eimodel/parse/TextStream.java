package org.eimodel.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.eimodel.syntax.SourceText;

/// A source text as ANTLR reads it, counted in `char`s, so that token positions are positions in the text.
final class TextStream implements CharStream {
  private final SourceText source;
  private final String text;
  private int position;

  TextStream(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public void consume() {
    if (position == text.length()) {
      throw new IllegalStateException("cannot consume the end of the text");
    }
    position++;
  }

  @Override
  public int LA(int ahead) {
    if (ahead == 0) {
      return 0;
    }
    int at = ahead > 0 ? position + ahead - 1 : position + ahead;
    return at < 0 || at >= text.length() ? IntStream.EOF : text.charAt(at);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // the whole text is in memory: nothing was held
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return source.name();
  }
}
