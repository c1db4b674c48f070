package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The method by which the engine calls a kernel.
record Entry(Class<?> implemented, String method, Type result, List<Type> arguments) {
  static final Type OBJECT = Type.getType(Object.class);
  static final Type OBJECTS = Type.getType(Object[].class);
  static final Type INTS = Type.getType(int[].class);
  static final Type CHARS = Type.getType(char[].class);
  static final Type TRUTHS = Type.getType(boolean[].class);

  static Entry of(Kernel.Kind kind) {
    return switch (kind) {
      case STEP ->
          new Entry(
              StepKernel.class,
              "step",
              INT_TYPE,
              List.of(INT_TYPE, INT_TYPE, OBJECT, OBJECTS, INTS, INT_TYPE));
      case ARRIVAL ->
          new Entry(
              ArrivalKernel.class,
              "deliver",
              Type.VOID_TYPE,
              List.of(CHARS, OBJECT, INT_TYPE, INT_TYPE, INT_TYPE, OBJECT, OBJECTS));
    };
  }

  /// {@return the method that delivers several runs of synapses}
  static Entry runs() {
    return new Entry(
        ArrivalKernel.class,
        "deliver",
        Type.VOID_TYPE,
        List.of(
            Type.getType(char[][].class),
            OBJECTS,
            INTS,
            INT_TYPE,
            INT_TYPE,
            INT_TYPE,
            OBJECT,
            OBJECTS));
  }

  /// {@return the method that delivers several packed runs}
  static Entry packedRuns() {
    return new Entry(
        ArrivalKernel.class,
        "deliver",
        Type.VOID_TYPE,
        List.of(
            Type.getType(int[][].class), INTS, INT_TYPE, INT_TYPE, INT_TYPE, OBJECT, OBJECTS));
  }

  /// {@return the name of the model's file, for stack traces and profilers}
  static String sourceFile(Kernel kernel) {
    return Stream.concat(kernel.body().stream(), kernel.preamble().stream())
        .map(statement -> statement.span().source().name())
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .findFirst()
        .orElse(kernel.name());
  }

  /// {@return a new variable with `base + targets[i]`}
  static Variable target(MethodCode code, Variable targets, Variable i, Variable base) {
    code.load(base);
    code.load(targets);
    code.load(i);
    code.loadElement(Type.CHAR_TYPE);
    code.operate(Opcodes.IADD);
    return code.storeNew(INT_TYPE);
  }

  /// {@return a new variable with `array[i + offset]`}
  static Variable element(MethodCode code, Variable array, Variable i, int offset, Type type) {
    code.load(array);
    code.load(i);
    if (offset != 0) {
      code.integer(offset);
      code.operate(Opcodes.IADD);
    }
    code.loadElement(type);
    return code.storeNew(type);
  }

  /// Writes `spikes[count++] = i`.
  static void append(MethodCode code, Variable i, Variable spikes, Variable count) {
    code.load(spikes);
    code.load(count);
    code.load(i);
    code.storeElement(INT_TYPE);
    code.increment(count);
  }

  /// `kernel, arguments -> result`: the step of another step kernel.
  static void stepByInterface(MethodCode code) {
    Entry entry = of(Kernel.Kind.STEP);
    code.invokeInterface(
        Type.getType(StepKernel.class),
        entry.method(),
        entry.result(),
        entry.arguments().toArray(Type[]::new));
  }

  /// {@return what happens in code that must neither spike nor check}
  static StatementCode.Events noEvents() {
    return new StatementCode.Events() {
      @Override
      public void spike() {
        throw new CompilerBug("a spike outside a step kernel");
      }

      @Override
      public void notFinite() {
        throw new CompilerBug("a check outside a step kernel");
      }
    };
  }
}
