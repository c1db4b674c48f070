package org.eimodel.compiler.bytecode;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Traversal;
import org.objectweb.asm.Opcodes;

/// A kernel as one method: scalars into variables, the preamble, then one counted loop.
final class SingleLoop {
  private final Kernel kernel;
  private final NumberType number;

  private SingleLoop(Kernel kernel, NumberType number) {
    this.kernel = kernel;
    this.number = number;
  }

  static EmittedClass emit(String className, Kernel kernel, NumberType number) {
    Entry entry = Entry.of(kernel.kind());
    ClassCode out = new ClassCode(className, entry.implemented(), Entry.sourceFile(kernel));
    SingleLoop loop = new SingleLoop(kernel, number);
    out.method(
        entry.method(),
        entry.result(),
        entry.arguments(),
        switch (kernel.kind()) {
          case STEP -> loop::step;
          case ARRIVAL -> loop::deliver;
        });
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
    Variable targets = arguments.get(0);
    Variable weights = arguments.get(1);
    Variable i = arguments.get(2);
    Variable to = arguments.get(3);
    Variable base = arguments.get(4);
    Bindings bindings = prologue(code, arguments.get(5), arguments.get(6));
    bindings.loadWeights(kernel.slots(), weights);
    bindings.setSynapse(i);
    StatementCode statements = new StatementCode(code, bindings, number, Entry.noEvents());
    statements.all(kernel.preamble());
    code.forEach(
        i,
        to,
        () -> {
          bindings.setElement(Entry.target(code, targets, i, base));
          statements.all(kernel.body());
        });
    code.returnNothing();
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
