package org.eimodel.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Draws well-formed kernels of both kinds that use the whole IR. The same seed gives the same kernel.
public final class RandomKernels {
  private static final SourceText TEXT = new SourceText("random.eimodel", "line\n".repeat(50));
  private static final double[] CONSTANTS = {
    0, -0.0, 1, -1, 0.1, 2, -3, 0.5, 1e-30, 1e-200, 5e-31, 1e30, 16777217, 1.0000000001, 1 / 3.0
  };

  private final Random random;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Slot> scalars = new ArrayList<>();
  private final List<Slot> readable = new ArrayList<>();
  private final List<Slot> states = new ArrayList<>();
  private final Slot active =
      new Slot("active", Slot.Kind.ACTIVE, Slot.Extent.ELEMENT, 1, Dimension.NONE);
  private List<Local> visible = new ArrayList<>();
  private List<Local> variables = new ArrayList<>();

  /// Expressions drawn before, to be drawn again: there must be something in common.
  private List<Expr> earlier = new ArrayList<>();

  private int locals;
  private boolean inPreamble;
  private boolean spiked;

  private RandomKernels(long seed) {
    random = new Random(seed);
  }

  /// {@return the kernel of this seed}
  public static Kernel draw(long seed) {
    return new RandomKernels(seed).kernel();
  }

  private Kernel kernel() {
    Kernel.Kind kind = random.nextInt(3) > 0 ? Kernel.Kind.STEP : Kernel.Kind.ARRIVAL;
    drawSlots(kind);
    inPreamble = true;
    List<Statement> preamble = new ArrayList<>();
    times(random.nextInt(4), () -> preamble.add(let()));
    inPreamble = false;
    List<Statement> body = new ArrayList<>();
    times(1 + random.nextInt(7), () -> body.add(statement(kind, 0)));
    if (kind == Kernel.Kind.STEP) {
      if (!spiked && random.nextBoolean()) {
        body.add(new Statement.When(truth(2), List.of(new Statement.Spike(span())), span()));
      }
      times(
          random.nextInt(3),
          () -> body.add(new Statement.CheckFinite(List.of(number(2), number(1)), span())));
    }
    for (Slot state : states) {
      body.add(store(state));
    }
    return new Kernel("Random", kind, slots, preamble, body);
  }

  private void drawSlots(Kernel.Kind kind) {
    for (int i = 0; i < 3; i++) {
      Slot.Kind of = List.of(Slot.Kind.PARAMETER, Slot.Kind.COEFFICIENT, Slot.Kind.TIME).get(i);
      scalars.add(new Slot("p" + i, of, Slot.Extent.SCALAR, 2 - i, Dimension.NONE));
    }
    for (int i = 0; i < 3; i++) {
      states.add(new Slot("s" + i, Slot.Kind.STATE, Slot.Extent.ELEMENT, 2 * i, Dimension.NONE));
    }
    Slot input = new Slot("in", Slot.Kind.INPUT, Slot.Extent.ELEMENT, 3, Dimension.NONE);
    slots.addAll(scalars);
    slots.addAll(states);
    slots.add(input);
    if (kind == Kernel.Kind.ARRIVAL) {
      slots.add(new Slot("w", Slot.Kind.PARAMETER, Slot.Extent.SYNAPSE, 0, Dimension.NONE));
    }
    readable.addAll(slots);
    slots.add(active);
  }

  private Statement statement(Kernel.Kind kind, int depth) {
    return switch (random.nextInt(depth < 3 ? 7 : 6)) {
      case 0, 1 -> let();
      case 2 -> {
        Expr value = value();
        Statement declare = new Statement.Declare(local(value), value, span());
        variables.add(visible.getLast());
        yield declare;
      }
      case 3, 4, 5 -> variables.isEmpty() ? let() : assign();
      default -> when(kind, depth);
    };
  }

  private Statement let() {
    Expr value = value();
    return new Statement.Let(local(value), value, span());
  }

  private Statement assign() {
    Local local = pick(variables);
    return new Statement.Assign(local, local.type() == Type.REAL ? number(3) : truth(2), span());
  }

