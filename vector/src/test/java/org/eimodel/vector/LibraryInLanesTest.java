package org.eimodel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eimodel.Tier;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.vector.numeric.LaneWidth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model of the library in the scalar form and in lanes: the same bits, and no garbage in either.
@OneWidth
class LibraryInLanesTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// As large as a test can bear.
  private static final Map<String, Map<String, String>> SMALLER =
      Map.of("microcircuit", Map.of("scale", "0.05"));

  /// What a run leaves behind.
  private record Trace(long spikes, long spikeHash, long stateHash) {
    static Trace of(Engine engine) {
      return new Trace(engine.spikeCount(), engine.spikeHash(), engine.stateHash());
    }
  }

  private static Stream<Arguments> models() {
    return ModelLibrary.names().stream()
        .flatMap(name ->
            Arrays.stream(Precision.values()).map(precision -> Arguments.of(name, precision)));
  }

  /// Without recordings, which grow.
  private static NetworkPlan plan(String name) {
    LibraryModel model = ModelLibrary.find(name).orElseThrow();
    Settings settings =
        new Settings(
            SMALLER.getOrDefault(name, Map.of()),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());
    NetworkPlan plan =
        Compiler.compile(model.source(), model.folder())
            .then(lowered -> Instantiation.instantiate(lowered, settings))
            .orThrow()
            .plan();
    return new NetworkPlan(
        plan.model(),
        plan.dt(),
        plan.seed(),
        plan.steps(),
        plan.groups(),
        plan.populations(),
        plan.projections(),
        plan.drives(),
        plan.poisson(),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("models")
  void nobodyCanTellTheTier(String name, Precision precision) {
    compare(name, precision, 1000);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("models")
  void norInALongRun(String name, Precision precision) {
    compare(name, precision, 10_000);
  }

  private static void compare(String name, Precision precision, int steps) {
    TwoLanes.leaveOut(precision == Precision.DOUBLE);
    NetworkPlan plan = plan(name);
    CompiledKernels kernels = new CompiledKernels(precision);
    int lanes = (precision == Precision.DOUBLE ? LaneWidth.DOUBLE : LaneWidth.FLOAT).length();
    boolean many = largestGroup(plan) >= lanes;
    Trace scalar;
    try (Engine engine =
        Engine.build(plan, kernels, EngineOptions.threads(1).tier(Tier.SCALAR))) {
      engine.step(steps);
      scalar = Trace.of(engine);
      assertEquals(1, engine.form().lanes());
    }
    try (Engine engine =
        Engine.build(plan, kernels, EngineOptions.threads(2).tier(Tier.VECTOR))) {
      engine.step(steps);
      assertEquals(scalar, Trace.of(engine));
      assertEquals(many, engine.form().inLanes());
      assertNoGarbage(name, engine, steps);
    }
    try (Engine engine =
        Engine.build(plan, kernels, EngineOptions.threads(2).tier(Tier.SCALAR))) {
      assertNoGarbage(name, engine, steps);
    }
  }

  /// A short run does not look for lanes; a network that may step on takes what an earlier one has made at once.
  @Test
  void aNetworkBeginsInTheLanesOfAnEarlierOneUnlessItsRunIsShort() {
    NetworkPlan plan = plan("coba");
    CompiledKernels kernels = new CompiledKernels(Precision.SINGLE);
    EngineOptions options = EngineOptions.threads(1);
    Engine.build(plan, kernels, options.tier(Tier.VECTOR)).close();
    try (Engine engine = Engine.build(plan, kernels, options)) {
      engine.step(1);
      assertTrue(engine.form().inLanes());
    }
    try (Engine engine = Engine.build(plan, kernels, options.forOneRun())) {
      engine.step(1);
      assertFalse(engine.form().inLanes());
    }
  }

  private static int largestGroup(NetworkPlan plan) {
    int[] sizes = new int[plan.groups().size()];
    plan.populations().forEach(population -> sizes[population.group()] += population.size());
    return Arrays.stream(sizes).max().orElseThrow();
  }

  private static void assertNoGarbage(String name, Engine engine, int steps) {
    engine.step(steps);
    long[] helpers = helpers();
    long least = Long.MAX_VALUE;
    // the JVM's own threads may make something be allocated here in one round or another
    for (int round = 0; round < 5 && least != 0; round++) {
      long before = allocated(helpers);
      engine.step(steps);
      least = Math.min(least, allocated(helpers) - before);
    }
    assertEquals(0, least, name + " allocates in the steady state");
  }

  private static long[] helpers() {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().startsWith("eimodel"))
        .mapToLong(thread -> thread.getThreadId())
        .toArray();
  }

  private static long allocated(long[] helpers) {
    long sum = THREADS.getCurrentThreadAllocatedBytes();
    for (long id : helpers) {
      sum += THREADS.getThreadAllocatedBytes(id);
    }
    return sum;
  }

  @Test
  void aRunGoesOverOnItsOwn() throws InterruptedException {
    NetworkPlan plan = plan("coba");
    CompiledKernels kernels = new CompiledKernels(Precision.SINGLE);
    Trace scalar;
    try (Engine engine =
        Engine.build(plan, kernels, EngineOptions.threads(1).tier(Tier.SCALAR))) {
      engine.step(30_000);
      scalar = Trace.of(engine);
    }
    try (Engine engine = Engine.build(plan, kernels, EngineOptions.threads(1))) {
      long steps = 0;
      while (steps < 20_000) {
        steps += engine.step(1000);
        if (!engine.form().inLanes()) {
          Thread.sleep(100);
        }
      }
      engine.step(10_000);
      assertTrue(engine.form().inLanes(), "still scalar after 2 s");
      assertTrue(engine.form().since() > 0, engine.form().toString());
      assertEquals(scalar, Trace.of(engine));
    }
  }
}
