package org.eimodel.models;

import java.util.Objects;
import org.eimodel.Eimodel;
import org.eimodel.Model;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// One model of the library: what the compiler needs to read it.
///
/// @param name as it is typed, `macaque29`
/// @param source the text, named `macaque29.eimodel` in diagnostics
/// @param folder where the model's data files are
public record LibraryModel(String name, SourceText source, DataFolder folder) {
  public LibraryModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(source);
    Objects.requireNonNull(folder);
  }

  /// {@return the compiled model}
  public Outcome<Model> compile() {
    return Eimodel.compile(source, ModelLibrary::resource);
  }

  /// {@return what the model is, in one line: the first line of its description, without the full stop}
  ///
  /// Every model of the library begins with a description (lines after `///`), the first line of which can stand alone.
  public String summary() {
    String line = source.line(1).strip();
    String words = line.startsWith("///") ? line.substring(3).strip() : line;
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
