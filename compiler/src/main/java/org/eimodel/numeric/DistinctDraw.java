package org.eimodel.numeric;

import java.util.Arrays;
import java.util.Objects;

/// Draws k different numbers below n, every set of k with the same probability, in ascending order.
///
/// Bounded draws ([RandomStream#nextBounded]) mark a bitmap until k different ones are marked, or, when k is more than
/// half of n, until n - k are marked that are left out. Which numbers come out depends on the stream alone. A drawing
/// begins at the stream's next whole block and leaves the stream after the last draw that it looked at.
///
/// Not thread-safe: the bitmap is kept from one drawing to the next.
public final class DistinctDraw {
  private static final int DRAWS = 4 * PhiloxRow.BLOCKS;
  private static final int FEW = 16;
  private static final long[] NONE = {};
  private static final long WORD = 0xFFFFFFFFL;

  private long[] marked = new long[0];
  private int[] fresh = new int[0];
  private int[] sorted = new int[0];

  /// Makes room for what [#draw] needs to draw below n. It makes room itself, too; but where that is done before many
  /// drawings, the JVM compiles them without it once.
  public void makeRoom(int n) {
    makeRoom(n, Math.max(FEW, (n + 63) >>> 6) + 1);
  }

  /// @param listed how many places there are to be in `fresh` and `sorted`
  private void makeRoom(int n, int listed) {
    if (marked.length << 6 < n) {
      marked = new long[(n + 63) >>> 6];
    }
    if (fresh.length < listed) {
      fresh = new int[listed + (listed >>> 1)];
      sorted = new int[fresh.length];
    }
  }

  /// Writes k different numbers from 0 to n - 1, ascending, to `out` from index `from`.
  ///
  /// *Errors*: `IllegalArgumentException` unless 0 <= k <= n; `IndexOutOfBoundsException` if `out` has no room for k.
  public void draw(RandomStream stream, int n, int k, int[] out, int from) {
    Objects.checkFromIndexSize(from, check(n, k), out.length);
    boolean sparse = sparse(n, k);
    stream.skipTo(mark(stream, n, Math.min(k, n - k), sparse));
    if (sparse) {
      sortAndClear(k);
      System.arraycopy(sorted, 0, out, from, k);
    } else {
      // all bits where those that are marked are left out
      expand(n, (n - 2L * k) >> 63, out, from, from + k);
    }
  }

  /// Writes the numbers whose bit differs from that of `flip`, ascending, and clears the bitmap.
  ///
  /// @param end after the last of them
  private void expand(int n, long flip, int[] out, int from, int end) {
    long[] marked = this.marked;
    int to = from;
    for (int i = 0; i << 6 < n; i++) {
      int base = i << 6;
      long set = (marked[i] ^ flip) & inside(n - base);
      marked[i] = 0;
      int next = to + Long.bitCount(set);
      // Four writes without a question cost less than one wrong guess at where the word runs out of bits. What is
      // written too far is overwritten by the next word, so it must stay inside this row.
      if (to + 4 <= end) {
        do {
          for (int j = 0; j < 4; j++) {
            out[to + j] = base + Long.numberOfTrailingZeros(set);
            set &= set - 1;
          }
          to += 4;
        } while (set != 0 && to + 4 <= end);
      }
      for (; set != 0; set &= set - 1) {
        out[to++] = base + Long.numberOfTrailingZeros(set);
      }
      to = next;
    }
  }

  /// Draws the numbers that [#draw] would write, in no order, and leaves the stream anywhere.
  ///
  /// *Errors*: `IllegalArgumentException` unless 0 <= k <= n.
  ///
  /// @return an array that begins with the k numbers; valid until the next drawing
  public int[] any(RandomStream stream, int n, int k) {
    if (check(n, k) > n - k) {
      if (sorted.length < k) {
        sorted = new int[k + (k >>> 1)];
      }
      int[] all = sorted;
      draw(stream, n, k, all, 0);
      return all;
    }
    mark(stream, n, k, true);
    if (n >>> 9 < k) {
      // many words at once, without a guess at how many
      Arrays.fill(marked, 0, (n + 63) >>> 6, 0);
    } else {
      for (int i = 0; i < k; i++) {
        marked[fresh[i] >>> 6] = 0;
      }
    }
    return fresh;
  }

  private static int check(int n, int k) {
    if (k < 0 || k > n) {
      throw new IllegalArgumentException("cannot draw " + k + " different numbers out of " + n);
    }
    return k;
  }

  /// {@return bits for the first `count` places of a word, all 64 when there are more}
  private static long inside(int count) {
    return count >= 64 ? -1L : (1L << count) - 1;
  }

