package org.eimodel.compiler.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The one place that a model may read data from: its own folder, or the part of an archive it was shipped in.
///
/// *Errors*: {@link NoSuchFileException} when there is no such file, {@link Outside} when it lies elsewhere, any other
/// `IOException` when it cannot be read. Names reach an implementation only after {@link DataFiles} has refused absolute
/// ones and those with `..` or backslashes.
public interface DataFolder {
  /// {@return the content of a file, named relative to the folder with `/` between the parts}
  InputStream open(String relativePath) throws IOException;

  /// {@return what to call the folder in a message}
  String describe();

  /// {@return the files that lie beside the named one, relative to the folder; empty when that cannot be known}
  default List<String> beside(String relativePath) {
    return List.of();
  }

  /// {@return a folder of the file system; links inside it may not lead out of it}
  static DataFolder of(Path folder) {
    return new DiskFolder(folder);
  }

  /// {@return a folder inside a module or archive, read through a function of the module that owns the resources}
  ///
  /// Resources belong to their module, so the owner passes the look-up itself:
  /// `DataFolder.ofResources("the library", name -> ModelLibrary.class.getResourceAsStream("models/" + name))`.
  /// The function gives null where there is no such resource.
  static DataFolder ofResources(String description, Function<String, InputStream> resources) {
    return new DataFolder() {
      @Override
      public InputStream open(String relativePath) throws IOException {
        InputStream stream = resources.apply(relativePath);
        if (stream == null) {
          throw new NoSuchFileException(relativePath);
        }
        return stream;
      }

      @Override
      public String describe() {
        return description;
      }
    };
  }

  /// {@return resources under a prefix beside a class, whose package must be open to this module}
  static DataFolder ofResources(Class<?> anchor, String prefix) {
    return ofResources(anchor.getPackageName(), name -> anchor.getResourceAsStream(prefix + name));
  }

  /// The file exists or might, but not in this folder.
  final class Outside extends IOException {
    private static final long serialVersionUID = 1L;

    public Outside(String relativePath) {
      super(relativePath);
    }
  }
}
