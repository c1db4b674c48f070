package org.eimodel.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.syntax.SourceText;

/// The models that come with eimodel, by name.
///
/// ```java
/// Model model = ModelLibrary.find("coba").orElseThrow().compile().orThrow();
/// ```
public final class ModelLibrary {
  /// In the order in which a newcomer would look at them. A test compares them with the resources.
  private static final List<String> NAMES =
      List.of("macaque29", "microcircuit", "coba", "cuba", "cobahh", "hh", "izhikevich", "adex");

  private static final DataFolder FOLDER =
      DataFolder.ofResources("the library", ModelLibrary.class::getResourceAsStream);

  private ModelLibrary() {}

  /// {@return the names of all models, each once}
  public static List<String> names() {
    return NAMES;
  }

  /// {@return all models, in the order of [#names]}
  public static List<LibraryModel> models() {
    return NAMES.stream().map(ModelLibrary::read).toList();
  }

  /// {@return the model of that name, which is written without `.eimodel`; empty when there is none}
  public static Optional<LibraryModel> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static LibraryModel read(String name) {
    String file = name + ".eimodel";
    try (InputStream stream = FOLDER.open(file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new LibraryModel(name, new SourceText(file, text), FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException("the library lacks its own " + file, e);
    }
  }
}
