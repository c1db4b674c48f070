package org.eimodel.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.syntax.SourceText;
import org.jspecify.annotations.Nullable;

/// The models that come with eimodel, by name.
///
/// ```java
/// Model model = ModelLibrary.find("coba").orElseThrow().compile().orThrow();
/// ```
public final class ModelLibrary {
  /// In the order in which a newcomer would look at them. A test compares them with the resources.
  private static final List<String> NAMES =
      List.of("macaque29", "microcircuit", "coba", "cuba", "cobahh", "hh", "izhikevich", "adex");

  /// A model for the command alone, which runs it once after a build. It is on no list, and nobody calls a file that.
  private static final String TRAINING = ".training";

  private static final DataFolder FOLDER =
      DataFolder.ofResources("the library", ModelLibrary::resource);

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
    if (name.equals(TRAINING)) {
      return Optional.of(read("training", "training/training.eimodel"));
    }
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  /// {@return what a name of a resource stands for; null for nothing}
  ///
  /// A method, because a reference to the class's own would take 12 ms of the first start: the JDK makes a class for each.
  static @Nullable InputStream resource(String name) {
    return ModelLibrary.class.getResourceAsStream(name);
  }

  private static LibraryModel read(String name) {
    return read(name, name + ".eimodel");
  }

  private static LibraryModel read(String name, String place) {
    String file = name + ".eimodel";
    try (InputStream stream = FOLDER.open(place)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new LibraryModel(name, new SourceText(file, text), FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException("the library lacks its own " + file, e);
    }
  }
}
