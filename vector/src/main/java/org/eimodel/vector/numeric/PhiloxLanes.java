package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_I2L;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.Philox;

/// [Philox] over neighbouring elements, one in each 64-bit lane.
///
/// A product of two words fills its lane; what of a lane is above 32 bits is cut off where the next product reads it. Two
/// words of the counter are the same for all elements and one is zero, so that a third of the first four rounds is computed
/// once. The rounds are several loops: C2 does not inline the operations of ten, and what it
/// does not inline allocates.
public final class PhiloxLanes {
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

  /// Elements whose words stay in the first-level cache from loop to loop.
  private static final int BLOCK = 512;

  private PhiloxLanes() {}

  /// As [org.eimodel.compiler.kernel.RandomBlocks#fill].
  public static void fill(long key, int first, int c2, int c3, int elements, int[] out) {
    int whole = elements / LANES * LANES;
    for (int from = 0; from < whole; from += BLOCK) {
      int until = Math.min(whole, from + BLOCK);
      begin(key, first, c2, c3, from, until, out, elements);
      three(key, 4, from, until, out, elements);
      three(key, 7, from, until, out, elements);
    }
    Philox.elements(key, first, c2, c3, whole, elements, out);
  }

  /// Rounds 1 to 4.
  private static void begin(
      long key, int first, int c2, int c3, int from, int until, int[] out, int plane) {
    long a1 = key & WORD;
    long b1 = key >>> 32;
    long a2 = a1 + WEYL_0 & WORD;
    long b2 = b1 + WEYL_1 & WORD;
    long a3 = a2 + WEYL_0 & WORD;
    long b3 = b2 + WEYL_1 & WORD;
    long a4 = a3 + WEYL_0 & WORD;
    long b4 = b3 + WEYL_1 & WORD;
    // What does not depend on the element.
    long q1 = (c2 & WORD) * MULTIPLIER_1;
    long q2 = ((c3 & WORD) ^ b1) * MULTIPLIER_1;
    long q3 = ((q2 >>> 32) ^ (q1 & WORD) ^ a2) * MULTIPLIER_0;
    long s1 = (q1 >>> 32) ^ a1;
    long s3 = (q2 & WORD) ^ a3;
    long t3 = (q3 >>> 32) ^ b3;
    long t4 = (q3 & WORD) ^ b4;
    for (int i = from; i < until; i += LANES) {
      LongVector x0 = LANE.add(first + i).lanewise(XOR, s1);
      LongVector x3 = x0.and(LOW).mul(BY_0);
      LongVector x2 = x3.lanewise(LSHR, 32).lanewise(XOR, b2);
      LongVector x1 = x2.and(LOW).mul(BY_1);
      x0 = x1.lanewise(LSHR, 32).lanewise(XOR, s3);
      x2 = x3.lanewise(XOR, t3);
      LongVector p0 = x0.and(LOW).mul(BY_0);
      LongVector p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a4);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, t4);
      ((IntVector) x0.convertShape(L2I, INTS, 0)).intoArray(out, i);
      ((IntVector) p1.convertShape(L2I, INTS, 0)).intoArray(out, plane + i);
      ((IntVector) x2.convertShape(L2I, INTS, 0)).intoArray(out, 2 * plane + i);
      ((IntVector) p0.convertShape(L2I, INTS, 0)).intoArray(out, 3 * plane + i);
    }
  }

  /// Three rounds more, of the words that are in `out`.
  private static void three(long key, int done, int from, int until, int[] out, int plane) {
    long a1 = (key & WORD) + done * WEYL_0 & WORD;
    long b1 = (key >>> 32) + done * WEYL_1 & WORD;
    long a2 = a1 + WEYL_0 & WORD;
    long b2 = b1 + WEYL_1 & WORD;
    long a3 = a2 + WEYL_0 & WORD;
    long b3 = b2 + WEYL_1 & WORD;
    for (int i = from; i < until; i += LANES) {
      LongVector x0 =
          (LongVector)
              IntVector.fromArray(INTS, out, i).convertShape(ZERO_EXTEND_I2L, LONGS, 0);
      LongVector x1 =
          (LongVector)
              IntVector.fromArray(INTS, out, plane + i).convertShape(ZERO_EXTEND_I2L, LONGS, 0);
      LongVector x2 =
          (LongVector)
              IntVector.fromArray(INTS, out, 2 * plane + i).convertShape(ZERO_EXTEND_I2L, LONGS, 0);
      LongVector x3 =
          (LongVector)
              IntVector.fromArray(INTS, out, 3 * plane + i).convertShape(ZERO_EXTEND_I2L, LONGS, 0);
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
      x1 = p1;
      x3 = p0;
      p0 = x0.and(LOW).mul(BY_0);
      p1 = x2.and(LOW).mul(BY_1);
      x0 = p1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, a3);
      x2 = p0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, b3);
      ((IntVector) x0.convertShape(L2I, INTS, 0)).intoArray(out, i);
      ((IntVector) p1.convertShape(L2I, INTS, 0)).intoArray(out, plane + i);
      ((IntVector) x2.convertShape(L2I, INTS, 0)).intoArray(out, 2 * plane + i);
      ((IntVector) p0.convertShape(L2I, INTS, 0)).intoArray(out, 3 * plane + i);
    }
  }
}
