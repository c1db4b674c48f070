package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A network that has warmed up allocates nothing, and leaves nothing behind.
class SteadyStateTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final NetworkPlan PLAN =
      Networks.plan(Networks.BALANCED.replaceAll("(?m)^record.*$", ""));

  /// Rows of every rule, some with numbers of their own, drawn anew.
  private static final NetworkPlan PROCEDURAL =
      Networks.plan(
          Networks.BALANCED
              .replaceAll("(?m)^record.*$", "")
              .replace("indegree(9)", "outdegree(36)")
              .replaceAll("connect ([a-z]+\\([0-9.]+\\))", "connect $1, procedural")
              .replace("w = -1 mV", "w ~ normal(-1 mV, sd = 0.1 mV)")
              .replace("delay = 4 ms", "delay ~ normal(4 ms, sd = 2 ms) redraw below 0.1 ms"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aThousandStepsAllocateNothing(int threads) {
    allocateNothing(PLAN, threads, 20_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void rowsDrawnAnewAllocateNothing(int threads) {
    assertEquals(
        PROCEDURAL.projections().size(),
        PROCEDURAL.projections().stream().filter(ProjectionPlan::procedural).count());
    // What is under way has a list for each step to come, each with a fullest day of its own.
    allocateNothing(PROCEDURAL, threads, 150_000);
  }

  private static void allocateNothing(NetworkPlan plan, int threads, int warm) {
    try (Engine engine = Networks.engine(plan, threads, SliceRule.of(300))) {
      int[] heard = new int[1];
      engine.onSpikes(List.of(0), (_, _, count) -> heard[0] += count);
      engine.step(warm);
      long[] helpers = helpers();
      assertEquals(threads - 1, helpers.length);
      long least = Long.MAX_VALUE;
      // compilers and the test's own class loading may still allocate in one of the rounds
      for (int round = 0; round < 5; round++) {
        long before = allocated(helpers);
        for (int n = 0; n < 1000; n++) {
          engine.step(1);
        }
        least = Math.min(least, allocated(helpers) - before);
      }
      assertEquals(0, least);
      assertTrue(heard[0] > 0);
    }
  }

  private static long[] helpers() {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().startsWith("eimodel-"))
        .mapToLong(ThreadInfo::getThreadId)
        .toArray();
  }

  /// Bytes that this thread and those of networks have allocated; asking allocates nothing itself.
  private static long allocated(long[] helpers) {
    long sum = THREADS.getCurrentThreadAllocatedBytes();
    for (long id : helpers) {
      sum += THREADS.getThreadAllocatedBytes(id);
    }
    return sum;
  }

  @Test
  void closingSendsTheThreadsHome() throws InterruptedException {
    Engine engine = Networks.engine(PLAN, 3, SliceRule.of(100));
    engine.step(10);
    assertTrue(engine.running());
    engine.close();
    engine.close();
    for (int i = 0; engine.running() && i < 500; i++) {
      Thread.sleep(10);
    }
    assertTrue(!engine.running());
  }
}
