package org.eimodel.runtime.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SliceRuleTest {
  private static int[] borders(int size) {
    return new int[] {0, size};
  }

  @ParameterizedTest
  @CsvSource({"4000, 1", "24576, 1", "24577, 2", "49153, 4", "77169, 4", "400000, 18"})
  void sizesAloneDecideWhereDelaysAreTheSame(int size, int slices) {
    for (int processors : new int[] {1, 2, 64}) {
      SliceRule rule = new SliceRule(24_576, processors);
      assertEquals(slices, rule.cut(borders(size), borders(size), false).length - 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "77169, 1, 2",
    "77169, 2, 2",
    "77169, 3, 4",
    "77169, 64, 4",
    "400000, 2, 10",
    "400000, 12, 12",
    "24576, 2, 1"
  })
  void whereDelaysAreTheirOwnThereAreAsManyAsProcessors(int size, int processors, int slices) {
    assertEquals(slices, new SliceRule(24_576, processors).cut(borders(size), borders(size), true).length - 1);
  }

  @Test
  void aSliceStaysBelowTheLimitWhereverBordersAre() {
    for (int size = 40_961; size < 2_000_000; size += 9_973) {
      int[] early = {0, size / 7, size / 3, size / 2, size - size / 5, size};
      int[] cuts = new SliceRule(24_576, 1).cut(early, early, true);
      for (int k = 1; k < cuts.length; k++) {
        int slice = cuts[k] - cuts[k - 1];
        assertTrue(slice > 0 && slice <= Slice.LIMIT, slice + " of " + size);
      }
    }
  }

  @Test
  void aCutMovesToABorderThatIsNear() {
    assertArrayEquals(new int[] {0, 60, 100}, SliceRule.of(50).cut(new int[] {0, 60, 100}, new int[] {0, 100}, false));
    assertArrayEquals(new int[] {0, 50, 100}, SliceRule.of(50).cut(new int[] {0, 63, 100}, new int[] {0, 100}, false));
  }
}
