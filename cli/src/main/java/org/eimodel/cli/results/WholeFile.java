package org.eimodel.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a file that appears whole or not at all, and never in the place of another.
final class WholeFile {
  private WholeFile() {}

  /// Something that fills a file. It may close the stream.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes beside the target under another name, then gives it its own in one move.
  ///
  /// *Errors.* [FileAlreadyExistsException] when the target exists; any failure leaves neither the target nor the
  /// temporary file.
  static Path write(Path target, Content content) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = target.resolveSibling(name);
    try {
      try (OutputStream out =
          Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      appear(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
    return target;
  }

  /// A hard link fails where the target exists, which a rename does not; file systems without links get the rename.
  private static void appear(Path part, Path target) throws IOException {
    try {
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException exists) {
      throw exists;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(part, target);
    }
  }
}
