package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes a model that fails small: lines and blocks go, sizes shrink, as long as it still fails.
final class Shrinking {
  private static final Pattern SIZE =
      Pattern.compile("= (round\\()?([0-9]+)( \\* strength\\))? of ");

  private final Predicate<RandomModel> fails;
  private RandomModel model;

  private Shrinking(RandomModel model, Predicate<RandomModel> fails) {
    this.model = model;
    this.fails = fails;
  }

  /// {@return a smaller model that fails as well}
  static RandomModel shrink(RandomModel model, Predicate<RandomModel> fails) {
    Shrinking shrinking = new Shrinking(model, fails);
    boolean smaller = true;
    while (smaller) {
      smaller = shrinking.dropLines() | shrinking.smallerSizes();
    }
    return shrinking.model;
  }

  private boolean attempt(String text) {
    RandomModel candidate = model.with(text);
    if (!text.equals(model.text()) && fails.test(candidate)) {
      model = candidate;
      return true;
    }
    return false;
  }

  private boolean dropLines() {
    boolean dropped = false;
    for (int length = Math.max(1, lines().size() / 2); length >= 1; length /= 2) {
      for (int at = 0; at < lines().size(); ) {
        if (attempt(without(at, Math.min(lines().size(), at + length)))
            || length == 1 && attempt(without(at, endOfBlock(at)))) {
          dropped = true;
        } else {
          at += length;
        }
      }
    }
    return dropped;
  }

  private List<String> lines() {
    return model.text().lines().toList();
  }

  private String without(int from, int until) {
    List<String> left = new ArrayList<>(lines());
    left.subList(from, until).clear();
    return String.join("\n", left) + "\n";
  }

  /// {@return after the line that closes what this one opens}
  private int endOfBlock(int at) {
    int depth = 0;
    List<String> lines = lines();
    for (int k = at; k < lines.size(); k++) {
      depth += (int) lines.get(k).chars().filter(c -> c == '{').count();
      depth -= (int) lines.get(k).chars().filter(c -> c == '}').count();
      if (depth <= 0) {
        return k + 1;
      }
    }
    return lines.size();
  }

  private boolean smallerSizes() {
    String half = SIZE.matcher(model.text()).replaceAll(Shrinking::half);
    return attempt(half);
  }

  private static String half(MatchResult size) {
    return "= " + Math.max(1, Integer.parseInt(size.group(2)) / 2) + " of ";
  }
}
