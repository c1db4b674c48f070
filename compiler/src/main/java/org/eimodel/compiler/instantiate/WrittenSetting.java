package org.eimodel.compiler.instantiate;

import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// A setting as its user wrote it, and the places of its name and its value.
record WrittenSetting(Span name, Span value) {

  /// @param title what diagnostics begin with, as `--set`
  /// @param before what stands before the name
  /// @param between what stands between the name and the value
  /// @param after what stands after the value
  WrittenSetting(String title, String before, String name, String between, String value, String after) {
    this(
        SourceText.setting(title, before + name + between + value + after),
        before.length(),
        name.length(),
        between.length(),
        value.length());
  }

  private WrittenSetting(SourceText source, int before, int name, int between, int value) {
    this(
        new Span(source, before, before + name),
        new Span(source, before + name + between, before + name + between + value));
  }

  String text() {
    return value.source().text();
  }
}
