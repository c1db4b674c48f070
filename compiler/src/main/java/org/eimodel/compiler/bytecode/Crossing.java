package org.eimodel.compiler.bytecode;

import java.util.List;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Type;
import org.objectweb.asm.Opcodes;

/// Passes locals from one method to another through an array of numbers; conditions travel as 0 and 1.
///
/// @param array where they wait
/// @param start the first of the places
/// @param order the locals that have a place, in order
record Crossing(
    MethodCode code, Bindings bindings, NumberType number, Variable array, int start, List<Local> order) {

  /// With places from the array's beginning.
  Crossing(MethodCode code, Bindings bindings, NumberType number, Variable array, List<Local> order) {
    this(code, bindings, number, array, 0, order);
  }

  /// As [#loadUniform], for several.
  void loadAll(List<Local> locals) {
    locals.forEach(this::loadUniform);
  }

  /// Declares a local and gives it the number of its place.
  void loadUniform(Local local) {
    code.load(array);
    code.integer(start + order.indexOf(local));
    finishLoad(local);
  }

  /// Writes a local's value to its place.
  void storeUniform(Local local) {
    code.load(array);
    code.integer(start + order.indexOf(local));
    finishStore(local);
  }

  /// As [#loadUniform], with one place for each element of a block.
  void load(Local local, int block, Variable offset) {
    place(local, block, offset);
    finishLoad(local);
  }

  /// As [#storeUniform], with one place for each element of a block.
  void store(Local local, int block, Variable offset) {
    place(local, block, offset);
    finishStore(local);
  }

  private void place(Local local, int block, Variable offset) {
    code.load(array);
    code.integer(start + order.indexOf(local) * block);
    code.load(offset);
    code.operate(Opcodes.IADD);
  }

  private void finishLoad(Local local) {
    code.loadElement(number.type());
    if (local.type() == Type.TRUTH) {
      Variable coded = code.storeNew(number.type());
      code.choose(
          isFalse -> {
            code.load(coded);
            code.number(number, 0);
            code.jumpOnComparison(Comparison.NOT_EQUAL, false, isFalse);
          },
          () -> code.integer(1),
          () -> code.integer(0));
    }
    code.store(bindings.declare(local));
  }

  private void finishStore(Local local) {
    code.load(bindings.of(local));
    if (local.type() == Type.TRUTH) {
      code.convert(number.type());
    }
    code.storeElement(number.type());
  }
}
