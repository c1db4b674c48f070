package org.eimodel.vector.kernel;

import java.util.function.UnaryOperator;
import org.eimodel.compiler.kernel.StepKernel;

/// A kernel in lanes that goes the quick way as long as it can: where the quick form meets an argument that it is not made
/// for, the ordinary form does some neurons, and then the quick one goes on. Belongs to one thread, as both do.
final class Detour implements StepKernel {
  /// Neurons of the shortest detour: whole vectors of any width.
  private static final int SHORTEST = 64;

  private static final int LONGEST = 1 << 16;

  private final StepKernel ordinary;
  private final End end = new End();
  private final StepKernel quick;
  private int length = SHORTEST;

  /// Where the quick form ended.
  private static final class End implements StepKernel {
    private boolean reached;
    private int at;
    private int count;

    @Override
    public int step(
        int from, int to, Object scalars, Object[] arrays, int[] spikes, int before) {
      reached = true;
      at = from;
      count = before;
      return ~from;
    }
  }

  /// @param quick takes what comes after its end
  Detour(StepKernel ordinary, UnaryOperator<StepKernel> quick) {
    this.ordinary = ordinary;
    this.quick = quick.apply(end);
  }

  @Override
  public int step(int from, int to, Object scalars, Object[] arrays, int[] spikes, int count) {
    int begin = from;
    int now = count;
    while (true) {
      end.reached = false;
      now = quick.step(begin, to, scalars, arrays, spikes, now);
      if (!end.reached) {
        return now;
      }
      int at = end.at;
      // Where they lie close together, detours grow: a form that is seldom quick costs next to nothing.
      length = at - begin < length ? Math.min(2 * length, LONGEST) : Math.max(length / 2, SHORTEST);
      begin = to - at > length ? at + length : to;
      now = ordinary.step(at, begin, scalars, arrays, spikes, end.count);
      if (now < 0 || begin == to) {
        return now;
      }
    }
  }
}
