package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.List;
import org.eimodel.compiler.ir.Kernel;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// A large kernel as several loops over blocks of elements, each loop in a method of its own.
///
/// ```
/// step(from, to):  uniform = new [...]; scratch = new [...]
///                  preamble0(uniform) ... preambleM(uniform)
///                  for each block:  end = part0(block) ... end = partN(up to end)
/// ```
///
/// Locals that cross from one part to the next wait in `scratch`, those of the preamble in `uniform`. A part gives back
/// the first element whose check failed; later parts run up to there, so that everything before it is complete. In an
/// arrival kernel a block is a single synapse, because a target may come up twice.
final class BlockLoops {
  /// Numbers in the scratch array: 16 kB in double precision, half of a first-level cache.
  private static final int SCRATCH = 2048;

  private static final int LARGEST_BLOCK = 512;
  private static final int SMALLEST_BLOCK = 16;

  private final Kernel kernel;
  private final NumberType number;
  private final Parts preamble;
  private final Parts body;
  private final int block;
  private final ClassCode out;
  private final List<Type> partArguments;

  private BlockLoops(String className, Kernel whole, NumberType number, SizeLimits limits) {
    this.kernel = SmallStatements.of(whole, limits);
    this.number = number;
    this.preamble = Parts.of(kernel.preamble(), limits);
    this.body = Parts.of(kernel.body(), limits);
    this.block =
        kernel.kind() == Kernel.Kind.ARRIVAL
            ? 1
            : Math.clamp(
                SCRATCH / Math.max(1, body.crossing().size()), SMALLEST_BLOCK, LARGEST_BLOCK);
    this.out =
        new ClassCode(className, Entry.of(kernel.kind()).implemented(), Entry.sourceFile(kernel));
    this.partArguments =
        List.of(
            INT_TYPE,
            INT_TYPE,
            Entry.OBJECT,
            Entry.OBJECTS,
            number.array(),
            number.array(),
            Entry.INTS,
            INT_TYPE,
            Entry.OBJECT);
  }

  static EmittedClass emit(String className, Kernel kernel, NumberType number, SizeLimits limits) {
    return new BlockLoops(className, kernel, number, limits).emit();
  }

  private EmittedClass emit() {
    Entry entry = Entry.of(kernel.kind());
    out.method(
        entry,
        switch (kernel.kind()) {
          case STEP -> this::step;
          case ARRIVAL -> this::deliver;
        });
    for (int part = 0; part < preamble.count(); part++) {
      int index = part;
      out.function(
          "preamble" + part,
          Type.VOID_TYPE,
          List.of(Entry.OBJECT, number.array()),
          (code, arguments) -> preamblePart(index, code, arguments));
    }
    for (int part = 0; part < body.count(); part++) {
      int index = part;
      out.function(
          "part" + part,
          INT_TYPE,
          partArguments,
          (code, arguments) -> part(index, code, arguments));
    }
    return out.finish();
  }

  private void step(MethodCode code, List<Variable> arguments) {
    Variable from = arguments.get(0);
    Variable to = arguments.get(1);
    Variable scalars = arguments.get(2);
    Variable arrays = arguments.get(3);
    Variable spikes = arguments.get(4);
    Variable count = arguments.get(5);
    Variable uniform = uniform(code, scalars);
    Variable scratch = array(code, block * body.crossing().size());
    Variable end = code.variable(INT_TYPE);
    Variable stop = code.variable(INT_TYPE);
    Variable weights = nothing(code, Entry.OBJECT);
    List<Variable> passed =
        List.of(from, stop, scalars, arrays, uniform, scratch, spikes, count, weights);
    code.loop(
        from,
        to,
        () -> {
          // to - from cannot overflow, from + block might
          code.load(from);
          code.load(to);
          code.load(from);
          code.operate(Opcodes.ISUB);
          code.integer(block);
          code.call(Type.getType(Math.class), "min", INT_TYPE, INT_TYPE, INT_TYPE);
          code.operate(Opcodes.IADD);
          code.store(end);
          code.load(end);
          code.store(stop);
          for (int part = 0; part < body.count(); part++) {
            callPart(code, part, passed);
            code.store(body.spikes(part) ? count : stop);
          }
          code.unless(
              (Label complete) -> {
                code.load(stop);
                code.load(end);
                code.jumpIfNotLess(complete);
              },
              () -> {
                code.load(stop);
                code.integer(-1);
                code.operate(Opcodes.IXOR);
                code.returnValue();
              });
        },
        () -> {
          code.load(end);
          code.store(from);
        });
    code.load(count);
    code.returnValue();
  }

