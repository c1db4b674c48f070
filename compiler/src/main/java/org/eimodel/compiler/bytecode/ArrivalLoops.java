package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.FLOAT_TYPE;
import static org.objectweb.asm.Type.INT_TYPE;

import java.util.List;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.PackedRun;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// An arrival as methods for each form in which synapses lie: scalars into variables, the preamble, then counted loops.
final class ArrivalLoops {
  private static final Type PACKED = Type.getType(PackedRun.class);

  private final Kernel kernel;
  private final NumberType number;
  private final boolean fromZero;

  private ArrivalLoops(Kernel kernel, NumberType number, boolean fromZero) {
    this.kernel = kernel;
    this.number = number;
    this.fromZero = fromZero;
  }

  /// @param fromZero whether the base of an arrival's targets is 0 in every call. The JVM adds a base twice for each synapse,
  ///     once as the index that it checks and once as the place that it goes to: a third of a short loop
  static EmittedClass emit(
      String className, Kernel kernel, NumberType number, boolean fromZero) {
    Entry entry = Entry.of(Kernel.Kind.ARRIVAL);
    ClassCode out = new ClassCode(className, entry.implemented(), Entry.sourceFile(kernel));
    ArrivalLoops loops = new ArrivalLoops(kernel, number, fromZero);
    out.method(entry, loops::deliver);
    out.method(Entry.runs(), loops::deliverRuns);
    if (number.precision() == Precision.SINGLE
        && kernel.slots().stream().anyMatch(Slot::perSynapse)) {
      out.method(Entry.packedRuns(), loops::deliverPackedRuns);
    }
    return out.finish();
  }

  private void deliver(MethodCode code, List<Variable> arguments) {
    Variable base = arguments.get(4);
    Loop loop = new Loop(code, arguments.get(5), arguments.get(6));
    loop.run(
        arguments.get(0), arguments.get(1), arguments.get(2), arguments.get(3), base);
    code.returnNothing();
  }

  /// One loop over runs, and one inside over the synapses of each.
  private void deliverRuns(MethodCode code, List<Variable> arguments) {
    Variable blocks = arguments.get(0);
    Variable weights = arguments.get(1);
    Variable runs = arguments.get(2);
    Variable r = arguments.get(3);
    Variable base = arguments.get(5);
    Loop loop = new Loop(code, arguments.get(6), arguments.get(7));
    forEachRun(
        code,
        r,
        arguments.get(4),
        () -> {
          Variable block = Entry.element(code, runs, r, 0, INT_TYPE);
          loop.run(
              Entry.element(code, blocks, block, 0, Entry.CHARS),
              Entry.element(code, weights, block, 0, Entry.OBJECT),
              Entry.element(code, runs, r, 1, INT_TYPE),
              Entry.element(code, runs, r, 2, INT_TYPE),
              base);
        });
    code.returnNothing();
  }

  /// One loop over runs, and two inside: over the synapses whose targets are lower halves, and over the others.
  private void deliverPackedRuns(MethodCode code, List<Variable> arguments) {
    Variable blocks = arguments.get(0);
    Variable runs = arguments.get(1);
    Variable r = arguments.get(2);
    Variable base = arguments.get(4);
    Loop loop = new Loop(code, arguments.get(5), arguments.get(6));
    forEachRun(
        code,
        r,
        arguments.get(3),
        () -> {
          Variable number = Entry.element(code, runs, r, 0, INT_TYPE);
          Variable block = Entry.element(code, blocks, number, 0, Entry.INTS);
          Variable from = Entry.element(code, runs, r, 1, INT_TYPE);
          Variable to = Entry.element(code, runs, r, 2, INT_TYPE);
          Variable lower = lower(code, from, to);
          Variable all = sum(code, lower, lower);
          Variable middle = sum(code, from, lower);
          code.load(from);
          Variable i = code.storeNew(INT_TYPE);
          loop.half(block, i, middle, lower, false, base);
          code.load(from);
          code.store(i);
          // what is left of the weights are those of the upper halves
          code.load(to);
          code.load(all);
          code.operate(Opcodes.ISUB);
          loop.half(block, i, code.storeNew(INT_TYPE), all, true, base);
        });
    code.returnNothing();
  }

  /// {@return a new variable with the number of synapses whose targets are lower halves}
  private static Variable lower(MethodCode code, Variable from, Variable to) {
    code.load(from);
    code.load(to);
    code.call(PACKED, "lower", INT_TYPE, INT_TYPE, INT_TYPE);
    return code.storeNew(INT_TYPE);
  }

  private static Variable sum(MethodCode code, Variable x, Variable y) {
    code.load(x);
    code.load(y);
    code.operate(Opcodes.IADD);
    return code.storeNew(INT_TYPE);
  }

  private static void forEachRun(MethodCode code, Variable r, Variable end, Runnable block) {
    code.loop(r, end, block, () -> code.increment(r, ArrivalKernel.RUN));
  }

  /// What one method repeats for each synapse.
  private final class Loop {
    private final MethodCode code;
    private final Bindings bindings;
    private final StatementCode statements;

    Loop(MethodCode code, Variable scalars, Variable arrays) {
      this.code = code;
      this.bindings = Bindings.of(kernel, code, number, scalars, arrays);
      this.statements = new StatementCode(code, bindings, number, Entry.noEvents());
      statements.all(kernel.preamble());
    }

    /// Writes the loop over synapses `i` up to `to`.
    void run(Variable targets, Variable weights, Variable i, Variable to, Variable base) {
      bindings.setWeights(kernel.slots(), weights, i);
      each(
          i,
          to,
          base,
          () -> {
            code.load(targets);
            code.load(i);
            code.loadElement(Type.CHAR_TYPE);
          });
    }

    /// Writes the loop over places `i` up to `to`: a target is half of the number there, its weight lies `apart` places on.
    void half(
        Variable block, Variable i, Variable to, Variable apart, boolean upper, Variable base) {
      bindings.setWeight(() -> {
        code.load(block);
        code.load(i);
        code.load(apart);
        code.operate(Opcodes.IADD);
        code.loadElement(INT_TYPE);
        code.call(Type.getType(Float.class), "intBitsToFloat", FLOAT_TYPE, INT_TYPE);
      });
      each(
          i,
          to,
          base,
          () -> {
            code.load(block);
            code.load(i);
            code.loadElement(INT_TYPE);
            code.integer(upper ? Character.SIZE : Character.MAX_VALUE);
            code.operate(upper ? Opcodes.IUSHR : Opcodes.IAND);
          });
    }

    private void each(Variable i, Variable to, Variable base, Runnable pushTarget) {
      code.forEach(
          i,
          to,
          () -> {
            pushTarget.run();
            if (!fromZero) {
              code.load(base);
              code.operate(Opcodes.IADD);
            }
            bindings.setElement(code.storeNew(INT_TYPE));
            statements.all(kernel.body());
          });
    }
  }
}
