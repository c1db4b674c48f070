package org.eimodel.runtime.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.compiler.ir.Precision;
import org.junit.jupiter.api.Test;

/// Arrays that follow each other in memory do not lie a multiple of 4,096 bytes apart, nor nearly so.
final class ApartTest {
  @Test
  void noTwoOfAFewArraysAreNearAMultipleOfAPage() {
    for (Precision precision : Precision.values()) {
      for (int arrays = 2; arrays <= 8; arrays++) {
        for (int size = 10; size < 50_000; size += 1 + size / 10) {
          requireApart(precision, size, arrays);
        }
      }
    }
  }

  private static void requireApart(Precision precision, int size, int arrays) {
    int length = Apart.length(precision, size, arrays);
    assertTrue(length >= size && length < size + 4096, size + " -> " + length);
    int bytes = 16 + length * precision.bytes();
    if (bytes * arrays < 3800) {
      assertEquals(size, length);
      return;
    }
    for (int k = 1; k < arrays; k++) {
      int off = k * bytes % 4096;
      int distance = Math.min(off, 4096 - off);
      assertTrue(distance >= 448, () -> size + " of " + arrays + " arrays: " + off);
    }
  }
}
