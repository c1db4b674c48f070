package org.eimodel.vector.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.eimodel.compiler.bytecode.Differential;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.kernel.StepKernel;
import org.junit.jupiter.api.Test;

/// The quick form and what it goes over to, against the interpreter; and how one takes turns with the other.
final class QuickFormTest {
  private static final int KERNELS = 600;
  private static final int NEURONS = 67;

  @Test
  void bothFormsDoWhatTheInterpreterDoes() {
    long quick =
        LongStream.range(0, KERNELS)
            .filter(seed -> RandomKernels.draw(seed).kind() == Kernel.Kind.STEP)
            .filter(seed -> compare(ofRatesAlone(RandomKernels.draw(seed), seed), seed))
            .count();
    assertTrue(quick > 50, quick + " kernels have a quick form");
  }

  /// {@return whether it has a quick form}
  private static boolean compare(Kernel kernel, long seed) {
    LanesOf lanes = LanesOf.drawn(seed);
    for (Precision precision : Precision.values()) {
      if (!lanes.isQuick(kernel, precision)) {
        return false;
      }
      Differential differential = new Differential(lanes::withQuick, NEURONS);
      if (differential.difference(kernel, precision).isPresent()) {
        fail("seed " + seed + ", " + lanes + ", " + differential.report(kernel, precision));
      }
    }
    return true;
  }

  /// The kernel with `exprel` for every function, of arguments that are seldom, often or always in range.
  private static Kernel ofRatesAlone(Kernel kernel, long seed) {
    Random random = new Random(seed);
    return kernel.with(
        kernel.preamble().stream().map(statement -> ofRates(statement, random)).toList(),
        kernel.body().stream().map(statement -> ofRates(statement, random)).toList());
  }

  private static Statement ofRates(Statement statement, Random random) {
    return Traversal.mapValues(
        statement, value -> Traversal.rewrite(value, part -> ofRate(part, random)));
  }

  private static Expr ofRate(Expr expr, Random random) {
    if (!(expr instanceof Expr.Call(_, List<Expr> arguments))) {
      return expr;
    }
    Expr scale = new Expr.Constant(List.of(1.0, -0.03, -1e-9).get(random.nextInt(3)));
    Expr x = new Expr.Binary(BinaryOperator.MULTIPLY, scale, arguments.getFirst());
    return new Expr.Call(MathFunction.EXPREL, List.of(x));
  }

  @Test
  void otherFunctionsHaveNone() {
    LanesOf lanes = LanesOf.everyWidth().getFirst();
    assertTrue(!lanes.isQuick(SampleKernels.hodgkinHuxley(), Precision.DOUBLE));
    assertTrue(!lanes.isQuick(SampleKernels.lif(), Precision.DOUBLE));
  }

  /// What was done by whom, in order.
  private final List<String> done = new ArrayList<>();

  /// A quick form that ends at every neuron that is a multiple of a number.
  private StepKernel endingAt(int multiple, StepKernel end) {
    return (from, to, scalars, arrays, spikes, count) -> {
      int stop = Math.min(to, Math.ceilDiv(from, multiple) * multiple);
      done.add("quick " + from + "-" + stop);
      return stop == to ? count + 1 : end.step(stop, to, scalars, arrays, spikes, count + 1);
    };
  }

  private int step(StepKernel kernel, int to) {
    done.clear();
    return kernel.step(0, to, new double[0], new Object[0], new int[0], 0);
  }

  private StepKernel ordinary() {
    return (from, to, _, _, _, count) -> {
      done.add("ordinary " + from + "-" + to);
      return count + 100;
    };
  }

  @Test
  void aDetourIsShortWhereOneIsSeldom() {
    Detour detour = new Detour(ordinary(), end -> endingAt(1000, end));
    assertEquals(304, step(detour, 2500));
    assertEquals(
        List.of(
            "quick 0-0",
            "ordinary 0-128",
            "quick 128-1000",
            "ordinary 1000-1064",
            "quick 1064-2000",
            "ordinary 2000-2064",
            "quick 2064-2500"),
        done);
  }

  @Test
  void andLongWhereNothingIsQuick() {
    Detour detour = new Detour(ordinary(), end -> endingAt(1, end));
    step(detour, 1000);
    assertEquals(List.of("quick 0-0", "ordinary 0-128", "quick 128-128"), done.subList(0, 3));
    step(detour, 1000);
    step(detour, 1000);
    assertEquals(List.of("quick 0-0", "ordinary 0-1000"), done);
  }

  @Test
  void aMistakeOfANeuronEndsTheStep() {
    Detour detour = new Detour((from, _, _, _, _, _) -> ~(from + 3), end -> endingAt(1000, end));
    assertEquals(~3, step(detour, 2500));
  }
}
