package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;
import static org.objectweb.asm.Type.LONG_TYPE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.compiler.kernel.SpikeBits;
import org.eimodel.compiler.kernel.StepKernel;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/// Writes one loop of a kernel in lanes as a method.
///
/// The method takes a whole number of vectors, `from` up to `to`. It gives back: if it stores, what a step kernel does;
/// else the first element of the first vector in which a check failed, or `to`.
final class LaneLoop {
  /// After so many operations C2 inlines nothing of ours any more, and saves all vectors around a call. A heavier loop appends
  /// spikes at the beginning of the next turn; in a light one that is slower.
  private static final int INLINED_TO = 45;

  private final Kernel kernel;
  private final LaneType lanes;
  private final LaneSchedule.Loop loop;
  private final ScratchPlan scratch;

  LaneLoop(Kernel kernel, LaneType lanes, LaneSchedule.Loop loop, ScratchPlan scratch) {
    this.kernel = kernel;
    this.lanes = lanes;
    this.loop = loop;
    this.scratch = scratch;
  }

  static List<org.objectweb.asm.Type> arguments(NumberType number) {
    return List.of(
        INT_TYPE,
        INT_TYPE,
        Entry.OBJECT,
        Entry.OBJECTS,
        Entry.INTS,
        INT_TYPE,
        number.array(),
        org.objectweb.asm.Type.getType(StepKernel.class));
  }

  void write(MethodCode code, List<Variable> arguments) {
    NumberType number = lanes.number();
    Variable from = arguments.get(0);
    Variable to = arguments.get(1);
    Variable count = arguments.get(5);
    Variable waiting = arguments.get(6);
    Bindings bindings = new Bindings(code, number);
    bindings.loadSlots(
        Traversal.slots(loop.statements()), arguments.get(2), arguments.get(3));
    List<Local> uniform = loop.read().stream().filter(scratch.uniform()::contains).toList();
    scratch.uniforms(code, bindings, waiting).loadAll(uniform);
    LaneCode laneCode = new LaneCode(code, lanes);
    code.load(from);
    Variable i = code.storeNew(INT_TYPE);
    bindings.setElement(i);
    Variable fired = loop.spikes() && loop.weight() > INLINED_TO ? noBits(code) : null;
    Variable offset = code.variable(INT_TYPE);
    Body body = new Body(laneCode, bindings, arguments, i, offset, fired, uniform);
    body.checkUniform();
    code.loop(
        i,
        to,
        () -> {
          appendEarlier(code, arguments, i, fired);
          code.load(i);
          code.load(from);
          code.operate(Opcodes.ISUB);
          code.store(offset);
          body.begin();
          loop.read().stream().filter(scratch.places()::containsKey).forEach(body::bring);
          loop.statements().forEach(body::statement);
          loop.written().stream().filter(scratch.places()::containsKey).forEach(body::leave);
        },
        () -> code.increment(i, lanes.lanes()));
    appendEarlier(code, arguments, i, fired);
    code.load(loop.stores() ? count : to);
    code.returnValue();
  }

  private static Variable noBits(MethodCode code) {
    code.integer(0);
    code.convert(LONG_TYPE);
    return code.storeNew(LONG_TYPE);
  }

  /// Appends the spikes of the vector before element `i`.
  ///
  /// @param fired a bit for each of its elements; null where a vector's spikes are appended at its end
  private void appendEarlier(
      MethodCode code, List<Variable> arguments, Variable i, @Nullable Variable fired) {
    if (fired != null) {
      code.load(fired);
      append(code, arguments, i, lanes.lanes());
    }
  }

  /// Appends the spikes of a vector, whose bits are on the stack.
  ///
  /// It has no branch of its own: the loop over the bits is the same code for all kernels, so that the JVM has seen spikes when
  /// it compiles this one.
  ///
  /// @param before how many elements before `i` the vector begins
  private static void append(MethodCode code, List<Variable> arguments, Variable i, int before) {
    code.load(i);
    if (before != 0) {
      code.integer(before);
      code.operate(Opcodes.ISUB);
    }
    code.load(arguments.get(4));
    code.load(arguments.get(5));
    code.call(
        org.objectweb.asm.Type.getType(SpikeBits.class),
        "append",
        INT_TYPE,
        LONG_TYPE,
        INT_TYPE,
        Entry.INTS,
        INT_TYPE);
    code.store(arguments.get(5));
  }

  /// What happens to one vector of elements.
  private final class Body {
    private final LaneCode lane;
    private final MethodCode code;
    private final Bindings bindings;
    private final LaneExpressions expressions;
    private final List<Variable> arguments;
    private final Variable i;
    private final Variable offset;
    private final @Nullable Variable fired;
    private final List<Local> preamble;
    private final Uniform uniform;

