package org.eimodel.parse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The words with which declarations and statements begin, by place.
final class FirstWords {
  private static final List<String> TOP =
      List.of(
          "neuron",
          "synapse",
          "plasticity",
          "index",
          "data",
          "param",
          "let",
          "population",
          "projection",
          "drive",
          "record",
          "run",
          "set",
          "repeat",
          "sweep",
          "import");
  private static final List<String> MEMBER =
      List.of(
          "param",
          "input",
          "state",
          "let",
          "noise",
          "spike",
          "integrate",
          "weight",
          "output",
          "on",
          "at",
          "event",
          "keep",
          "source",
          "target");
  private static final List<String> STATEMENT = List.of("refractory", "send", "let", "if");
  private static final List<String> BODY = List.of("connect", "let");

  private FirstWords() {}

  /// {@return the words that may begin a statement in a place}
  static List<String> of(Mistake.Place place) {
    return switch (place) {
      case TOP -> TOP;
      case TEMPLATE -> MEMBER;
      case BLOCK -> STATEMENT;
      case BODY -> BODY;
    };
  }

  /// {@return where a word belongs that begins a statement somewhere}
  static Optional<String> home(String word) {
    if (TOP.contains(word) && !MEMBER.contains(word)) {
      return Optional.of("at the top of a file");
    }
    if (MEMBER.contains(word) && !TOP.contains(word)) {
      return Optional.of("inside a neuron, synapse or plasticity");
    }
    if (word.equals("param")) {
      return Optional.of("at the top of a file or inside a neuron, synapse or plasticity");
    }
    if (word.equals("connect")) {
      return Optional.of("inside a projection");
    }
    return word.equals("refractory") || word.equals("send") || word.equals("if")
        ? Optional.of("inside a block such as spike when ... { }")
        : Optional.empty();
  }

  /// {@return the word that differs by at most two letters, if the words are long enough to tell}
  static Optional<String> nearest(String text, List<String> words) {
    return words.stream()
        .filter(word -> distance(text, word) <= Math.min(2, word.length() / 2))
        .min(Comparator.comparingInt(word -> distance(text, word)));
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
