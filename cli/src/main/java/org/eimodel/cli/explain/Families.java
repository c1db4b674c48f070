package org.eimodel.cli.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.eimodel.compiler.model.Symbol;

/// Names of families as the model declares them.
final class Families {
  private Families() {}

  /// {@return `E[a in area]`, or `E` where there is no index}
  static String name(String name, List<Symbol.IndexVariable> binders) {
    return binders.isEmpty()
        ? name
        : binders.stream()
            .map(binder -> binder.name() + " in " + binder.set().name())
            .collect(Collectors.joining(", ", name + "[", "]"));
  }
}
