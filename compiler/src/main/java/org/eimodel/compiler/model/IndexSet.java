package org.eimodel.compiler.model;

import java.util.List;
import org.eimodel.syntax.Span;

/// The labels that an index ranges over, in order.
public record IndexSet(String name, List<String> labels, Span span) {
  public IndexSet {
    labels = List.copyOf(labels);
  }

  /// {@return how many labels there are}
  public int size() {
    return labels.size();
  }
}
