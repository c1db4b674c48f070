package org.eimodel.compiler.bytecode;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// A kernel as one method: scalars into variables, the preamble, then one counted loop.
final class SingleLoop {
  private final Kernel kernel;
  private final NumberType number;
  private final boolean fromZero;

  private SingleLoop(Kernel kernel, NumberType number, boolean fromZero) {
    this.kernel = kernel;
    this.number = number;
    this.fromZero = fromZero;
  }

  /// @param fromZero whether the base of an arrival's targets is 0 in every call. The JVM adds a base twice for each synapse,
  ///     once as the index that it checks and once as the place that it goes to: a third of a short loop
  static EmittedClass emit(
      String className, Kernel kernel, NumberType number, boolean fromZero) {
    Entry entry = Entry.of(kernel.kind());
    ClassCode out = new ClassCode(className, entry.implemented(), Entry.sourceFile(kernel));
    SingleLoop loop = new SingleLoop(kernel, number, fromZero);
    out.method(
        entry.method(),
        entry.result(),
        entry.arguments(),
        switch (kernel.kind()) {
          case STEP -> loop::step;
          case ARRIVAL -> loop::deliver;
        });
    if (kernel.kind() == Kernel.Kind.ARRIVAL) {
      Entry runs = Entry.runs();
      out.method(runs.method(), runs.result(), runs.arguments(), loop::deliverRuns);
    }
    return out.finish();
  }

  private void step(MethodCode code, List<Variable> arguments) {
    Variable i = arguments.get(0);
    Variable to = arguments.get(1);
    Variable spikes = arguments.get(4);
    Variable count = arguments.get(5);
    Bindings bindings = prologue(code, arguments.get(2), arguments.get(3));
    bindings.setElement(i);
    StatementCode statements =
        new StatementCode(code, bindings, number, new StepEvents(code, i, spikes, count));
    statements.all(kernel.preamble());
    code.forEach(i, to, () -> statements.all(kernel.body()));
    code.load(count);
    code.returnValue();
  }

  private void deliver(MethodCode code, List<Variable> arguments) {
    Bindings bindings = prologue(code, arguments.get(5), arguments.get(6));
    StatementCode statements = new StatementCode(code, bindings, number, Entry.noEvents());
    statements.all(kernel.preamble());
    run(
        code,
        bindings,
        statements,
        arguments.get(0),
        arguments.get(1),
        arguments.get(2),
        arguments.get(3),
        arguments.get(4));
    code.returnNothing();
  }

  /// One loop over runs, and one inside over the synapses of each.
  private void deliverRuns(MethodCode code, List<Variable> arguments) {
    Variable blocks = arguments.get(0);
    Variable weights = arguments.get(1);
    Variable runs = arguments.get(2);
    Variable r = arguments.get(3);
    Bindings bindings = prologue(code, arguments.get(6), arguments.get(7));
    StatementCode statements = new StatementCode(code, bindings, number, Entry.noEvents());
    statements.all(kernel.preamble());
    code.loop(
        r,
        arguments.get(4),
        () -> {
          Variable block = Entry.element(code, runs, r, 0, Type.INT_TYPE);
          run(
              code,
              bindings,
              statements,
              Entry.element(code, blocks, block, 0, Entry.CHARS),
              Entry.element(code, weights, block, 0, Entry.OBJECT),
              Entry.element(code, runs, r, 1, Type.INT_TYPE),
              Entry.element(code, runs, r, 2, Type.INT_TYPE),
              arguments.get(5));
        },
        () -> code.increment(r, ArrivalKernel.RUN));
    code.returnNothing();
  }

  private void run(
      MethodCode code,
      Bindings bindings,
      StatementCode statements,
      Variable targets,
      Variable weights,
      Variable i,
      Variable to,
      Variable base) {
    bindings.loadWeights(kernel.slots(), weights);
    bindings.setSynapse(i);
    code.forEach(
        i,
        to,
        () -> {
          bindings.setElement(
              fromZero ? Entry.target(code, targets, i) : Entry.target(code, targets, i, base));
          statements.all(kernel.body());
        });
  }

  private Bindings prologue(MethodCode code, Variable scalars, Variable arrays) {
    Bindings bindings = new Bindings(code, number);
    List<Slot> slots =
        Traversal.slots(Stream.concat(kernel.preamble().stream(), kernel.body().stream()).toList());
    bindings.loadSlots(slots, scalars, arrays);
    return bindings;
  }

  /// Spikes are appended; a value that is not finite ends the call with the complement of the neuron's index.
  private record StepEvents(MethodCode code, Variable i, Variable spikes, Variable count)
      implements StatementCode.Events {
    @Override
    public void spike() {
      Entry.append(code, i, spikes, count);
    }

    @Override
    public void notFinite() {
      code.load(i);
      code.integer(-1);
      code.operate(Opcodes.IXOR);
      code.returnValue();
    }
  }
}