  private Statement when(Kernel.Kind kind, int depth) {
    Expr condition = truth(2);
    List<Local> outerVisible = new ArrayList<>(visible);
    List<Local> outerVariables = new ArrayList<>(variables);
    List<Expr> outerEarlier = new ArrayList<>(earlier);
    List<Statement> body = new ArrayList<>();
    times(1 + random.nextInt(3), () -> body.add(statement(kind, depth + 1)));
    if (kind == Kernel.Kind.STEP && !spiked && random.nextBoolean()) {
      spiked = true;
      body.add(new Statement.Spike(span()));
    }
    visible = outerVisible;
    variables = outerVariables;
    earlier = outerEarlier;
    return new Statement.When(condition, body, span());
  }

  /// A store of its own, or one inside a `when`; the state is not read from here on.
  private Statement store(Slot state) {
    Expr value = number(3);
    Expr condition = truth(1);
    readable.remove(state);
    earlier.removeIf(expr -> Traversal.expressions(expr).anyMatch(new Expr.Read(state)::equals));
    Statement store = new Statement.Store(state, value, span());
    return random.nextInt(4) > 0 ? store : new Statement.When(condition, List.of(store), span());
  }

  private Local local(Expr value) {
    Local local = new Local(locals++, "x", value.type());
    visible.add(local);
    return local;
  }

  private Expr value() {
    return random.nextInt(4) > 0 ? number(4) : truth(3);
  }

  private Expr number(int depth) {
    List<Expr> known =
        earlier.stream().filter(expr -> expr.type() == Type.REAL && allowed(expr)).toList();
    if (!known.isEmpty() && random.nextInt(6) == 0) {
      return pick(known);
    }
    Expr drawn = depth == 0 || random.nextInt(6) == 0 ? leaf() : node(depth - 1);
    earlier.add(drawn);
    return drawn;
  }

  private boolean allowed(Expr expr) {
    return !inPreamble
        || Traversal.expressions(expr)
            .noneMatch(part -> part instanceof Expr.Read(Slot slot) && !slot.shared());
  }

  private Expr leaf() {
    List<Local> numbers = visible.stream().filter(x -> x.type() == Type.REAL).toList();
    return switch (random.nextInt(4)) {
      case 0 -> new Expr.Constant(CONSTANTS[random.nextInt(CONSTANTS.length)]);
      case 1 ->
          numbers.isEmpty()
              ? new Expr.Constant(3 * random.nextGaussian())
              : new Expr.Use(pick(numbers));
      default -> new Expr.Read(pick(inPreamble ? scalars : readable));
    };
  }

  private Expr node(int depth) {
    return switch (random.nextInt(11)) {
      case 0, 1 -> new Expr.Unary(pick(UnaryOperator.values()), number(depth));
      case 2, 3, 4, 5 ->
          new Expr.Binary(pick(BinaryOperator.values()), number(depth), number(depth));
      case 6, 7 -> new Expr.MultiplyAdd(number(depth), number(depth), number(depth));
      case 8, 9 -> {
        MathFunction function = pick(MathFunction.values());
        List<Expr> arguments = new ArrayList<>();
        times(function.arity(), () -> arguments.add(number(depth)));
        yield new Expr.Call(function, arguments);
      }
      default -> new Expr.Select(truth(depth), number(depth), number(depth));
    };
  }

  private Expr truth(int depth) {
    List<Local> truths = visible.stream().filter(x -> x.type() == Type.TRUTH).toList();
    if (!truths.isEmpty() && random.nextInt(4) == 0) {
      return new Expr.Use(pick(truths));
    }
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 ->
          inPreamble || random.nextBoolean()
              ? new Expr.Truth(random.nextBoolean())
              : new Expr.Read(active);
      case 5 -> new Expr.Not(truth(depth - 1));
      case 6, 7 -> new Expr.Logic(pick(LogicOperator.values()), truth(depth - 1), truth(depth - 1));
      default ->
          new Expr.Compare(
              pick(Comparison.values()),
              number(Math.max(0, depth - 1)),
              number(Math.max(0, depth - 1)));
    };
  }

  private Span span() {
    int line = random.nextInt(50);
    return new Span(TEXT, 5 * line, 5 * line + 4);
  }

  private static void times(int count, Runnable action) {
    for (int i = 0; i < count; i++) {
      action.run();
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
