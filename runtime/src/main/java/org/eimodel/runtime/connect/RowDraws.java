package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;

/// Gives the rows of each rule that is drawn by source.
final class RowDraws {
  private RowDraws() {}

  static RowDraw of(Wiring wiring) {
    int n = wiring.candidates();
    return switch (wiring.rule) {
      case ConnectionRule.All _ -> self(wiring, new All(n));
      case ConnectionRule.OneToOne _ -> new OneToOne(wiring.withoutSelf);
      case ConnectionRule.Probability(double p) ->
          self(wiring, new Bernoulli(new BernoulliRow(n, p), n, wiring.stream()));
      case ConnectionRule.OutDegree(_, boolean multapses) ->
          self(wiring, counted(multapses, n, wiring));
      case ConnectionRule.Total(_, boolean multapses) ->
          self(wiring, counted(multapses, n, wiring));
      case ConnectionRule.Pairs _ -> new Given(wiring.places, wiring.given);
      case ConnectionRule.Where(var condition) ->
          new Picked(condition, wiring.targets, wiring.withoutSelf);
      case ConnectionRule.InDegree _ ->
          throw new IllegalArgumentException("columns, not rows: " + wiring.rule);
    };
  }

  private static RowDraw self(Wiring wiring, RowDraw drawn) {
    return wiring.withoutSelf ? drawn.besidesSelf() : drawn;
  }

  private static RowDraw counted(boolean multapses, int n, Wiring wiring) {
    return multapses
        ? new Repeated(wiring.counts, wiring.most, n, wiring.stream(), new RadixSort())
        : new Distinct(wiring.counts, wiring.most, n, wiring.stream(), new DistinctDraw());
  }

  private record All(int longest) implements RowDraw {
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
    public int longest() {
      return 1;
    }

    @Override
    public int draw(int source, int[] out, int from) {
      out[from] = source;
      return withoutSelf ? 0 : 1;
    }
  }

  private record Bernoulli(BernoulliRow row, int longest, RandomStream stream) implements RowDraw {
    @Override
    public int draw(int source, int[] out, int from) {
      stream.seek(source, 0);
      int count = row.count(stream);
      row.draw(stream, count, out, from);
      return count;
    }
  }

  private record Distinct(
      int[] counts, int longest, int n, RandomStream stream, DistinctDraw distinct)
      implements RowDraw {
    @Override
    public int draw(int source, int[] out, int from) {
      distinct.draw(stream.seek(source, 0), n, counts[source], out, from);
      return counts[source];
    }
  }

  private record Repeated(
      int[] counts, int longest, int n, RandomStream stream, RadixSort radix) implements RowDraw {
    /// Below that, sorting by comparison is as quick as two or three passes over all bytes.
    private static final int FEW = 64;

    @Override
    public int draw(int source, int[] out, int from) {
      int count = counts[source];
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
