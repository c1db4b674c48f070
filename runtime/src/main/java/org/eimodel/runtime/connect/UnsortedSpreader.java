package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.runtime.layout.Slice;

/// Draws the row of each spike anew, in no order.
///
/// A row that reaches no target twice, and whose synapses have no number of their own, does the same in any order: what sorting
/// takes is saved.
final class UnsortedSpreader implements Spreader {
  private final UnsortedRow[] rows;
  private final int shift;

  /// @param wirings of the tract's projections, in its order
  /// @param slices that the tract reaches, in storage order
  /// @param shift what takes a spike to a source
  UnsortedSpreader(List<Wiring> wirings, List<Slice> slices, int shift, RowSpace space) {
    this.rows =
        wirings.stream()
            .map(wiring -> new UnsortedRow(wiring, slices, space))
            .toArray(UnsortedRow[]::new);
    this.shift = shift;
  }

  /// {@return whether the order inside a row of these projections can be told from nothing}
  static boolean fits(List<Wiring> wirings) {
    return wirings.stream().allMatch(UnsortedSpreader::fits);
  }

  private static boolean fits(Wiring wiring) {
    boolean distinct =
        switch (wiring.rule) {
          case ConnectionRule.Probability _ -> true;
          case ConnectionRule.OutDegree(_, boolean multapses) -> !multapses;
          case ConnectionRule.Total(_, boolean multapses) -> !multapses;
          case ConnectionRule.All _,
              ConnectionRule.OneToOne _,
              ConnectionRule.InDegree _,
              ConnectionRule.Pairs _,
              ConnectionRule.Where _ ->
              false;
        };
    return distinct && !wiring.ownValues();
  }

  @Override
  public void spread(int[] spikes, int from, int to, Terminals lists) {
    lists.clear();
    for (int i = from; i < to; i++) {
      lists.next();
      for (UnsortedRow row : rows) {
        row.draw(spikes[i] - shift, lists);
      }
    }
  }
}
