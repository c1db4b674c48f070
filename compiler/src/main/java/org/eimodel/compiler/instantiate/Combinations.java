package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.model.Symbol;

/// Every combination of labels, the last index fastest.
final class Combinations {
  private Combinations() {}

  static List<int[]> of(List<Symbol.IndexVariable> binders) {
    List<int[]> all = new ArrayList<>();
    all.add(new int[0]);
    for (Symbol.IndexVariable binder : binders) {
      List<int[]> longer = new ArrayList<>();
      for (int[] labels : all) {
        for (int position = 0; position < binder.set().size(); position++) {
          int[] next = Arrays.copyOf(labels, labels.length + 1);
          next[labels.length] = position;
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
