package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;

/// Gives the rows of each rule that is drawn by source.
final class RowDraws {
  private RowDraws() {}

  /// @param space of the thread that draws
  static RowDraw of(Wiring wiring, RowSpace space) {
    int n = wiring.candidates();
    return switch (wiring.rule) {
      case ConnectionRule.All _ -> self(wiring, new All(n));
      case ConnectionRule.OneToOne _ -> new OneToOne(wiring.withoutSelf);
      case ConnectionRule.Probability(double p) ->
          self(wiring, bernoulli(n, p, wiring, space));
      case ConnectionRule.OutDegree(_, boolean multapses) ->
          self(wiring, counted(multapses, n, wiring, space));
      case ConnectionRule.Total(_, boolean multapses) ->
          self(wiring, counted(multapses, n, wiring, space));
      case ConnectionRule.Pairs _ -> new Given(wiring.places, wiring.given);
      case ConnectionRule.Where(var condition) ->
          new Picked(condition, wiring.targets, wiring.withoutSelf);
      case ConnectionRule.InDegree _ ->
          throw new IllegalArgumentException("columns, not rows: " + wiring.rule);
    };
  }

  /// {@return whether rows say how long they are without asking every pair}
  static boolean tellsLengths(Wiring wiring) {
    return switch (wiring.rule) {
      case ConnectionRule.All _,
          ConnectionRule.OneToOne _,
          ConnectionRule.Probability _,
          ConnectionRule.OutDegree _,
          ConnectionRule.Total _,
          ConnectionRule.Pairs _ ->
          true;
      case ConnectionRule.Where _, ConnectionRule.InDegree _ -> false;
    };
  }

  private static RowDraw self(Wiring wiring, RowDraw drawn) {
    return wiring.withoutSelf ? drawn.besidesSelf() : drawn;
  }

  private static RowDraw bernoulli(int n, double p, Wiring wiring, RowSpace space) {
    space.distinct.makeRoom(n);
    return new Bernoulli(new BernoulliRow(n, p, space.distinct), wiring.stream(space.philox));
  }

  private static RowDraw counted(boolean multapses, int n, Wiring wiring, RowSpace space) {
    if (multapses) {
      return new Repeated(wiring, n, wiring.stream(space.philox), space.radix);
    }
    space.distinct.makeRoom(n);
    return new Distinct(wiring, n, wiring.stream(space.philox), space.distinct);
  }

  private record All(int longest) implements RowDraw {
    @Override
    public int length(int source) {
      return longest;
    }

    @Override
    public int draw(int source, int[] out, int from) {
      for (int t = 0; t < longest; t++) {
        out[from + t] = t;
      }
      return longest;
    }
  }

  private record OneToOne(boolean withoutSelf) implements RowDraw {
    @Override
    public int length(int source) {
      return withoutSelf ? 0 : 1;
    }

    @Override
    public int longest() {
      return 1;
    }

    @Override
    public int draw(int source, int[] out, int from) {
      out[from] = source;
      return withoutSelf ? 0 : 1;
    }
  }

  private record Bernoulli(BernoulliRow row, RandomStream stream) implements RowDraw {
    @Override
    public int longest() {
      return row.most();
    }

    @Override
    public int length(int source) {
      return row.count(stream.seek(source, 0));
    }

    @Override
    public int draw(int source, int[] out, int from) {
      stream.seek(source, 0);
      int count = row.count(stream);
      row.draw(stream, count, out, from);
      return count;
    }
  }

  private record Distinct(Wiring wiring, int n, RandomStream stream, DistinctDraw distinct)
      implements RowDraw {
    @Override
    public int longest() {
      return wiring.most;
    }

    @Override
    public int length(int source) {
      return wiring.count(source);
    }

    @Override
    public int draw(int source, int[] out, int from) {
      int count = wiring.count(source);
      distinct.draw(stream.seek(source, 0), n, count, out, from);
      return count;
    }
  }

  private record Repeated(Wiring wiring, int n, RandomStream stream, RadixSort radix)
      implements RowDraw {
    /// Below that, sorting by comparison is as quick as two or three passes over all bytes.
    private static final int FEW = 64;

    @Override
    public int longest() {
      return wiring.most;
    }

    @Override
    public int length(int source) {
      return wiring.count(source);
    }

    @Override
    public int draw(int source, int[] out, int from) {
      int count = wiring.count(source);
      stream.seek(source, 0).fillBounded(out, from, count, n);
      if (count < FEW) {
        Arrays.sort(out, from, from + count);
      } else {
        radix.sort(out, from, count, n);
      }
      return count;
    }
  }

  private record Given(int[] places, int[] targets) implements RowDraw {
    @Override
    public int length(int source) {
      return places[source + 1] - places[source];
    }

    @Override
    public int longest() {
      int longest = 0;
      for (int s = 0; s + 1 < places.length; s++) {
        longest = Math.max(longest, places[s + 1] - places[s]);
      }
      return longest;
    }

    @Override
    public int draw(int source, int[] out, int from) {
      int count = places[source + 1] - places[source];
      System.arraycopy(targets, places[source], out, from, count);
      return count;
    }
  }

  private record Picked(ConnectionRule.PairCondition condition, int longest, boolean withoutSelf)
      implements RowDraw {
    @Override
    public int length(int source) {
      throw new UnsupportedOperationException("only the pairs tell");
    }

    @Override
    public int draw(int source, int[] out, int from) {
      int count = 0;
      for (int t = 0; t < longest; t++) {
        if (condition.connects(source, t) && !(withoutSelf && t == source)) {
          out[from + count++] = t;
        }
      }
      return count;
    }
  }
}
