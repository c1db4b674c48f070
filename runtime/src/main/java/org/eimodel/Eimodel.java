package org.eimodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.parse.SourceFiles;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// Compiles models.
public final class Eimodel {
  private Eimodel() {}

  /// {@return the model of a file, or what is wrong with it}
  ///
  /// The model may read data from the file's own folder, and from nowhere else.
  ///
  /// *Errors*: what is wrong with the text, its encoding or its size is in the outcome; `UncheckedIOException` when the file
  /// cannot be read at all.
  public static Outcome<Model> compile(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    try {
      return SourceFiles.read(file).then(source -> compile(source, DataFolder.of(folder)));
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

  /// {@return the model of a text that was shipped with a program, or what is wrong with it}
  ///
  /// @param files gives the content of a data file by its name, and null where there is none: in a module, a look-up of its
  ///     own resources, as `Arm.class::getResourceAsStream`
  public static Outcome<Model> compile(SourceText source, Function<String, InputStream> files) {
    return compile(source, DataFolder.ofResources("the resources of " + source.name(), files));
  }

  private static Outcome<Model> compile(SourceText source, DataFolder folder) {
    return Compiler.compile(source, folder).then(lowered -> Outcome.of(new Model(lowered)));
  }
}
