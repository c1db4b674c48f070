package org.eimodel.compiler.data;

/// Connected pairs in the order of their file: `sources[i]` projects to `targets[i]`, both counted from zero.
///
/// The arrays are of equal length and nobody writes to them.
public record Pairs(int[] sources, int[] targets) {
  public Pairs {
    if (sources.length != targets.length) {
      throw new IllegalArgumentException(
          sources.length + " sources, " + targets.length + " targets");
    }
  }

  public int count() {
    return sources.length;
  }
}
