package org.eimodel.syntax;

import java.util.Arrays;

/// The text of one file, or of a setting, and where its lines begin.
///
/// Identity semantics: two texts are the same only when they are the same object, so that spans stay cheap.
public final class SourceText {
  private final String name;
  private final String text;
  private final boolean file;
  private final int[] lineStarts;

  /// @param name what diagnostics print before the line number, as `macaque29.eimodel`
  /// @param text the whole text
  public SourceText(String name, String text) {
    this(name, text, true);
  }

  private SourceText(String name, String text, boolean file) {
    this.name = name;
    this.text = text;
    this.file = file;
    this.lineStarts = lineStarts(text);
  }

  /// {@return a text that lies in no file, as `--set p=2`: its places are named without line and column}
  ///
  /// @param name what diagnostics print before the severity, as `--set`
  public static SourceText setting(String name, String text) {
    return new SourceText(name, text, false);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// {@return the name that diagnostics print}
  public String name() {
    return name;
  }

  /// {@return whether it is the text of a file, rather than of a setting}
  public boolean isFile() {
    return file;
  }

  /// {@return the whole text}
  public String text() {
    return text;
  }

  /// {@return how many lines there are, at least 1}
  public int lineCount() {
    return lineStarts.length;
  }

  /// {@return the line of a character offset, counted from 1}
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, Math.clamp(offset, 0, text.length()));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// {@return the column of a character offset, counted from 1 in characters}
  public int columnOf(int offset) {
    int clamped = Math.clamp(offset, 0, text.length());
    return clamped - lineStarts[lineOf(clamped) - 1] + 1;
  }

  /// {@return one line without its line break; `line` counts from 1}
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
