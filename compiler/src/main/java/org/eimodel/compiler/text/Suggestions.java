package org.eimodel.compiler.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gives the known names that a misspelt name probably meant.
///
/// Two names are near when few keystrokes separate them: an insertion, a deletion, a replacement or the swap of two
/// neighbours costs one (Damerau-Levenshtein, restricted form). A difference in case alone costs nothing.
public final class Suggestions {
  private static final int MOST = 3;

  /// A list of more names helps nobody.
  private static final int LISTED = 12;

  /// Longer names are not compared: nobody misspells a hundred letters, and the table is quadratic.
  private static final int LONGEST = 80;

  private Suggestions() {}

  /// {@return at most three of the known names, nearest first, those of equal distance in the given order; empty when
  /// nothing is near}
  public static List<String> nearest(String name, Collection<String> known) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return List.of();
    }
    record Candidate(String name, int distance) {}
    return known.stream()
        .distinct()
        .filter(other ->
            Math.abs(other.length() - name.length()) <= allowed(name) && !other.equals(name))
        .map(other -> new Candidate(other, distance(fold(name), fold(other))))
        .filter(candidate -> candidate.distance() <= allowed(name))
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /// {@return a line for the `help` of a diagnostic, such as ``did you mean `tau` or `tau_m`?``; empty when nothing is
  /// near}
  public static Optional<String> help(String name, Collection<String> known) {
    return question(nearest(name, known));
  }

  /// {@return [#help], or where nothing is near, what there is: `it has v, w`; empty when there is nothing}
  ///
  /// @param words before the names, as `it has`
  public static Optional<String> helpOrList(String name, Collection<String> known, String words) {
    return help(name, known).or(() -> list(known).map(names -> words + " " + names));
  }

  /// {@return the first of many names, or all of few; empty when there are none}
  private static Optional<String> list(Collection<String> known) {
    String names = known.stream().limit(LISTED).collect(Collectors.joining(", "));
    return known.isEmpty() ? Optional.empty() : Optional.of(known.size() > LISTED ? names + ", ..." : names);
  }

  /// {@return ``did you mean `a`, `b` or `c`?`` for the names given; empty for none}
  public static Optional<String> question(List<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> quoted = names.stream().map(name -> "`" + name + "`").toList();
    String last = quoted.getLast();
    String before = quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", "));
    return Optional.of("did you mean " + (before.isEmpty() ? last : before + " or " + last) + "?");
  }

  /// {@return the number of keystrokes between two names: insertions, deletions, replacements and swaps of neighbours}
  public static int distance(String from, String to) {
    int[] twoAbove = new int[to.length() + 1];
    int[] above = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
      int[] free = twoAbove;
      twoAbove = above;
      above = row;
      row = free;
    }
    return above[to.length()];
  }

  /// A name of one letter has no near neighbours but its other case; longer names may differ in a third of their letters.
  private static int allowed(String name) {
    return name.length() == 1 ? 0 : Math.max(1, name.length() / 3);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
