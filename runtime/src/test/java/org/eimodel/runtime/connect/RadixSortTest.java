package org.eimodel.runtime.connect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.eimodel.numeric.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadixSortTest {
  @ParameterizedTest
  @CsvSource({
    "0,10", "1,1", "100,1", "100,2", "300,256", "300,257", "1000,65536", "1000,65537", "500,16777217",
    "500,2147483647"
  })
  void sortsAPart(int count, int below) {
    int[] numbers = new int[count + 20];
    new RandomStream(7).fillBounded(numbers, 0, numbers.length, below);
    int[] expected = numbers.clone();
    Arrays.sort(expected, 9, 9 + count);
    new RadixSort().sort(numbers, 9, count, below);
    assertArrayEquals(expected, numbers);
  }
}
