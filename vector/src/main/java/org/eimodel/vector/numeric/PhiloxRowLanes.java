package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_I2L;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.Philox;
import org.eimodel.numeric.WordBlocks;

/// [Philox] over neighbouring blocks of one element, one in each 64-bit lane.
///
/// The rounds are several loops, as in [PhiloxLanes], with their words in planes in between; the last loop puts the four words
/// of a block side by side. Three words of the counter are the same for all blocks, so that two of the first four products are
/// made once.
public final class PhiloxRowLanes implements WordBlocks {
  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, LaneWidth.DOUBLE.vectorShape());
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(LaneWidth.DOUBLE.vectorBitSize() / 2));
  private static final int LANES = LONGS.length();
  private static final LongVector LANE = LongVector.zero(LONGS).addIndex(1);

  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final long WEYL_0 = 0x9E3779B9L;
  private static final long WEYL_1 = 0xBB67AE85L;
  private static final long WORD = 0xFFFFFFFFL;
  private static final LongVector LOW = LongVector.broadcast(LONGS, WORD);
  private static final LongVector BY_0 = LongVector.broadcast(LONGS, MULTIPLIER_0);
  private static final LongVector BY_1 = LongVector.broadcast(LONGS, MULTIPLIER_1);

  /// Twice each lane of the first half of a vector, and of the second.
  private static final VectorShuffle<Long> FIRST = VectorShuffle.fromOp(LONGS, j -> j / 2);

  private static final VectorShuffle<Long> SECOND =
      VectorShuffle.fromOp(LONGS, j -> (j + LANES) / 2);
  private static final VectorMask<Long> ODD = LANE.and(1).eq(1);

  /// Blocks whose words stay in the first-level cache from loop to loop.
  private static final int BLOCK = 256;

  private final int[] planes = new int[4 * BLOCK];

  @Override
  public void fill(long key, int first, int c1, int c2, int c3, int blocks, int[] out, int from) {
    int whole = blocks / LANES * LANES;
    for (int done = 0; done < whole; done += BLOCK) {
      int count = Math.min(whole - done, BLOCK);
      begin(key, first + done, c1, c2, c3, count, planes);
      two(key, 4, count, planes);
      two(key, 6, count, planes);
      end(key, count, planes, out, from + 4 * done);
    }
    Philox.fill(key, first + whole, c1, c2, c3, blocks - whole, out, from + 4 * whole);
  }

  @Override
  public int together() {
    return LANES;
  }

  /// Rounds 1 to 4.
  private static void begin(
      long key, int first, int c1, int c2, int c3, int count, int[] planes) {
    long a1 = key & WORD;
    long b1 = key >>> 32;
    long a2 = a1 + WEYL_0 & WORD;
    long b2 = b1 + WEYL_1 & WORD;
    long a3 = a2 + WEYL_0 & WORD;
    long b3 = b2 + WEYL_1 & WORD;
    long a4 = a3 + WEYL_0 & WORD;
    long b4 = b3 + WEYL_1 & WORD;
    // What does not depend on the block.
    long q1 = (c2 & WORD) * MULTIPLIER_1;
    long q2 = ((q1 >>> 32) ^ (c1 & WORD) ^ a1) * MULTIPLIER_0;
    long s1 = (c3 & WORD) ^ b1;
    long s2 = (q1 & WORD) ^ a2;
    long t2 = (q2 >>> 32) ^ b2;
    long t3 = (q2 & WORD) ^ b3;
    for (int i = 0; i < count; i += LANES) {
      LongVector x3 = LANE.add(first + i).and(LOW).mul(BY_0);
      LongVector x2 = x3.lanewise(LSHR, 32).lanewise(XOR, s1);
      LongVector x1 = x2.and(LOW).mul(BY_1);
      LongVector x0 = x1.lanewise(LSHR, 32).lanewise(XOR, s2);
      x2 = x3.lanewise(XOR, t2);
      LongVector p0 = x0.and(LOW).mul(BY_0);
      LongVector p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a3);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, t3);
      x1 = p1;
      x3 = p0;
      p0 = x0.and(LOW).mul(BY_0);
      p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a4);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b4);
      ((IntVector) x0.convertShape(L2I, INTS, 0)).intoArray(planes, i);
      ((IntVector) p1.convertShape(L2I, INTS, 0)).intoArray(planes, BLOCK + i);
      ((IntVector) x2.convertShape(L2I, INTS, 0)).intoArray(planes, 2 * BLOCK + i);
      ((IntVector) p0.convertShape(L2I, INTS, 0)).intoArray(planes, 3 * BLOCK + i);
    }
  }

  /// Two rounds more.
  private static void two(long key, int done, int count, int[] planes) {
    long a1 = (key & WORD) + done * WEYL_0 & WORD;
    long b1 = (key >>> 32) + done * WEYL_1 & WORD;
    long a2 = a1 + WEYL_0 & WORD;
    long b2 = b1 + WEYL_1 & WORD;
    for (int i = 0; i < count; i += LANES) {
      LongVector x0 = load(planes, i);
      LongVector x1 = load(planes, BLOCK + i);
      LongVector x2 = load(planes, 2 * BLOCK + i);
      LongVector x3 = load(planes, 3 * BLOCK + i);
      LongVector p0 = x0.and(LOW).mul(BY_0);
      LongVector p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a1);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b1);
      x1 = p1;
      x3 = p0;
      p0 = x0.and(LOW).mul(BY_0);
      p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a2);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b2);
      ((IntVector) x0.convertShape(L2I, INTS, 0)).intoArray(planes, i);
      ((IntVector) p1.convertShape(L2I, INTS, 0)).intoArray(planes, BLOCK + i);
      ((IntVector) x2.convertShape(L2I, INTS, 0)).intoArray(planes, 2 * BLOCK + i);
      ((IntVector) p0.convertShape(L2I, INTS, 0)).intoArray(planes, 3 * BLOCK + i);
    }
  }

  /// The last two rounds, and the words of each block side by side.
  private static void end(long key, int count, int[] planes, int[] out, int from) {
    long a1 = (key & WORD) + 8 * WEYL_0 & WORD;
    long b1 = (key >>> 32) + 8 * WEYL_1 & WORD;
    long a2 = a1 + WEYL_0 & WORD;
    long b2 = b1 + WEYL_1 & WORD;
    for (int i = 0; i < count; i += LANES) {
      LongVector x0 = load(planes, i);
      LongVector x1 = load(planes, BLOCK + i);
      LongVector x2 = load(planes, 2 * BLOCK + i);
      LongVector x3 = load(planes, 3 * BLOCK + i);
      LongVector p0 = x0.and(LOW).mul(BY_0);
      LongVector p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a1);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b1);
      x1 = p1;
      x3 = p0;
      p0 = x0.and(LOW).mul(BY_0);
      p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a2);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b2);
      LongVector low = x0.and(LOW).or(p1.lanewise(LSHL, 32));
      LongVector high = x2.and(LOW).or(p0.lanewise(LSHL, 32));
      low.rearrange(FIRST)
          .blend(high.rearrange(FIRST), ODD)
          .reinterpretAsInts()
          .intoArray(out, from + 4 * i);
      low.rearrange(SECOND)
          .blend(high.rearrange(SECOND), ODD)
          .reinterpretAsInts()
          .intoArray(out, from + 4 * i + 2 * LANES);
    }
  }

  private static LongVector load(int[] planes, int at) {
    return (LongVector)
        IntVector.fromArray(INTS, planes, at).convertShape(ZERO_EXTEND_I2L, LONGS, 0);
  }
}
