package org.eimodel.compiler.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.ValueSource;

/// The distributions that `~` may draw from.
final class Distributions {
  private Distributions() {}

  static Optional<ValueSource.Distribution> named(String name) {
    return Arrays.stream(ValueSource.Distribution.values()).filter(d -> d.symbol().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(ValueSource.Distribution.values()).map(ValueSource.Distribution::symbol).toList();
  }
}
