package org.eimodel.cli.arguments;

import java.util.List;
import java.util.Optional;

/// A command, its options, and the words that explain them.
///
/// @param summary one line for the list of commands
/// @param description what it does, for its own help
/// @param positional its argument without a name, if it takes one
/// @param examples lines below the options
record CommandForm(
    String name,
    String summary,
    String description,
    Optional<Positional> positional,
    List<Option> options,
    List<String> examples) {

  /// An argument without a name.
  record Positional(String label, String description, boolean required) {}

  /// An option.
  ///
  /// @param names all its names, the long one last
  /// @param label what stands for its value in help; empty for a switch
  record Option(List<String> names, String label, String description, boolean repeatable) {

    /// {@return an option with a value}
    static Option value(String name, String label, String description) {
      return new Option(List.of(name), label, description, false);
    }

    /// {@return an option that is there or not}
    static Option flag(String description, String... names) {
      return new Option(List.of(names), "", description, false);
    }

    boolean isFlag() {
      return label.isEmpty();
    }

    /// {@return the name under which its values are looked up}
    String key() {
      return names.getLast();
    }
  }
}
