package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.kernel.StepKernel;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The vector back end: as many elements at a time as a vector has lanes.
///
/// ```
/// step(from, to):  preamble
///                  for each block of whole vectors:  loop0 exp loop1 ...
///                  scalar.step(rest)
/// ```
///
/// The class has a public constructor that takes the scalar form of the same kernel, which does the elements after the last
/// whole vector and those after a failed check. An instance has memory of its own for what waits between two loops: one
/// thread at a time may use it.
///
/// Usage: `new VectorEmitter(Home.class.getPackageName(), 512).emit(kernel, Precision.DOUBLE)`; the classes can be defined
/// where `jdk.incubator.vector` and the functions over arrays can be seen.
public final class VectorEmitter implements KernelEmitter {
  /// C2 gives up on much larger loops; measured, see the decision on lanes.
  private static final int HEAVIEST_LOOP = 60;

  private static final Type STEP_KERNEL = Type.getType(StepKernel.class);

  private final String packageName;
  private final int bits;
  private final int heaviest;

  /// @param packageName the package of the lookup that will define the classes
  /// @param bits of a vector: 128, 256 or 512
  public VectorEmitter(String packageName, int bits) {
    this(packageName, bits, HEAVIEST_LOOP);
  }

  /// @param heaviest how many operations go into one loop
  public VectorEmitter(String packageName, int bits, int heaviest) {
    this.packageName = packageName;
    this.bits = bits;
    this.heaviest = heaviest;
  }

  /// *Errors*: besides those of every back end, for a kernel that is not a step kernel.
  @Override
  public EmittedClass emit(Kernel kernel, Precision precision) {
    LaneType lanes = new LaneType(NumberType.of(precision), bits);
    return new Writing(packageName + "." + kernel.name() + "Lanes", kernel, lanes, heaviest).emit();
  }

  /// {@return how many operations on vectors a vector of elements takes, about}
  public static int operations(Kernel kernel) {
    return LaneSchedule.operations(kernel);
  }

  private static final class Writing {
    private final Kernel kernel;
    private final LaneType lanes;
    private final NumberType number;
    private final LaneSchedule schedule;
    private final ScratchPlan scratch;
    private final Variable.Field scalar = new Variable.Field("scalar", STEP_KERNEL);
    private final Variable.Field waiting;
    private final ClassCode out;

    Writing(String className, Kernel whole, LaneType lanes, int heaviest) {
      this.kernel = StraightLine.of(whole);
      this.lanes = lanes;
      this.number = lanes.number();
      this.schedule = LaneSchedule.of(kernel, heaviest);
      List<Local> uniform =
          kernel.preamble().stream()
              .map(statement -> ((Statement.Let) statement).local())
              .toList();
      this.scratch = ScratchPlan.of(lanes, schedule.places(), uniform);
      this.waiting = new Variable.Field("waiting", number.array());
      this.out =
          ClassCode.keeping(
              className,
              StepKernel.class,
              Entry.sourceFile(whole),
              scalar,
              waiting,
              scratch.length());
    }

    EmittedClass emit() {
      Entry entry = Entry.of(Kernel.Kind.STEP);
      out.method(entry.method(), entry.result(), entry.arguments(), this::step);
      if (!kernel.preamble().isEmpty()) {
        out.function(
            "preamble", Type.VOID_TYPE, List.of(Entry.OBJECT, number.array()), this::preamble);
      }
      for (int k = 0; k < schedule.units().size(); k++) {
        if (schedule.units().get(k) instanceof LaneSchedule.Loop loop) {
          out.function(
              "loop" + k,
              INT_TYPE,
              LaneLoop.arguments(number),
              new LaneLoop(kernel, lanes, loop, scratch)::write);
        }
      }
      return out.finish();
    }

    private void preamble(MethodCode code, List<Variable> arguments) {
      Bindings bindings = new Bindings(code, number);
      bindings.loadSlots(
          Traversal.slots(kernel.preamble()), arguments.get(0), arguments.get(0));
      new StatementCode(code, bindings, number, Entry.noEvents()).all(kernel.preamble());
      Crossing uniforms = scratch.uniforms(code, bindings, arguments.get(1));
      scratch.uniform().forEach(uniforms::storeUniform);
      code.returnNothing();
    }

    private void step(MethodCode code, List<Variable> arguments) {
      Variable from = arguments.get(0);
      Variable to = arguments.get(1);
      Variable count = arguments.get(5);
      Variable kept = get(code, scalar);
      Variable memory = get(code, waiting);
      if (!kernel.preamble().isEmpty()) {
        code.load(arguments.get(2));
        code.load(memory);
        code.call(out.type(), "preamble", Type.VOID_TYPE, Entry.OBJECT, number.array());
      }
      Variable end = wholeVectors(code, from, to);
      if (!schedule.units().isEmpty()) {
        if (scratch.places().isEmpty() && schedule.units().size() == 1) {
          new Block(code, arguments, from, end, kept, memory).run();
          code.load(end);
          code.store(from);
        } else {
          blocks(code, arguments, end, kept, memory);
        }
      }
      code.unless(
          (var done) -> {
            code.load(from);
            code.load(to);
            code.jumpIfNotLess(done);
          },
          () -> {
            code.load(kept);
            arguments.forEach(code::load);
            Entry.stepByInterface(code);
            code.returnValue();
          });
      code.load(count);
      code.returnValue();
    }