  private void deliver(MethodCode code, List<Variable> arguments) {
    Variable weights = arguments.get(1);
    Variable scalars = arguments.get(5);
    Variable uniform = uniform(code, scalars);
    Variable scratch = array(code, block * body.crossing().size());
    Variable spikes = nothing(code, Entry.INTS);
    Variable i = arguments.get(2);
    code.forEach(
        i,
        arguments.get(3),
        () -> {
          Variable target = Entry.target(code, arguments.get(0), i, arguments.get(4));
          code.load(target);
          code.integer(1);
          code.operate(Opcodes.IADD);
          Variable stop = code.storeNew(INT_TYPE);
          for (int part = 0; part < body.count(); part++) {
            callPart(
                code,
                part,
                List.of(
                    target,
                    stop,
                    scalars,
                    arguments.get(6),
                    uniform,
                    scratch,
                    spikes,
                    i,
                    weights));
            code.store(stop);
          }
        });
    code.returnNothing();
  }

  private void callPart(MethodCode code, int part, List<Variable> arguments) {
    arguments.forEach(code::load);
    code.call(out.type(), "part" + part, INT_TYPE, partArguments.toArray(Type[]::new));
  }

  private Variable uniform(MethodCode code, Variable scalars) {
    Variable uniform = array(code, preamble.everyLocal().size());
    for (int part = 0; part < preamble.count(); part++) {
      code.load(scalars);
      code.load(uniform);
      code.call(out.type(), "preamble" + part, Type.VOID_TYPE, Entry.OBJECT, number.array());
    }
    return uniform;
  }

  private Variable array(MethodCode code, int length) {
    code.integer(length);
    code.newArray(number);
    return code.storeNew(number.array());
  }

  private Variable nothing(MethodCode code, Type type) {
    code.nothing(type);
    return code.storeNew(type);
  }

  private void preamblePart(int part, MethodCode code, List<Variable> arguments) {
    Bindings bindings = new Bindings(code, number);
    bindings.loadSlots(preamble.slots(part), arguments.get(0), arguments.get(0));
    Crossing uniform =
        new Crossing(code, bindings, number, arguments.get(1), preamble.everyLocal());
    preamble.read(part).forEach(local -> uniform.loadUniform(local));
    new StatementCode(code, bindings, number, Entry.noEvents()).all(preamble.statements(part));
    preamble.written(part).forEach(local -> uniform.storeUniform(local));
    code.returnNothing();
  }

  private void part(int part, MethodCode code, List<Variable> arguments) {
    Variable from = arguments.get(0);
    Variable to = arguments.get(1);
    Variable count = arguments.get(7);
    Bindings bindings = new Bindings(code, number);
    bindings.loadSlots(body.slots(part), arguments.get(2), arguments.get(3));
    if (kernel.kind() == Kernel.Kind.ARRIVAL) {
      // nothing spikes on arrival: what counts spikes in a step is the synapse's place here
      bindings.setWeights(body.slots(part), arguments.get(8), count);
    }
    Crossing uniform =
        new Crossing(code, bindings, number, arguments.get(4), preamble.everyLocal());
    body.read(part).stream().filter(preamble.everyLocal()::contains).forEach(uniform::loadUniform);
    code.load(from);
    Variable i = code.storeNew(INT_TYPE);
    bindings.setElement(i);
    Crossing scratch = new Crossing(code, bindings, number, arguments.get(5), body.crossing());
    StatementCode statements =
        new StatementCode(code, bindings, number, new PartEvents(code, i, arguments));
    code.forEach(
        i,
        to,
        () -> {
          code.load(i);
          code.load(from);
          code.operate(Opcodes.ISUB);
          Variable offset = code.storeNew(INT_TYPE);
          body.read(part).stream()
              .filter(body.crossing()::contains)
              .forEach(local -> scratch.load(local, block, offset));
          statements.all(body.statements(part));
          body.written(part).stream()
              .filter(body.crossing()::contains)
              .forEach(local -> scratch.store(local, block, offset));
        });
    code.load(body.spikes(part) ? count : to);
    code.returnValue();
  }

  /// Spikes are appended; a value that is not finite ends the part with the neuron's index.
  private record PartEvents(MethodCode code, Variable i, List<Variable> arguments)
      implements StatementCode.Events {
    @Override
    public void spike() {
      Entry.append(code, i, arguments.get(6), arguments.get(7));
    }

    @Override
    public void notFinite() {
      code.load(i);
      code.returnValue();
    }
  }
}
