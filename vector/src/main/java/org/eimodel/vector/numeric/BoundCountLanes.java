package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.I2D;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.ULE;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.kernel.BoundCounts;

/// [BoundCounts] with a word in each lane: every bound is a comparison and an addition, without a look-up. The largest count is
/// that of the highest word.
///
/// A vector that goes from turn to turn is an argument, and never the one whose method is called: of that C2 has to know the
/// class, and for one that goes round it has only what calls from elsewhere were like.
///
/// The loop over bounds is written out for each precision: in a method of its own, which C2 does not inline, every vector is
/// allocated, and a word takes 7.4 instead of 0.25 ns.
public final class BoundCountLanes implements BoundCounts {
  private static final VectorSpecies<Float> FLOATS = LaneWidth.FLOAT;
  private static final VectorSpecies<Double> DOUBLES = LaneWidth.DOUBLE;

  /// As many words as there are numbers of the result in a vector.
  private static final VectorSpecies<Integer> SINGLE_WORDS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  private static final VectorSpecies<Integer> DOUBLE_WORDS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  @Override
  public int count(int[] words, int first, int[] bounds, float[] out, int from, int until) {
    int lanes = FLOATS.length();
    int end = from + (until - from) / lanes * lanes;
    IntVector none = IntVector.zero(SINGLE_WORDS);
    IntVector one = IntVector.broadcast(SINGLE_WORDS, 1);
    IntVector highest = none;
    for (int i = from; i < end; i += lanes) {
      IntVector word = IntVector.fromArray(SINGLE_WORDS, words, first + i - from);
      IntVector count = none;
      for (int bound : bounds) {
        count = one.add(count).blend(count, word.compare(ULE, bound));
      }
      highest = word.lanewise(UMAX, highest);
      ((FloatVector) none.add(count).convertShape(I2F, FLOATS, 0)).intoArray(out, i);
    }
    int largest = count(highest(none.lanewise(UMAX, highest)), bounds);
    for (int i = end; i < until; i++) {
      int count = count(words[first + i - from], bounds);
      out[i] = count;
      largest = Math.max(largest, count);
    }
    return largest;
  }

  @Override
  public int count(int[] words, int first, int[] bounds, double[] out, int from, int until) {
    int lanes = DOUBLES.length();
    int end = from + (until - from) / lanes * lanes;
    IntVector none = IntVector.zero(DOUBLE_WORDS);
    IntVector one = IntVector.broadcast(DOUBLE_WORDS, 1);
    IntVector highest = none;
    for (int i = from; i < end; i += lanes) {
      IntVector word = IntVector.fromArray(DOUBLE_WORDS, words, first + i - from);
      IntVector count = none;
      for (int bound : bounds) {
        count = one.add(count).blend(count, word.compare(ULE, bound));
      }
      highest = word.lanewise(UMAX, highest);
      ((DoubleVector) none.add(count).convertShape(I2D, DOUBLES, 0)).intoArray(out, i);
    }
    int largest = count(highest(none.lanewise(UMAX, highest)), bounds);
    for (int i = end; i < until; i++) {
      int count = count(words[first + i - from], bounds);
      out[i] = count;
      largest = Math.max(largest, count);
    }
    return largest;
  }

  /// {@return the highest word without sign; C2 has an instruction for the one with}
  private static int highest(IntVector words) {
    return words.lanewise(XOR, Integer.MIN_VALUE).reduceLanes(MAX) ^ Integer.MIN_VALUE;
  }

  private static int count(int word, int[] bounds) {
    int count = 0;
    for (int bound : bounds) {
      count += Integer.compareUnsigned(word, bound) > 0 ? 1 : 0;
    }
    return count;
  }
}
