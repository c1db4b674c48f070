package org.eimodel.compiler.bytecode;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.call;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.RandomKernels;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops and calls come in an order in which everything is there when it is needed, and little waits in between.
final class LaneScheduleTest {
  private static final long SEED = Long.getLong("tests.seed", 20_261_126);

  @ParameterizedTest
  @ValueSource(ints = {8, 60, 100})
  void everyUnitFindsWhatItReads(int heaviest) {
    kernels().forEach(kernel -> requireSound(kernel, heaviest));
  }

  private static Stream<Kernel> kernels() {
    Stream<Kernel> random =
        IntStream.range(0, 1000)
            .mapToObj(number -> RandomKernels.draw(SEED + number))
            .filter(kernel -> kernel.kind() == Kernel.Kind.STEP);
    return Stream.concat(random, Stream.of(SampleKernels.lif(), SampleKernels.hodgkinHuxley()))
        .map(kernel -> ShortChains.of(StraightLine.of(kernel)));
  }

  /// Runs the schedule on a memory that knows whose numbers lie where.
  private static void requireSound(Kernel kernel, int heaviest) {
    LaneSchedule schedule = LaneSchedule.of(kernel, heaviest);
    Map<Local, Integer> places = schedule.places();
    Set<Local> there = new HashSet<>();
    kernel.preamble().forEach(statement -> there.add(((Statement.Let) statement).local()));
    Map<Integer, Local> memory = new HashMap<>();
    for (LaneSchedule.Unit unit : schedule.units()) {
      for (Local local : unit.read()) {
        if (!there.contains(local)) {
          assertEquals(local, memory.get(places.get(local)), kernel.name() + ", " + unit);
        }
      }
      for (Local local : unit.written()) {
        if (places.containsKey(local)) {
          memory.put(places.get(local), local);
        }
      }
      if (unit instanceof LaneSchedule.Loop loop && loop.statements().size() > 1) {
        assertTrue(loop.weight() <= heaviest, loop::toString);
      }
    }
  }

  /// Two functions of `x`, of which a third one and the end need only the sum: one number waits beside the argument.
  @Test
  void aSumWaitsInsteadOfItsTerms() {
    Ir k = new Ir("Neuron", Kernel.Kind.STEP);
    Slot x = k.state("x");
    Expr a = k.let("a", call(MathFunction.EXP, read(x)));
    Expr b = k.let("b", call(MathFunction.LOG, read(x)));
    Expr late = k.let("late", call(MathFunction.EXP, multiply(a, b)));
    Expr sum = k.let("sum", add(a, b));
    k.store(x, add(late, sum));
    LaneSchedule schedule = LaneSchedule.of(StraightLine.of(k.build()), 60);
    LaneSchedule.Unit end = schedule.units().getLast();
    assertEquals(List.of("late", "sum"), end.read().stream().map(Local::name).toList());
    assertEquals(2, new HashSet<>(schedule.places().values()).size());
  }

  @Test
  void numbersOfOneFunctionLieSideBySide() {
    LaneSchedule schedule =
        LaneSchedule.of(StraightLine.of(SampleKernels.hodgkinHuxley()), 60);
    Map<Local, Integer> places = schedule.places();
    LaneSchedule.Call earlier = null;
    int together = 0;
    for (LaneSchedule.Unit unit : schedule.units()) {
      LaneSchedule.Call call = unit instanceof LaneSchedule.Call now ? now : null;
      if (call != null && earlier != null && call.function() == earlier.function()) {
        together++;
        assertEquals(places.get(earlier.result()) + 1, places.get(call.result()));
        assertEquals(places.get(call.read().getFirst()), places.get(call.result()));
      }
      earlier = call;
    }
    assertTrue(together > 2, schedule::toString);
  }
}
