package org.eimodel.cli.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// A folder that belongs to one run alone.
///
/// @param path where it is; it exists and was empty when this record was made
public record RunFolder(Path path) {

  /// {@return a fresh folder `<base>/<model>-<n>` with the first free n from 1}
  ///
  /// Making the folder is what claims the number, so that two runs that start at once get two folders. A `base` that
  /// does
  /// not exist is made.
  ///
  /// *Errors.* [IOException] where the folder cannot be made, as on a read-only disk.
  public static RunFolder create(Path base, String model) throws IOException {
    Files.createDirectories(base);
    String name = model.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    for (int n = 1; ; n++) {
      Path path = base.resolve(name + "-" + n);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        return new RunFolder(Files.createDirectory(path));
      } catch (FileAlreadyExistsException takenMeanwhile) {
        // the next number
      }
    }
  }

  /// {@return the folder that the user asked for, made where it does not exist}
  ///
  /// *Errors.* [DirectoryNotEmptyException] where it holds anything, [NotDirectoryException] where it is something
  /// else;
  /// [#explain(IOException)] says it in a sentence.
  public static RunFolder at(Path path) throws IOException {
    require(path);
    Files.createDirectories(path);
    return new RunFolder(path);
  }

  /// Looks whether a folder could be given to a run, and makes nothing.
  ///
  /// *Errors.* As [#at(Path)].
  public static void require(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(path.toString());
    }
    if (Files.exists(path)) {
      try (Stream<Path> entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(path.toString());
        }
      }
    }
  }

  /// {@return what to tell the user about a folder that could not be used}
  public static String explain(IOException error) {
    return switch (error) {
      case DirectoryNotEmptyException e ->
          "%s is not empty, and results never overwrite anything: name a new or an empty folder"
              .formatted(e.getFile());
      case NotDirectoryException e -> "%s is a file, not a folder".formatted(e.getFile());
      case FileAlreadyExistsException e ->
          "%s exists, and results never overwrite anything".formatted(e.getFile());
      case AccessDeniedException e -> "you may not write to " + e.getFile();
      case NoSuchFileException e -> "%s cannot be made in that folder".formatted(e.getFile());
      case FileSystemException e when e.getReason() != null ->
          "%s cannot be written: %s".formatted(e.getFile(), e.getReason());
      default ->
          "the results could not be written: "
              + Objects.requireNonNullElse(error.getMessage(), "the system does not say why");
    };
  }

  /// {@return the path of a file in this folder}
  public Path file(String name) {
    return path.resolve(name);
  }
}
