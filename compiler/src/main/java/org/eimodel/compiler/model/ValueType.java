package org.eimodel.compiler.model;

import org.eimodel.compiler.units.Dimension;

/// What a formula yields.
public sealed interface ValueType {
  /// A plain number.
  ValueType NUMBER = new Real(Dimension.NONE);

  /// A condition.
  ValueType TRUTH = new Truth();

  /// Not known, because of an error that has been reported; anything may follow.
  ValueType UNKNOWN = new Unknown();

  /// A quantity.
  record Real(Dimension dimension) implements ValueType {
    @Override
    public String toString() {
      return dimension.isDimensionless() ? "a plain number" : dimension.toString();
    }
  }

  /// A condition.
  record Truth() implements ValueType {
    @Override
    public String toString() {
      return "a condition";
    }
  }

  /// A label of an index.
  record Label(IndexSet set) implements ValueType {
    @Override
    public String toString() {
      return "a label of index " + set.name();
    }
  }

  /// After an error.
  record Unknown() implements ValueType {
    @Override
    public String toString() {
      return "unknown";
    }
  }
}
