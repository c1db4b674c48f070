package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.INT_TYPE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eimodel.compiler.ir.Local;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Writes the calls of the units of a kernel in lanes over one block of elements.
///
/// @param owner the class whose methods the loops are
/// @param passed variables as [LaneLoop#arguments] has them; the second is where the block ends, and moves down when a check
///     fails
record LaneSweep(
    MethodCode code, Type owner, LaneType lanes, ScratchPlan scratch, List<Variable> passed) {
  /// Their calls stay far below what one method may have.
  private static final int UNITS_OF_A_PART = 40;

  /// Some units that follow each other, and either all store or none does.
  ///
  /// @param first the number of the first one
  record Part(int first, List<LaneSchedule.Unit> units) {
    Part {
      units = List.copyOf(units);
    }

    boolean stores() {
      return LaneSweep.stores(units.getLast());
    }

    /// {@return the loops, by the name of their method}
    Map<String, LaneSchedule.Loop> loops() {
      Map<String, LaneSchedule.Loop> loops = new LinkedHashMap<>();
      for (int k = 0; k < units.size(); k++) {
        if (units.get(k) instanceof LaneSchedule.Loop loop) {
          loops.put(name(k), loop);
        }
      }
      return loops;
    }

    private String name(int unit) {
      return "loop" + (first + unit);
    }
  }

  private static boolean stores(LaneSchedule.Unit unit) {
    return unit instanceof LaneSchedule.Loop loop && loop.stores();
  }

  /// {@return all units in parts: one where they are few}
  static List<Part> parts(List<LaneSchedule.Unit> units) {
    if (units.size() <= UNITS_OF_A_PART) {
      return units.isEmpty() ? List.of() : List.of(new Part(0, units));
    }
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    for (int k = 1; k <= units.size(); k++) {
      boolean full = k - begin == UNITS_OF_A_PART;
      if (k == units.size() || full || stores(units.get(k)) != stores(units.get(begin))) {
        parts.add(new Part(begin, units.subList(begin, k)));
        begin = k;
      }
    }
    return List.copyOf(parts);
  }

  private Variable from() {
    return passed.get(0);
  }

  private Variable stop() {
    return passed.get(1);
  }

  private Variable count() {
    return passed.get(5);
  }

  /// Writes the calls of a part's units.
  void run(Part part) {
    List<LaneSchedule.Call> together = new ArrayList<>();
    for (int k = 0; k < part.units().size(); k++) {
      LaneSchedule.Unit unit = part.units().get(k);
      if (!together.isEmpty() && !(unit instanceof LaneSchedule.Call next && follows(together.getLast(), next))) {
        callFunctions(together);
        together.clear();
      }
      switch (unit) {
        case LaneSchedule.Loop loop -> call(part.name(k), loop.stores(), loop.checks());
        case LaneSchedule.Call call -> together.add(call);
      }
    }
    if (!together.isEmpty()) {
      callFunctions(together);
    }
  }

  /// Whether arguments and results of a call lie behind those of another call of the same function.
  private boolean follows(LaneSchedule.Call earlier, LaneSchedule.Call later) {
    List<Local> first = runs(earlier);
    List<Local> second = runs(later);
    return earlier.function() == later.function()
        && IntStream.range(0, first.size())
            .allMatch(k -> scratch.start(second.get(k)) == scratch.start(first.get(k)) + scratch.block());
  }

  private static List<Local> runs(LaneSchedule.Call call) {
    List<Local> runs = new ArrayList<>(call.read());
    runs.add(call.result());
    return runs;
  }

  /// Writes the call of a part that is a method of its own.
  void part(int number, Part part) {
    call("part" + number, part.stores(), true);
  }

  private void call(String method, boolean stores, boolean checks) {
    passed.forEach(code::load);
    code.call(owner, method, INT_TYPE, LaneLoop.arguments(lanes.number()).toArray(Type[]::new));
    code.store(stores ? count() : stop());
    if (stores && checks) {
      code.unless(
          fine -> {
            code.load(count());
            code.integer(0);
            code.jumpIfNotLess(fine);
          },
          () -> {
            code.load(count());
            code.returnValue();
          });
    }
  }

  /// Calls one function. Over a whole block, calls whose numbers lie side by side become one.
  private void callFunctions(List<LaneSchedule.Call> calls) {
    if (calls.size() == 1) {
      callFunction(calls.getFirst(), this::blockSize);
      return;
    }
    code.unless(
        smaller -> {
          code.integer(scratch.block() - 1);
          blockSize();
          code.jumpIfNotLess(smaller);
        },
        () -> callFunction(calls.getFirst(), () -> code.integer(calls.size() * scratch.block())));
    code.unless(
        whole -> {
          blockSize();
          code.integer(scratch.block());
          code.jumpIfNotLess(whole);
        },
        () -> calls.forEach(call -> callFunction(call, this::blockSize)));
  }

  private void blockSize() {
    code.load(stop());
    code.load(from());
    code.operate(Opcodes.ISUB);
  }

  private void callFunction(LaneSchedule.Call call, Runnable count) {
    List<Type> types = new ArrayList<>();
    for (Local run : runs(call)) {
      code.load(passed.get(6));
      code.integer(scratch.start(run));
      types.add(lanes.number().array());
      types.add(INT_TYPE);
    }
    count.run();
    types.add(INT_TYPE);
    code.call(
        lanes.arrayFunctions(),
        call.function().method(),
        Type.VOID_TYPE,
        types.toArray(Type[]::new));
  }
}
