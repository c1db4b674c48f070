package org.eimodel.cli.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Arguments sorted by the options that they belong to.
///
/// @param command the command's name
/// @param positional the argument without a name
/// @param values the values of each option that was given, by its key; a switch has the value `true`
record Matched(String command, Optional<String> positional, Map<String, List<String>> values) {

  /// {@return the value of an option that was given once}
  Optional<String> value(String key) {
    return all(key).stream().findFirst();
  }

  /// {@return the values of an option}
  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }
}
