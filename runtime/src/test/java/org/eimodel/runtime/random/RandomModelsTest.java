package org.eimodel.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Generated code and the reference interpreter on random models: the same bits, whatever passes run.
///
/// `-Dtests.seed=N` begins with another seed; `-Dtests.models=N` says how many models the long form runs, which says now and then
/// how many it has done.
final class RandomModelsTest {
  private static final long SEED = Long.getLong("tests.seed", 1);
  private static final int MODELS = 1_000;
  private static final int SAID = 2_000;

  @Test
  void generatedCodeDoesWhatTheInterpreterDoes() {
    Coverage coverage = compare(SEED, MODELS);
    System.out.println(
        "Reached by " + MODELS + " random models, from seed " + SEED + ":\n" + coverage);
    assertEquals(List.of(), coverage.missed());
    long runs = coverage.count("runs", "all");
    assertTrue(
        coverage.count("runs", "with delayed spikes delivered") > runs / 2,
        "too few models deliver spikes after a delay");
  }

  @Test
  @Tag("slow")
  void manyModels() {
    System.out.println(compare(SEED + MODELS, Integer.getInteger("tests.models", 100_000)));
  }

  private static Coverage compare(long from, int count) {
    Coverage coverage = new Coverage();
    AtomicInteger done = new AtomicInteger();
    LongStream.range(from, from + count)
        .parallel()
        .forEach(seed -> {
          compare(seed, coverage);
          int now = done.incrementAndGet();
          if (now % SAID == 0) {
            System.out.println(now + " of " + count + " random models, from seed " + from);
          }
        });
    return coverage;
  }

  private static void compare(long seed, Coverage coverage) {
    RandomModel model = RandomModel.draw(seed);
    Optional<String> problem = new Comparison(model, seed).problem(coverage);
    if (problem.isPresent()) {
      RandomModel small =
          Shrinking.shrink(model, smaller -> failsAlike(smaller, seed, problem.get()));
      String why = new Comparison(small, seed).problem(new Coverage()).orElse("not reproducible");
      fail("seed " + seed + ": " + problem.get() + "\nshrunk: " + why + "\n" + small);
    }
  }

  /// A model that does not compile is no smaller form of one that compiles.
  private static boolean failsAlike(RandomModel model, long seed, String problem) {
    Optional<String> now = new Comparison(model, seed).problem(new Coverage());
    return now.isPresent() && first(now.get()).equals(first(problem));
  }

  private static String first(String problem) {
    if (problem.startsWith("does not compile")) {
      return problem.replaceAll("(?s).*?(error\\[E[0-9]+\\]).*", "$1");
    }
    return problem.substring(0, Math.min(10, problem.length())).replaceAll("[0-9]", "");
  }
}
