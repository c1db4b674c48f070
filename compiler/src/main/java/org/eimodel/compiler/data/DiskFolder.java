package org.eimodel.compiler.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder on disk. A file is opened by its real path, so that what is checked is what is read.
record DiskFolder(Path folder) implements DataFolder {
  private static final int MOST_LISTED = 1000;

  @Override
  public InputStream open(String relativePath) throws IOException {
    Path root = folder.toRealPath();
    Path real = resolve(root, relativePath).toRealPath();
    if (!real.startsWith(root)) {
      throw new Outside(relativePath);
    }
    if (!Files.isRegularFile(real)) {
      throw new FileSystemException(
          relativePath, null, Files.isDirectory(real) ? "is a folder" : "is not a plain file");
    }
    return Files.newInputStream(real);
  }

  @Override
  public String describe() {
    return folder.toString();
  }

  @Override
  public List<String> beside(String relativePath) {
    int slash = relativePath.lastIndexOf('/');
    String parent = relativePath.substring(0, slash + 1);
    try {
      Path root = folder.toRealPath();
      Path directory = resolve(root, parent).toRealPath();
      if (!directory.startsWith(root)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(directory)) {
        return files
            .limit(MOST_LISTED)
            .filter(Files::isRegularFile)
            .map(file -> parent + file.getFileName())
            .sorted()
            .toList();
      }
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Path resolve(Path root, String relativePath) throws NoSuchFileException {
    try {
      return root.resolve(relativePath);
    } catch (InvalidPathException _) {
      throw new NoSuchFileException(relativePath);
    }
  }
}
