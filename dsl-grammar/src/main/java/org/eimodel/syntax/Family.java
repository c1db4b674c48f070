package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;

/// The index part of a declaration: `[to in area, from in area where fln[to, from] > 0]`; empty for a single one.
public record Family(List<Binder> binders, Optional<Expression> where) {
  /// A declaration without indices.
  public static final Family SINGLE = new Family(List.of(), Optional.empty());

  public Family {
    binders = List.copyOf(binders);
  }
}