  /// Whether it is quicker to sort the few that were marked than to look through all of the bitmap.
  private static boolean sparse(int n, int k) {
    return k <= n - k && (k <= FEW || k < n >>> 9);
  }

  /// Puts what was marked into `sorted`, ascending, and clears the bitmap.
  private void sortAndClear(int count) {
    for (int i = 0; i < count; i++) {
      marked[fresh[i] >>> 6] = 0;
    }
    if (count <= FEW) {
      // Each goes where the number of smaller ones says: more comparisons than sorting, but nothing to guess.
      for (int i = 0; i < count; i++) {
        int rank = 0;
        for (int j = 0; j < count; j++) {
          rank += (fresh[j] - fresh[i]) >>> 31;
        }
        sorted[rank] = fresh[i];
      }
    } else {
      System.arraycopy(fresh, 0, sorted, 0, count);
      Arrays.sort(sorted, 0, count);
    }
  }

  /// Marks `count` different numbers below n.
  ///
  /// @param list whether they are listed in `fresh`, too
  /// @return the draw after the last that was looked at
  private long mark(RandomStream stream, int n, int count, boolean list) {
    // A number that comes up again is listed behind the last, too. Without a list this is room for a few at a time.
    makeRoom(n, list ? count + 1 : (n + 63) >>> 6);
    long unfair = n == 0 ? 0 : (1L << 32) % n;
    long start = (stream.position() + 3) & -4L;
    long[] words = NONE;
    int next = 0;
    int filled = 0;
    int found = 0;
    while (found < count) {
      if (next == filled) {
        start += filled;
        filled = enough(n, found, count - found);
        next = 0;
        words = stream.planes(start, filled >>> 2);
      }
      // As many draws as are missing cannot find too many: no need to look at the count in between.
      int stop = Math.min(filled, next + count - found);
      if (list) {
        found += markAndList(words, n, unfair, next, stop, found);
      } else if (stop - next < (n + 63) >>> 6) {
        found += markAndList(words, n, unfair, next, stop, 0);
      } else {
        markAll(words, n, unfair, next, stop);
        found = marks(n);
      }
      next = stop;
    }
    return start + next;
  }

  /// {@return about as many draws as it takes to find `missing` numbers more, in whole blocks, or as many as there is room for}
  private static int enough(int n, int found, int missing) {
    // On the way half of what is missing is found on average, and as much of what is drawn comes up again.
    int again = (int) ((long) missing * (2L * found + missing) / (2L * (n - found) - missing));
    return (int) Math.min(DRAWS, (missing + (long) again + 3) & -4L);
  }

  /// {@return the first block whose word of a plane is draw `draw` or a later one}
  private static int block(int plane, int draw) {
    return (draw - plane + 3) >>> 2;
  }

  /// Marks the numbers of the draws from `next` up to `stop`, plane by plane: in which order is the same. The bitmap is asked
  /// afterwards how many there are: to look at each before it is marked takes half as long again.
  private void markAll(long[] words, int n, long unfair, int next, int stop) {
    long[] marked = this.marked;
    for (int plane = 0; plane < 4; plane++) {
      int first = plane * PhiloxRow.BLOCKS;
      for (int i = first + block(plane, next); i < first + block(plane, stop); i++) {
        long product = (words[i] & WORD) * n;
        int t = (int) (product >>> 32);
        marked[t >>> 6] |= fair(product, unfair) << t;
      }
    }
  }

  /// {@return how many numbers are marked}
  private int marks(int n) {
    int sum = 0;
    for (int i = 0; i << 6 < n; i++) {
      sum += Long.bitCount(marked[i]);
    }
    return sum;
  }

  /// {@return 1 for a draw that counts, 0 for one that would favour some numbers}
  ///
  /// Arithmetic instead of a branch, which is taken once in a million times: the JVM would compile as if it never were, and
  /// all of it again when it is.
  private static long fair(long product, long unfair) {
    return ~((product & WORD) - unfair) >>> 63;
  }

  /// As [#markAll], and lists in `fresh`, from `begin` on, those that were not marked before.
  ///
  /// {@return how many they are}
  private int markAndList(long[] words, int n, long unfair, int next, int stop, int begin) {
    long[] marked = this.marked;
    int[] fresh = this.fresh;
    int found = begin;
    for (int plane = 0; plane < 4; plane++) {
      int first = plane * PhiloxRow.BLOCKS;
      for (int i = first + block(plane, next); i < first + block(plane, stop); i++) {
        long product = (words[i] & WORD) * n;
        int t = (int) (product >>> 32);
        long old = marked[t >>> 6];
        long bit = fair(product, unfair);
        marked[t >>> 6] = old | bit << t;
        fresh[found] = t;
        found += (int) (~old >>> t & bit);
      }
    }
    return found - begin;
  }
}
