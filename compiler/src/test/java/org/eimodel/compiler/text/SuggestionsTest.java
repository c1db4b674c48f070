package org.eimodel.compiler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "tau, tau, 0",
    "tau, tua, 1",
    "tau, ta, 1",
    "tau, tauu, 1",
    "tau, tan, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "'', abc, 3",
    "v_rset, v_reset, 1",
    "weight, wieght, 1"
  })
  void distanceCountsKeystrokes(String from, String to, int keystrokes) {
    assertEquals(keystrokes, Suggestions.distance(from, to));
    assertEquals(keystrokes, Suggestions.distance(to, from));
  }

  @Test
  void nearestComesFirstAndTheFarIsLeftOut() {
    List<String> known = List.of("v_rest", "v_th", "v_reset", "tau", "t_ref");
    assertEquals(List.of("v_reset", "v_rest"), Suggestions.nearest("v_resett", known));
    assertEquals(List.of("tau"), Suggestions.nearest("Tau", known));
    assertEquals(List.of(), Suggestions.nearest("conductance", known));
  }

  @Test
  void singleLettersDifferInCaseOnly() {
    assertEquals(List.of("E"), Suggestions.nearest("e", List.of("I", "E", "x")));
    assertEquals(List.of(), Suggestions.nearest("q", List.of("I", "E", "x")));
  }

  @Test
  void theNameItselfIsNoSuggestion() {
    assertEquals(List.of("taus"), Suggestions.nearest("tau", List.of("tau", "taus")));
  }

  @Test
  void helpIsAQuestion() {
    assertEquals(Optional.of("did you mean `tau`?"), Suggestions.help("tua", List.of("tau", "v")));
    assertEquals(
        Optional.of("did you mean `a`, `b` or `c`?"), Suggestions.question(List.of("a", "b", "c")));
    assertEquals(Optional.empty(), Suggestions.help("xyz", List.of("tau")));
  }

  @Test
  void whereNothingIsNearThereIsAList() {
    assertEquals(Optional.of("did you mean `tau`?"), Suggestions.helpOrList("tua", List.of("tau", "v"), "it has"));
    assertEquals(Optional.of("it has tau, v"), Suggestions.helpOrList("xyz", List.of("tau", "v"), "it has"));
    assertEquals(Optional.empty(), Suggestions.helpOrList("xyz", List.of(), "it has"));
    List<String> many = IntStream.range(100, 200).mapToObj(i -> "P" + i).toList();
    assertEquals(
        Optional.of("it has P100, P101, P102, P103, P104, P105, P106, P107, P108, P109, P110, P111, ..."),
        Suggestions.helpOrList("background", many, "it has"));
  }

  @Test
  void hugeNamesCostNothing() {
    String huge = "a".repeat(10_000_000);
    assertEquals(List.of(), Suggestions.nearest(huge, List.of(huge + "b", "a")));
    assertEquals(List.of(), Suggestions.nearest("a", List.of(huge)));
  }
}
