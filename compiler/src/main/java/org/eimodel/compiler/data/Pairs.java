package org.eimodel.compiler.data;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Connected pairs in the order of their file: `sources[i]` projects to `targets[i]`, both counted from zero.
///
/// The arrays are of equal length and nobody writes to them.
///
/// @param columns numbers that the file gives with each pair, by name, in base units
public record Pairs(int[] sources, int[] targets, Map<String, double[]> columns) {
  public Pairs {
    columns = Map.copyOf(columns);
    if (sources.length != targets.length
        || columns.values().stream().anyMatch(column -> column.length != sources.length)) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int count() {
    return sources.length;
  }

  /// {@return the pairs of different neurons; both ends are of one population}
  public Pairs withoutAutapses() {
    int[] kept = IntStream.range(0, count()).filter(k -> sources[k] != targets[k]).toArray();
    Map<String, double[]> values = new HashMap<>();
    columns.forEach((name, column) ->
        values.put(name, IntStream.of(kept).mapToDouble(k -> column[k]).toArray()));
    return new Pairs(
        IntStream.of(kept).map(k -> sources[k]).toArray(),
        IntStream.of(kept).map(k -> targets[k]).toArray(),
        values);
  }
}
