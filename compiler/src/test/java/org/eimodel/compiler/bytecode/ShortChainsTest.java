package org.eimodel.compiler.bytecode;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.and;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.select;
import static org.eimodel.compiler.ir.Ir.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eimodel.compiler.interpret.Trial;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.RandomKernels;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Conditions that wait for less hold for the same neurons, and checks that wait for less miss nothing.
final class ShortChainsTest {
  private static final long SEED = Long.getLong("tests.seed", 20_251_125);

  @Test
  void randomKernelsComputeTheSame() {
    IntStream.range(0, 1000)
        .mapToObj(number -> RandomKernels.draw(SEED + number))
        .filter(kernel -> kernel.kind() == Kernel.Kind.STEP)
        .forEach(kernel -> compareConditions(kernel, 4));
    compareConditions(SampleKernels.lif(), 50);
    compareConditions(SampleKernels.hodgkinHuxley(), 50);
  }

  /// The threshold is compared with what an active neuron chooses.
  @ParameterizedTest
  @EnumSource(Comparison.class)
  void aConditionLooksAtWhatItsOtherHalfChooses(Comparison operator) {
    Kernel kernel = neuron(operator, Set.of());
    compareConditions(kernel, 2000);
    Kernel shorter = ShortChains.of(StraightLine.of(kernel));
    long comparisons =
        Traversal.allExpressions(shorter.body())
            .filter(expr -> expr instanceof Expr.Compare(_, Expr.Use(Local local), _)
                && local.name().equals("choice"))
            .count();
    assertEquals(1, comparisons, () -> IrPrinter.print(shorter));
  }

  @Test
  void whatASettledStateIsChosenFromIsChecked() {
    Kernel open = neuron(Comparison.GREATER, Set.of());
    assertEquals(List.of("v"), checked(open));
    Slot v = open.slots().getFirst();
    Kernel settled = neuron(Comparison.GREATER, Set.of(v));
    assertEquals(List.of("choice", "v_reset"), checked(settled));
  }

  private static List<String> checked(Kernel kernel) {
    Kernel shorter = ShortChains.of(StraightLine.of(kernel));
    return shorter.body().stream()
        .filter(Statement.CheckFinite.class::isInstance)
        .flatMap(statement -> ((Statement.CheckFinite) statement).values().stream())
        .map(value ->
            switch (value) {
              case Expr.Use(Local local) -> local.name();
              case Expr.Read(Slot slot) -> slot.name();
              default -> throw new AssertionError(value);
            })
        .toList();
  }

  /// Integrates its input, unless refractory; fires by comparison with a threshold.
  private static Kernel neuron(Comparison operator, Set<Slot> settled) {
    Ir k = new Ir("Neuron", Kernel.Kind.STEP);
    Slot v = k.state("v");
    Slot count = k.state("count");
    Slot current = k.input("current");
    Slot threshold = k.parameter("v_th");
    Slot reset = k.parameter("v_reset");
    Expr active = k.let("active", compare(Comparison.LESS_EQUAL, read(count), constant(0)));
    Expr next = k.let("next", select(active, add(read(v), read(current)), read(v)));
    Local after = k.declare("v", next);
    k.when(
        and(active, compare(operator, next, read(threshold))),
        () -> {
          k.assign(after, read(reset));
          k.spike();
        });
    k.checkFinite(use(after));
    k.store(v, use(after));
    Kernel built = k.build();
    return new Kernel(
        built.name(), built.kind(), built.slots(), built.preamble(), built.body(), settled, List.of());
  }

  private static void compareConditions(Kernel kernel, int trials) {
    Kernel straight = StraightLine.of(kernel);
    int spikes = 0;
    Kernel shorter =
        IrValidator.require(
            ShortChains.withConditions(straight), "the shortening of conditions");
    for (Precision precision : Precision.values()) {
      spikes += Trial.requireSame(kernel, shorter, precision, trials);
    }
    assertTrue(trials < 1000 || spikes > trials, "hardly a spike: " + spikes);
  }
}
