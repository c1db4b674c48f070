package org.eimodel.cli.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The quick reader reads what the full one reads, or leaves it to that.
class ReadersTest {
  private static final List<String> WORDS =
      List.of(
          "run",
          "check",
          "explain",
          "models",
          "help",
          "hh",
          "coba",
          "--set",
          "--set=a=1",
          "a=1",
          "b=-2 mV",
          "--seed",
          "7",
          "--seed=8",
          "--duration",
          "2 s",
          "--dt",
          "0.1 ms",
          "--precision",
          "single",
          "--precision=double",
          "--threads",
          "--out",
          "none",
          "--format",
          "csv,npz",
          "--summary",
          "json",
          "-q",
          "--quiet",
          "--quiet=true",
          "--ir",
          "--bytecode",
          "-h",
          "--help",
          "--version",
          "--",
          "-",
          "",
          "--nonsense",
          "-x",
          "=",
          "--set=",
          "--seed=");

  @Test
  void whatTheQuickReaderReadsTheFullOneReadsLikewise() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    int read = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      List<String> arguments = new ArrayList<>();
      arguments.add(WORDS.get(random.nextInt(6)));
      for (int words = random.nextInt(7); words > 0; words--) {
        arguments.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      Optional<Matched> plain = PlainReader.read(arguments);
      if (plain.isPresent()) {
        read++;
        assertEquals(
            Optional.of(plain.get()), full(arguments), () -> "seed " + seed + ": " + arguments);
      }
    }
    assertTrue(read > 500, "only " + read + " were read");
  }

  @Test
  void ordinaryArgumentsNeedNoFullReader() {
    for (String typed :
        List.of(
            "run macaque29 --precision single --seed 3",
            "run --quiet coba --out none --summary json --set scale=2 --set w_e=0.5",
            "explain hh --ir",
            "check my.eimodel",
            "models")) {
      assertTrue(PlainReader.read(List.of(typed.split(" "))).isPresent(), typed);
    }
  }

  private static Optional<Matched> full(List<String> arguments) {
    try {
      return new FullReader().read(arguments)
              instanceof FullReader.Reading.Arguments(Matched matched)
          ? Optional.of(matched)
          : Optional.empty();
    } catch (UsageException e) {
      return Optional.empty();
    }
  }
}
