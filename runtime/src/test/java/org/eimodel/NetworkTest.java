package org.eimodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eimodel.syntax.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  private static final String TEXT =
      """
      param p = 0.1
      neuron LIF {
        param v_rest = -60 mV, tau = 20 ms, R = 100 MOhm
        input current : pA
        state v = v_rest
        v' = (v_rest - v + R * current) / tau
        spike when v >= -50 mV { v = v_rest }
      }
      synapse S {
        param tau = 5 ms
        weight w : pA
        state s = 0 pA per target
        s' = -s / tau
        on arrival { s += w }
        output s -> current
      }
      index side = ["left", "right"]
      population Motor[a in side] = 4 of LIF
      population Sense = 50 of LIF { v ~ uniform(-60 mV, -50 mV) }
      projection SM[a in side]: Sense -> Motor[a] using S { connect probability(p); w = 5 pA }
      drive Sense.current with 110 pA
      run 50 ms with dt = 0.1 ms, seed = 9
      """;

  private static final Model MODEL = Eimodel.compile("arm.eimodel", TEXT).orThrow();

  private static Network network() {
    return MODEL.configure().build();
  }

  @Test
  void aFileIsCompiledWithTheDataOfItsFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("size.csv"), "area,size\nA,3\nB,5\n");
    Path file = folder.resolve("tiny.eimodel");
    Files.writeString(
        file,
        """
        index area = ["A", "B"]
        data size[area] = csv("size.csv")
        neuron N { state v = 0 mV }
        population P[a in area] = size[a] of N
        run 1 ms
        """);
    try (Network network = Eimodel.compile(file).orThrow().configure().build()) {
      assertEquals(8, network.size("P"));
      assertEquals(5, network.size("P[B]"));
    }
  }

  @Test
  void aWrongModelIsDiagnosticsNotAnException() {
    var outcome = Eimodel.compile("wrong.eimodel", "population P = 3 of Nothing");
    assertTrue(outcome.value().isEmpty());
    assertTrue(outcome.diagnostics().getFirst().isError());
    assertThrows(ModelException.class, outcome::orThrow);
  }

  @Test
  void settingsChangeTheNetwork() {
    try (Network usual = network();
        Network more = MODEL.configure().set("p", 0.5).seed(2).set("SM.w", "0.5 nA").build()) {
      usual.run();
      more.run();
      assertTrue(more.synapseCount() > usual.synapseCount());
      assertNotEquals(usual.spikeHash(), more.spikeHash());
      assertTrue(more.spikeCount("Motor") > usual.spikeCount("Motor"));
    }
    ModelException wrong =
        assertThrows(
            ModelException.class, () -> MODEL.configure().set("q", 1).set("p", "1 mV").build());
    assertEquals(2, wrong.diagnostics().size());
  }

  @Test
  void runGoesToTheEndOfTheModelsOwnRun() {
    try (Network network = network()) {
      assertEquals(100, network.step(100));
      assertEquals(400, network.run());
      assertEquals(0, network.run());
      assertEquals(500, network.steps());
      assertEquals(50.0, network.time(), 1e-9);
      assertEquals(0.1, network.timeStep());
    }
    try (Network network = MODEL.configure().duration("20 ms").timeStep("0.05 ms").build()) {
      assertEquals(400, network.run());
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aStateIsSeenAsItIs(Precision precision) {
    try (Network network = MODEL.configure().precision(precision).build()) {
      StateView v = network.state("Motor.v", "mV");
      StateView volts = network.state("Motor[right].v", "V");
      StateView micro = network.state("Motor[right].v", "uV");
      assertEquals(8, v.size());
      assertEquals(4, volts.size());
      assertEquals(-60, v.get(0));
      assertEquals(-0.06, volts.get(0), 1e-12);
      network.step(300);
      assertNotEquals(-60, v.get(5));
      assertEquals(v.get(5), volts.get(1) * 1000, 1e-10);
      assertEquals(v.get(5), micro.get(1) / 1000, 1e-10);
      double[] all = new double[8];
      v.copyTo(all);
      assertEquals(v.get(7), all[7]);
      assertEquals(v.get(2), all[2]);
      assertThrows(IndexOutOfBoundsException.class, () -> v.get(8));
      assertThrows(IndexOutOfBoundsException.class, () -> v.get(-1));
      assertThrows(IllegalArgumentException.class, () -> v.copyTo(new double[7]));
      assertEquals(8, network.state("Motor.SM.s", "nA").size());
    }
  }

  @Test
  void anInputFromOutsideAddsToTheDrives() {
    // v follows v_rest + R I exactly: after a step of h, R I (1 - exp(-h / tau)) above rest
    try (Network network = MODEL.configure().set("SM.w", "0 pA").build()) {
      InputView current = network.input("Motor.current", "nA");
      StateView v = network.state("Motor.v", "mV");
      assertEquals(8, current.size());
      network.step(3);
      assertEquals(-60, v.get(0), 1e-12);
      current.fill(0.05);
      current.set(6, 0.02);
      network.step(1);
      double gain = -Math.expm1(-0.1 / 20);
      assertEquals(-60 + 5 * gain, v.get(0), 1e-12);
      assertEquals(-60 + 2 * gain, v.get(6), 1e-12);
      InputView one = network.input("Motor[right].current", "pA");
      one.fill(0);
      network.step(1);
      assertEquals(-60 + 2 * gain * Math.exp(-0.1 / 20), v.get(6), 1e-12);
      assertTrue(v.get(0) > -60 + 5 * gain);
      assertThrows(IllegalArgumentException.class, () -> current.fill(Double.NaN));
      assertThrows(IndexOutOfBoundsException.class, () -> current.set(8, 0));
    }
  }

  @Test
  void anInputThatIsNeverSetChangesNoBit() {
    String plain;
    try (Network network = network()) {
      network.run();
      plain = network.spikeHash();
      assertTrue(network.spikeCount("Sense") > 50);
    }
    try (Network network = network()) {
      network.step(100);
      network.input("Motor.current", "pA");
      network.input("Sense.current", "pA").fill(0);
      network.run();
      assertEquals(plain, network.spikeHash());
    }
  }

  @Test
  void listenersHearTheSpikes() {
    try (Network network = network()) {
      List<Integer> heard = new ArrayList<>();
      long[] last = new long[1];
      network.onSpikes(
          "Sense",
          (step, neurons) -> {
            assertTrue(step > last[0]);
            last[0] = step;
            neurons.forEach(heard::add);
            assertEquals(neurons.size(), neurons.toArray().length);
            assertThrows(IndexOutOfBoundsException.class, () -> neurons.get(neurons.size()));
          });
      network.run();
      assertEquals(network.spikeCount("Sense"), heard.size());
      assertTrue(heard.stream().allMatch(neuron -> neuron < 50));
    }
  }

  @Test
  void anExceptionFromAListenerLeavesACompletedStep() {
    String undisturbed;
    try (Network network = network()) {
      network.run();
      undisturbed = network.spikeHash();
    }
    try (Network network = network()) {
      network.onSpikes(
          "Sense",
          (_, _) -> {
            throw new ArithmeticException("mine");
          });
      int thrown = 0;
      while (network.steps() < 500) {
        try {
          network.run();
        } catch (ArithmeticException mine) {
          thrown++;
        }
      }
      assertTrue(thrown > 10);
      assertEquals(undisturbed, network.spikeHash());
    }
  }

  @Test
  void aListenerMayStopOrCloseButNotStep() {
    try (Network network = network()) {
      network.onSpikes("Sense", (_, _) -> network.stop());
      long made = network.run();
      assertTrue(made < 500);
      assertEquals(made, network.steps());
      assertTrue(network.run() > 0);
    }
    try (Network network = network()) {
      network.onSpikes("Sense", (_, _) -> network.step(1));
      assertThrows(IllegalStateException.class, network::run);
    }
    Network network = network();
    network.onSpikes("Sense", (_, _) -> network.close());
    assertTrue(network.run() < 500);
    assertThrows(IllegalStateException.class, network::steps);
  }

  @Test
  void stopComesFromAnyThreadAndActsBetweenSteps() throws InterruptedException {
    try (Network network = MODEL.configure().duration("100000000 ms").build()) {
      Thread other =
          new Thread(() -> {
            try {
              Thread.sleep(30);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            network.stop();
          });
      other.start();
      long made = network.run();
      other.join();
      assertTrue(made > 0 && made < 1_000_000_000);
      assertEquals(made, network.steps());
      network.stop();
      assertEquals(0, network.step(5));
      assertEquals(5, network.step(5));
    }
  }

  @Test
  void aNetworkBelongsToOneThread() throws InterruptedException {
    try (Network network = network();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      network.step(1);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> other.submit(() -> network.step(1)).get());
      assertEquals(IllegalStateException.class, refused.getCause().getClass());
      network.step(1);
      assertEquals(2, network.steps());
    }
  }

  @Test
  void whatIsClosedStaysClosed() {
    Network network = network();
    StateView v = network.state("Motor.v", "mV");
    InputView current = network.input("Motor.current", "pA");
    network.close();
    network.close();
    assertThrows(IllegalStateException.class, () -> network.step(1));
    assertThrows(IllegalStateException.class, () -> v.get(0));
    assertThrows(IllegalStateException.class, () -> current.fill(1));
    assertThrows(IllegalStateException.class, network::spikeHash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moto.v | mV | no population is called `Moto`: did you mean `Motor`?",
        "Motor.w | mV | no state of Motor[left] is called `w`: there are [v, SM.s]",
        "Motor.v | pA | Motor.v is in mV, which `pA` does not measure",
        "v | mV | name the population too, as in `E.v`: no state is `v` alone"
      })
  void wrongNamesAndUnitsSayWhatIsRight(String name, String unit, String message) {
    try (Network network = network()) {
      IllegalArgumentException wrong =
          assertThrows(IllegalArgumentException.class, () -> network.state(name, unit));
      assertEquals(message, wrong.getMessage());
    }
  }

  @Test
  void aThousandCyclesLeaveNothingBehind() throws InterruptedException {
    var classes = ManagementFactory.getClassLoadingMXBean();
    var memory = ManagementFactory.getMemoryMXBean();
    int loaded = 0;
    long metaspace = 0;
    for (int cycle = 0; cycle < 1000; cycle++) {
      if (cycle == 200) {
        System.gc();
        loaded = classes.getLoadedClassCount();
        metaspace = memory.getNonHeapMemoryUsage().getUsed();
      }
      try (Network network = Eimodel.compile("arm.eimodel", TEXT).orThrow().configure().build()) {
        network.step(3);
      }
    }
    System.gc();
    Thread.sleep(50);
    System.gc();
    int grown = classes.getLoadedClassCount() - loaded;
    assertTrue(grown < 50, grown + " classes stay");
    long bytes = memory.getNonHeapMemoryUsage().getUsed() - metaspace;
    assertTrue(bytes < 8_000_000, bytes + " bytes stay");
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("eimodel-")));
  }

  @Test
  void spikeHashHasSixteenDigits() {
    try (Network network = network()) {
      assertEquals("0000000000000000", network.spikeHash());
      network.run();
      assertTrue(network.spikeHash().matches("[0-9a-f]{16}"));
      assertArrayEquals(
          new int[] {4, 50}, new int[] {network.size("Motor[left]"), network.size("Sense")});
    }
  }
}
