package org.eimodel.runtime.layout;

import java.util.Arrays;

/// How groups are cut into slices: by their populations' sizes alone, never by the number of threads.
///
/// A group becomes the least even number of equal slices that are not larger than `aim`, or one. A cut moves to the
/// nearest border between populations when that is at most a quarter of a slice away.
///
/// @param aim the size that a slice should not exceed; at most half of [Slice#LIMIT]
public record SliceRule(int aim) {
  /// What networks use: the states of a slice fit the second-level cache.
  public static final SliceRule STANDARD = new SliceRule(24_576);

  public SliceRule {
    if (aim < 1 || aim > Slice.LIMIT / 2) {
      throw new IllegalArgumentException("slices of " + aim + " neurons");
    }
  }

  /// {@return where slices begin, and the group's size at the end}
  ///
  /// @param borders where populations begin, ascending from 0, and the group's size at the end
  public int[] cut(int[] borders) {
    int size = borders[borders.length - 1];
    int count = Math.ceilDiv(size, aim);
    if (count > 1 && (count & 1) == 1) {
      count++;
    }
    count = Math.min(count, size);
    int[] cuts = new int[count + 1];
    int reach = size / count / 4;
    for (int k = 1; k < count; k++) {
      int ideal = (int) ((long) size * k / count);
      int border = nearest(borders, ideal);
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
