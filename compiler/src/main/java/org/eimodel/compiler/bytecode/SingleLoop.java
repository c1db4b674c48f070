package org.eimodel.compiler.bytecode;

import java.util.List;
import org.eimodel.compiler.ir.Kernel;
import org.objectweb.asm.Opcodes;

/// A step as one method: scalars into variables, the preamble, then one counted loop.
final class SingleLoop {
  private final Kernel kernel;
  private final NumberType number;

  private SingleLoop(Kernel kernel, NumberType number) {
    this.kernel = kernel;
    this.number = number;
  }

  static EmittedClass emit(String className, Kernel kernel, NumberType number) {
    Entry entry = Entry.of(Kernel.Kind.STEP);
    ClassCode out = new ClassCode(className, entry.implemented(), Entry.sourceFile(kernel));
    out.method(entry, new SingleLoop(kernel, number)::step);
    return out.finish();
  }

  private void step(MethodCode code, List<Variable> arguments) {
    Variable i = arguments.get(0);
    Variable to = arguments.get(1);
    Variable spikes = arguments.get(4);
    Variable count = arguments.get(5);
    Bindings bindings = Bindings.of(kernel, code, number, arguments.get(2), arguments.get(3));
    bindings.setElement(i);
    StatementCode statements =
        new StatementCode(code, bindings, number, new StepEvents(code, i, spikes, count));
    statements.all(kernel.preamble());
    code.forEach(i, to, () -> statements.all(kernel.body()));
    code.load(count);
    code.returnValue();
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
