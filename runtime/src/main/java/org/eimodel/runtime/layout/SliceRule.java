package org.eimodel.runtime.layout;

import java.util.Arrays;

/// How groups are cut into slices: by their populations' sizes and the machine, never by the number of threads.
///
/// A group becomes the least even number of equal slices that are not larger than `aim`, or one. A cut moves to the
/// nearest border between clusters when that is at most a quarter of a slice away, else to such a border between
/// populations.
///
/// Where synapses have delays of their own, a row is divided by slice and delay, and short runs of synapses cost most: such
/// a group becomes as many slices as there are processors, if that is fewer, and slices do not exceed [#LARGEST].
///
/// @param aim the size that a slice should not exceed; at most half of [Slice#LIMIT]
/// @param processors that the machine has
public record SliceRule(int aim, int processors) {
  /// What networks use: the states of a slice fit the second-level cache.
  public static final SliceRule STANDARD =
      new SliceRule(24_576, Runtime.getRuntime().availableProcessors());

  /// The size that a slice should never exceed. Two borders may move by a quarter each.
  static final int LARGEST = 40_960;

  public SliceRule {
    if (aim < 1 || aim > Slice.LIMIT / 2) {
      throw new IllegalArgumentException("slices of " + aim + " neurons");
    }
  }

  /// {@return a rule that looks at sizes alone}
  public static SliceRule of(int aim) {
    return new SliceRule(aim, Integer.MAX_VALUE);
  }

  /// {@return where slices begin, and the group's size at the end}
  ///
  /// @param borders where populations begin, ascending from 0, and the group's size at the end
  /// @param clusters those of them where a cluster begins, the first, and the last
  /// @param ownDelays whether the group has synapses with delays of their own
  public int[] cut(int[] borders, int[] clusters, boolean ownDelays) {
    int size = borders[borders.length - 1];
    int count = Math.ceilDiv(size, aim);
    if (ownDelays && count > processors) {
      count = Math.max(processors, Math.ceilDiv(size, LARGEST));
    }
    if (count > 1 && (count & 1) == 1) {
      count++;
    }
    count = Math.min(count, size);
    int[] cuts = new int[count + 1];
    int reach = size / count / 4;
    for (int k = 1; k < count; k++) {
      int ideal = (int) ((long) size * k / count);
      int cluster = nearest(clusters, ideal);
      int border = Math.abs(cluster - ideal) <= reach ? cluster : nearest(borders, ideal);
      cuts[k] = Math.abs(border - ideal) <= reach && border > cuts[k - 1] ? border : ideal;
    }
    cuts[count] = size;
    return cuts;
  }

  private static int nearest(int[] borders, int position) {
    int found = Arrays.binarySearch(borders, position);
    if (found >= 0) {
      return position;
    }
    int above = borders[-found - 1];
    int below = borders[-found - 2];
    return position - below <= above - position ? below : above;
  }
}