    private Variable get(MethodCode code, Variable.Field field) {
      Variable self = new Variable(out.type(), 0);
      code.load(self);
      code.field(out.type(), field.name(), field.type());
      return code.storeNew(field.type());
    }

    /// `from + (to - from & -lanes)`, or `from` where no unit does anything
    private Variable wholeVectors(MethodCode code, Variable from, Variable to) {
      code.load(from);
      if (!schedule.units().isEmpty()) {
        code.load(to);
        code.load(from);
        code.operate(Opcodes.ISUB);
        code.integer(-lanes.lanes());
        code.operate(Opcodes.IAND);
        code.operate(Opcodes.IADD);
      }
      return code.storeNew(INT_TYPE);
    }

    private void blocks(
        MethodCode code, List<Variable> arguments, Variable end, Variable kept, Variable memory) {
      Variable from = arguments.get(0);
      Variable blockEnd = code.variable(INT_TYPE);
      code.loop(
          from,
          end,
          () -> {
            // end - from cannot overflow, from + block might
            code.load(from);
            code.load(end);
            code.load(from);
            code.operate(Opcodes.ISUB);
            code.integer(scratch.block());
            code.call(Type.getType(Math.class), "min", INT_TYPE, INT_TYPE, INT_TYPE);
            code.operate(Opcodes.IADD);
            code.store(blockEnd);
            new Block(code, arguments, from, blockEnd, kept, memory).run();
          },
          () -> {
            code.load(blockEnd);
            code.store(from);
          });
    }

    /// The units over one block, in order. Where a check fails, the later ones do the elements before it, and the scalar
    /// kernel ends the step.
    private final class Block {
      private final MethodCode code;
      private final List<Variable> arguments;
      private final Variable from;
      private final Variable end;
      private final Variable kept;
      private final Variable memory;

      Block(
          MethodCode code,
          List<Variable> arguments,
          Variable from,
          Variable end,
          Variable kept,
          Variable memory) {
        this.code = code;
        this.arguments = arguments;
        this.from = from;
        this.end = end;
        this.kept = kept;
        this.memory = memory;
      }

      void run() {
        Variable count = arguments.get(5);
        code.load(end);
        Variable stop = code.storeNew(INT_TYPE);
        boolean mayStop = false;
        for (int k = 0; k < schedule.units().size(); k++) {
          switch (schedule.units().get(k)) {
            case LaneSchedule.Loop loop -> {
              callLoop(k, stop);
              code.store(loop.stores() ? count : stop);
              mayStop = mayStop || !loop.stores() && loop.checks();
              if (loop.stores() && loop.checks()) {
                leaveIfNegative(count);
              }
            }
            case LaneSchedule.Call call -> callFunction(call, stop);
          }
        }
        if (mayStop) {
          leaveIfStopped(stop);
        }
      }

      private void callLoop(int unit, Variable stop) {
        code.load(from);
        code.load(stop);
        arguments.subList(2, 6).forEach(code::load);
        code.load(memory);
        code.load(kept);
        code.call(
            out.type(),
            "loop" + unit,
            INT_TYPE,
            LaneLoop.arguments(number).toArray(Type[]::new));
      }

      private void callFunction(LaneSchedule.Call call, Variable stop) {
        List<Local> runs = new ArrayList<>(call.read());
        runs.add(call.result());
        List<Type> types = new ArrayList<>();
        for (Local run : runs) {
          code.load(memory);
          code.integer(scratch.start(run));
          types.add(number.array());
          types.add(INT_TYPE);
        }
        code.load(stop);
        code.load(from);
        code.operate(Opcodes.ISUB);
        types.add(INT_TYPE);
        code.call(
            lanes.arrayFunctions(),
            call.function().method(),
            Type.VOID_TYPE,
            types.toArray(Type[]::new));
      }

      private void leaveIfNegative(Variable count) {
        code.unless(
            fine -> {
              code.load(count);
              code.integer(0);
              code.jumpIfNotLess(fine);
            },
            () -> {
              code.load(count);
              code.returnValue();
            });
      }

      private void leaveIfStopped(Variable stop) {
        code.unless(
            complete -> {
              code.load(stop);
              code.load(end);
              code.jumpIfNotLess(complete);
            },
            () -> {
              code.load(kept);
              code.load(stop);
              arguments.subList(1, 6).forEach(code::load);
              Entry.stepByInterface(code);
              code.returnValue();
            });
      }
    }
  }
}
