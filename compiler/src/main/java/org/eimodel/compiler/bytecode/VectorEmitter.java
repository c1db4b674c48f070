package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /// Of a quick form, which is one loop or nothing. C2 takes up to 110.
  private static final int HEAVIEST_QUICK_LOOP = 100;

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
    return writing("Lanes", kernel, straight(kernel), precision, heaviest).emit();
  }

  /// {@return the same kernel for arguments of its functions that few operations do for, in one loop; empty where it has no
  /// such form}
  ///
  /// What its constructor takes as the scalar form does everything from the first vector on in which an argument is another.
  public Optional<EmittedClass> emitQuick(Kernel kernel, Precision precision) {
    return QuickForm.of(straight(kernel), precision)
        .map(quick -> writing("QuickLanes", kernel, quick, precision, HEAVIEST_QUICK_LOOP))
        .filter(Writing::isOneLoop)
        .map(Writing::emit);
  }

  private static Kernel straight(Kernel kernel) {
    return NeededChecks.of(ShortChains.of(StraightLine.of(withShortPreamble(kernel))));
  }

  private Writing writing(
      String suffix, Kernel whole, Kernel straight, Precision precision, int most) {
    LaneType lanes = new LaneType(NumberType.of(precision), bits);
    return new Writing(packageName + "." + whole.name() + suffix, whole, straight, lanes, most);
  }

  /// The preamble is one method: a very long one becomes part of the body, which is cut.
  private static Kernel withShortPreamble(Kernel whole) {
    if (Weight.of(whole.preamble()) + Weight.CROSSING * whole.preamble().size()
        <= SizeLimits.HOTSPOT.part()) {
      return whole;
    }
    return whole.with(
        List.of(), Stream.concat(whole.preamble().stream(), whole.body().stream()).toList());
  }

  /// {@return how many operations on vectors a vector of elements takes}
  public static int operations(Kernel kernel) {
    return LaneWeight.of(StraightLine.of(kernel));
  }

  /// {@return about as many, for any kernel and at once: no straight line is made}
  public static int estimate(Kernel kernel) {
    return LaneWeight.of(kernel);
  }

  private static final class Writing {
    private final Kernel kernel;
    private final LaneType lanes;
    private final NumberType number;
    private final LaneSchedule schedule;
    private final ScratchPlan scratch;
    private final List<LaneSweep.Part> parts;
    private final Variable.Field scalar = new Variable.Field("scalar", STEP_KERNEL);
    private final Variable.Field waiting;
    private final ClassCode out;

    /// @param whole as it was
    Writing(String className, Kernel whole, Kernel straight, LaneType lanes, int heaviest) {
      this.kernel = straight;
      this.lanes = lanes;
      this.number = lanes.number();
      this.schedule = LaneSchedule.of(kernel, heaviest);
      List<Local> uniform =
          kernel.preamble().stream()
              .map(statement -> ((Statement.Let) statement).local())
              .toList();
      this.scratch = ScratchPlan.of(lanes, schedule.places(), uniform);
      this.parts = LaneSweep.parts(schedule.units());
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

    boolean isOneLoop() {
      return schedule.units().size() == 1;
    }

    EmittedClass emit() {
      Entry entry = Entry.of(Kernel.Kind.STEP);
      out.method(entry, this::step);
      if (!kernel.preamble().isEmpty()) {
        out.function(
            "preamble", Type.VOID_TYPE, List.of(Entry.OBJECT, number.array()), this::preamble);
      }
      for (int p = 0; p < parts.size(); p++) {
        LaneSweep.Part part = parts.get(p);
        if (parts.size() > 1) {
          out.function(
              "part" + p,
              INT_TYPE,
              LaneLoop.arguments(number),
              (code, arguments) -> part(part, code, arguments));
        }
        part.loops()
            .forEach((name, loop) ->
                out.function(
                    name,
                    INT_TYPE,
                    LaneLoop.arguments(number),
                    new LaneLoop(kernel, lanes, loop, scratch)::write));
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
          block(code, arguments, from, end, kept, memory);
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
            block(code, arguments, from, blockEnd, kept, memory);
          },
          () -> {
            code.load(blockEnd);
            code.store(from);
          });
    }

    /// All units over one block, in order. Where a check fails, the later ones do the elements before it, and the scalar
    /// kernel ends the step.
    private void block(
        MethodCode code,
        List<Variable> arguments,
        Variable from,
        Variable end,
        Variable kept,
        Variable memory) {
      code.load(end);
      Variable stop = code.storeNew(INT_TYPE);
      List<Variable> passed = new ArrayList<>(List.of(from, stop));
      passed.addAll(arguments.subList(2, 6));
      passed.addAll(List.of(memory, kept));
      if (parts.size() == 1) {
        new LaneSweep(code, out.type(), lanes, scratch, passed).run(parts.getFirst());
      } else {
        for (int p = 0; p < parts.size(); p++) {
          new LaneSweep(code, out.type(), lanes, scratch, passed).part(p, parts.get(p));
        }
      }
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

    private void part(LaneSweep.Part part, MethodCode code, List<Variable> arguments) {
      new LaneSweep(code, out.type(), lanes, scratch, arguments).run(part);
      code.load(arguments.get(part.stores() ? 5 : 1));
      code.returnValue();
    }
  }
}
