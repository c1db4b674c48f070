package org.eimodel.cli.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Console;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;
import org.eimodel.parse.SourceFiles;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// The text of the model that the user named, and where its data lies.
///
/// @param name without folder and ending: it names the folder of results
/// @param folder the only place that the model may read data from
public record ModelFile(String name, SourceText source, DataFolder folder) {
  private static final String ENDING = ".eimodel";

  /// {@return the model that was named, or what is wrong with its text}
  ///
  /// A file wins over a model of the library, so that nobody's own `hh.eimodel` is hidden; a bare `hh` means the library's
  /// unless there is a file called just that.
  ///
  /// *Errors*: [UsageException] when there is neither.
  public static Outcome<ModelFile> named(String argument, Console console) throws UsageException {
    Optional<Path> file = file(argument, console);
    if (file.isPresent()) {
      return read(argument, file.get());
    }
    Optional<LibraryModel> model =
        argument.endsWith(ENDING) ? Optional.empty() : ModelLibrary.find(argument);
    if (model.isPresent()) {
      LibraryModel found = model.get();
      return Outcome.of(new ModelFile(found.name(), found.source(), found.folder()));
    }
    throw new UsageException(unknown(argument, console));
  }

  /// {@return the bytes of the text, as they are kept beside the results}
  public byte[] bytes() {
    return source.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Path> file(String argument, Console console) {
    try {
      return Optional.of(console.resolve(Path.of(argument))).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Outcome<ModelFile> read(String argument, Path file) throws UsageException {
    String fileName = String.valueOf(file.getFileName());
    String name =
        fileName.endsWith(ENDING)
            ? fileName.substring(0, fileName.length() - ENDING.length())
            : fileName;
    Path parent =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    DataFolder folder = DataFolder.of(parent);
    try {
      return SourceFiles.read(file, argument)
          .then(source -> Outcome.of(new ModelFile(name, source, folder)));
    } catch (AccessDeniedException e) {
      throw new UsageException("you may not read " + argument);
    } catch (IOException e) {
      throw new UsageException(argument + " cannot be read: " + e);
    }
  }

  private static String unknown(String argument, Console console) {
    if (Files.isDirectory(console.folder().resolve(argument))) {
      return argument + " is a folder, not a model";
    }
    if (argument.endsWith(ENDING)) {
      String stem = argument.substring(0, argument.length() - ENDING.length());
      String message = "there is no file " + argument;
      return ModelLibrary.names().contains(stem)
          ? message + "\nthe library has a model `" + stem + "`"
          : message;
    }
    if (argument.contains("/")) {
      return "there is no file " + argument;
    }
    List<String> near = Suggestions.nearest(argument, ModelLibrary.names());
    String help =
        Suggestions.question(near)
            .orElse("the library has " + String.join(", ", ModelLibrary.names()));
    return "there is no file and no model of the library called `" + argument + "`\n" + help;
  }
}
