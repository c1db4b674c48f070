package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.kernel.InterpretedKernels;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Neither threads nor slices nor the way of stepping nor who runs the kernels can be told from a result.
class SameBitsTest {
  private static final NetworkPlan PLAN = Networks.plan(Networks.BALANCED);

  /// What a run leaves behind.
  private record Trace(long spikes, long spikeHash, long stateHash) {}

  private static Trace trace(Engine engine) {
    return new Trace(engine.spikeCount(), engine.spikeHash(), engine.stateHash());
  }

  private static Trace run(KernelSource kernels, int threads, SliceRule slices) {
    try (Engine engine =
        Engine.build(PLAN, kernels, EngineOptions.threads(threads).sliced(slices))) {
      engine.step(PLAN.steps());
      return trace(engine);
    }
  }

  private static Trace reference() {
    return run(new CompiledKernels(Precision.DOUBLE), 1, SliceRule.STANDARD);
  }

  @Test
  void theReferenceIsARunWithSpikesAndDelays() {
    Trace trace = reference();
    assertTrue(trace.spikes > 500, trace.toString());
    assertNotEquals(trace.spikeHash, trace.stateHash);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void threads(int threads) {
    CompiledKernels kernels = new CompiledKernels(Precision.DOUBLE);
    assertEquals(reference(), run(kernels, threads, SliceRule.of(50)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 400, 799, 800})
  void slices(int aim) {
    CompiledKernels kernels = new CompiledKernels(Precision.DOUBLE);
    assertEquals(reference(), run(kernels, 2, SliceRule.of(aim)));
  }

  @Test
  void manySmallStepsAreOneLargeOne() {
    try (Engine engine = Networks.engine(PLAN, 2, SliceRule.of(100))) {
      for (int n = 0; n < PLAN.steps(); n++) {
        assertEquals(1, engine.step(1));
      }
      assertEquals(reference(), trace(engine));
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void interpretedIsCompiled(Precision precision) {
    Trace compiled = run(new CompiledKernels(precision), 1, SliceRule.STANDARD);
    assertEquals(compiled, run(new InterpretedKernels(precision), 2, SliceRule.of(300)));
    assertTrue(compiled.spikes > 500);
  }

  @Test
  void twoNetworksAtOnceEqualEachAlone() {
    NetworkPlan other = Networks.plan(Networks.BALANCED, Networks.seed(4));
    Trace alone;
    try (Engine engine = Networks.engine(other, 2, SliceRule.of(100))) {
      engine.step(500);
      alone = trace(engine);
    }
    try (Engine one = Networks.engine(PLAN, 2, SliceRule.of(100));
        Engine two = Networks.engine(other, 2, SliceRule.of(100))) {
      for (int n = 0; n < 500; n++) {
        one.step(2);
        two.step(1);
      }
      assertEquals(alone, trace(two));
      assertEquals(reference(), trace(one));
      assertNotEquals(trace(one), trace(two));
    }
  }

  @Test
  void anotherRecordingChangesNothing() {
    String more = "record rate of E every 1 ms\nrecord EE.s of E[\"B\"] every 1 ms\n";
    NetworkPlan plan = Networks.plan(Networks.BALANCED + more);
    try (Engine engine = Networks.engine(plan)) {
      engine.step(plan.steps());
      assertEquals(reference(), trace(engine));
    }
  }
}
