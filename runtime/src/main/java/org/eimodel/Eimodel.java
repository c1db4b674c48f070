package org.eimodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// Compiles models.
public final class Eimodel {
  private Eimodel() {}

  /// {@return the model of a file, or what is wrong with it}
  ///
  /// The model may read data from the file's own folder, and from nowhere else.
  ///
  /// *Errors*: `UncheckedIOException` when the file cannot be read or is not UTF-8.
  public static Outcome<Model> compile(Path file) {
    Path name = file.getFileName();
    Path folder = file.toAbsolutePath().getParent();
    if (name == null || folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return compile(new SourceText(name.toString(), text), DataFolder.of(folder));
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(file + " is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the model of a text that reads no files, or what is wrong with it}
  ///
  /// @param name what diagnostics call the text, as `arm.eimodel`
  public static Outcome<Model> compile(String name, String text) {
    return compile(
        new SourceText(name, text), DataFolder.ofResources("a text without a folder", _ -> null));
  }

  /// {@return the model of a text, or what is wrong with it}
  ///
  /// @param folder the only place from which the model may read data
  public static Outcome<Model> compile(SourceText source, DataFolder folder) {
    return Compiler.compile(source, folder).then(lowered -> Outcome.of(new Model(lowered)));
  }
}
