package org.eimodel.compiler.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.text.Suggestions;

/// Reads a whole file of the model's folder, within limits.
final class FileBytes {
  /// Enough for twenty million pairs; anything larger wants a format of its own.
  static final int LARGEST = 256 << 20;

  private FileBytes() {}

  static DataResult<byte[]> read(DataFolder folder, String file) {
    Optional<DataProblem> refused = refuse(file);
    if (refused.isPresent()) {
      return refused.get().failed();
    }
    try (InputStream stream = folder.open(file)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? DataProblem.of(
                  Kind.UNREADABLE, "`" + file + "` is larger than " + (LARGEST >> 20) + " MB")
              .failed()
          : new DataResult.Ok<>(bytes);
    } catch (NoSuchFileException | FileNotFoundException _) {
      return missing(folder, file).failed();
    } catch (DataFolder.Outside _) {
      return outside(file, "a link leads out of it").failed();
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "cannot be read" : e.getReason();
      return DataProblem.of(Kind.UNREADABLE, "`" + file + "` " + reason).failed();
    } catch (IOException e) {
      return DataProblem.of(Kind.UNREADABLE, "`" + file + "` cannot be read: " + e.getMessage())
          .failed();
    }
  }

  private static Optional<DataProblem> refuse(String file) {
    if (file.isBlank()) {
      return Optional.of(DataProblem.of(Kind.MISSING, "the file name is empty"));
    }
    if (file.indexOf('\\') >= 0) {
      String slashes = file.replace('\\', '/');
      return Optional.of(
          DataProblem.of(
              Kind.OUTSIDE,
              "`" + file + "` has backslashes",
              "write `/` on every system: \"" + slashes + "\""));
    }
    if (file.startsWith("/") || file.startsWith("~") || file.matches("\\p{Alpha}:.*")) {
      return Optional.of(outside(file, "it is not relative to it"));
    }
    if (List.of(file.split("/")).contains("..")) {
      return Optional.of(outside(file, "`..` leads out of it"));
    }
    boolean unprintable = file.chars().anyMatch(Character::isISOControl);
    return unprintable
        ? Optional.of(DataProblem.of(Kind.MISSING, "the file name has control characters"))
        : Optional.empty();
  }

  private static DataProblem outside(String file, String why) {
    return DataProblem.of(
        Kind.OUTSIDE,
        "`" + file + "` is outside the model's folder: " + why,
        "copy the file into the model's folder and name it relative to the model file");
  }

  private static DataProblem missing(DataFolder folder, String file) {
    String message = "no file `" + file + "` in " + folder.describe();
    List<String> beside = folder.beside(file);
    return Suggestions.help(file, beside)
        .map(help -> DataProblem.of(Kind.MISSING, message, help))
        .orElseGet(() ->
            beside.isEmpty()
                ? DataProblem.of(Kind.MISSING, message)
                : DataProblem.of(Kind.MISSING, message, "there is " + Words.list(beside)));
  }
}