    Body(
        LaneCode lane,
        Bindings bindings,
        List<Variable> arguments,
        Variable i,
        Variable offset,
        @Nullable Variable fired,
        List<Local> preamble) {
      this.lane = lane;
      this.code = lane.code();
      this.bindings = bindings;
      this.expressions = new LaneExpressions(lane, bindings);
      this.arguments = arguments;
      this.i = i;
      this.offset = offset;
      this.fired = fired;
      this.preamble = preamble;
      this.uniform = new Uniform(Set.copyOf(preamble));
    }

    /// Spreads constants and what else is the same for all elements, anew for every vector: C2 takes that out of the loop. Were
    /// it done before, C2 would write every one of these vectors to memory in every turn, for the safepoint there.
    void begin() {
      expressions.spread(loop.statements(), preamble);
    }

    /// Loads what an earlier unit has left; a mask from zeros and ones.
    void bring(Local local) {
      lane.species();
      place(local);
      lane.load();
      if (local.type() == Type.TRUTH) {
        lane.operator(Comparison.NOT_EQUAL);
        expressions.pushConstant(0);
        lane.compare();
      }
      expressions.define(local);
    }

    /// Stores what a later unit reads.
    void leave(Local local) {
      switch (local.type()) {
        case REAL -> expressions.number(new Expr.Use(local));
        case TRUTH -> {
          expressions.pushConstant(0);
          expressions.pushConstant(1);
          expressions.mask(new Expr.Use(local));
          lane.blend();
        }
      }
      place(local);
      lane.store();
    }

    private void place(Local local) {
      code.load(arguments.get(6));
      code.load(offset);
      code.integer(scratch.start(local));
      code.operate(Opcodes.IADD);
    }

    void statement(Statement statement) {
      code.line(statement.span().line());
      switch (statement) {
        case Statement.Let(Local local, Expr value, _) -> {
          expressions.value(value);
          expressions.define(local);
        }
        case Statement.CheckFinite(var values, _) -> checkElements(values);
        case Statement.Store(var slot, Expr value, _) -> {
          expressions.number(value);
          code.load(bindings.array(slot));
          code.load(i);
          lane.store();
        }
        case Statement.When(Expr fires, _, _) -> spike(fires);
        case Statement.Declare _, Statement.Assign _, Statement.Spike _ ->
            throw new CompilerBug("not a straight line: " + kernel.name());
      }
    }

    /// What is the same for all elements is looked at once, before the loop.
    void checkUniform() {
      List<Statement> checks =
          loop.statements().stream().filter(Statement.CheckFinite.class::isInstance).toList();
      List<Expr> values =
          checks.stream()
              .flatMap(statement -> ((Statement.CheckFinite) statement).values().stream())
              .filter(uniform::holds)
              .distinct()
              .toList();
      if (!values.isEmpty()) {
        LaneExpressions once = new LaneExpressions(lane, bindings);
        once.spread(checks, preamble);
        check(once, values);
      }
    }

    private void checkElements(List<Expr> values) {
      check(expressions, values.stream().filter(value -> !uniform.holds(value)).toList());
    }

    /// Ends the loop where a number is not finite, or a condition does not hold. Where that is only so because a sum of finite
    /// numbers is not finite, the scalar kernel knows better.
    private void check(LaneExpressions vectors, List<Expr> values) {
      List<Expr> numbers = values.stream().filter(value -> value.type() == Type.REAL).toList();
      List<Expr> conditions = values.stream().filter(value -> value.type() == Type.TRUTH).toList();
      if (values.isEmpty()) {
        return;
      }
      if (!numbers.isEmpty()) {
        finite(vectors, numbers);
      }
      for (Expr condition : conditions) {
        vectors.mask(condition);
        if (!numbers.isEmpty() || condition != conditions.getFirst()) {
          lane.logic(LogicOperator.AND);
        }
      }
      lane.all();
      code.unless(fine -> code.jumpOnTruth(true, fine), this::leaveLoop);
    }

    /// Pushes a mask of the lanes in which the sum of some numbers is finite.
    private void finite(LaneExpressions vectors, List<Expr> numbers) {
      vectors.number(NeededChecks.sum(numbers));
      Variable sum = code.storeNew(lanes.vector());
      code.load(sum);
      code.load(sum);
      lane.binary("sub");
      lane.operator(Comparison.EQUAL);
      vectors.pushConstant(0);
      lane.compare();
    }

    /// The scalar kernel does what is left of the block: it names the neuron, and goes on where lanes were wrong to stop.
    private void leaveLoop() {
      if (!loop.stores()) {
        code.load(i);
        code.returnValue();
        return;
      }
      code.load(arguments.get(7));
      code.load(i);
      arguments.subList(1, 6).forEach(code::load);
      Entry.stepByInterface(code);
      code.returnValue();
    }

    private void spike(Expr fires) {
      expressions.mask(fires);
      lane.bits();
      if (fired != null) {
        code.store(fired);
      } else {
        append(code, arguments, i, 0);
      }
    }
  }
}
