package org.eimodel.compiler.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.jspecify.annotations.Nullable;

/// Which variable of the generated method holds what.
///
/// Scalars are loaded into variables once, before any loop, and so are the references of the arrays.
final class Bindings {
  private final MethodCode code;
  private final NumberType number;
  private final Map<Local, Variable> locals = new HashMap<>();
  private final Map<Integer, Variable> scalars = new HashMap<>();
  private final Map<Integer, Variable> arrays = new HashMap<>();
  private @Nullable Variable element;
  private @Nullable Runnable weight;

  Bindings(MethodCode code, NumberType number) {
    this.code = code;
    this.number = number;
  }

  /// {@return what all statements of a kernel need, loaded}
  static Bindings of(
      Kernel kernel, MethodCode code, NumberType number, Variable scalarBlock, Variable arrayList) {
    Bindings bindings = new Bindings(code, number);
    List<Slot> slots =
        Traversal.slots(Stream.concat(kernel.preamble().stream(), kernel.body().stream()).toList());
    bindings.loadSlots(slots, scalarBlock, arrayList);
    return bindings;
  }

  /// Loads what the slots need from the scalar block, an `Object`, and from the list of arrays.
  void loadSlots(List<Slot> slots, Variable scalarBlock, Variable arrayList) {
    if (slots.stream().anyMatch(Slot::shared)) {
      code.load(scalarBlock);
      code.cast(number.array());
      Variable block = code.storeNew(number.array());
      slots.stream()
          .filter(Slot::shared)
          .forEach(slot -> scalars.computeIfAbsent(slot.position(), p -> element(block, p)));
    }
    slots.stream()
        .filter(Slot::perElement)
        .forEach(slot -> arrays.computeIfAbsent(slot.position(), _ -> array(arrayList, slot)));
  }

  /// Casts the weights, where a slot reads them: that of the present synapse is `weights[synapse]`.
  void setWeights(List<Slot> slots, Variable given, Variable synapse) {
    if (slots.stream().anyMatch(Slot::perSynapse)) {
      code.load(given);
      code.cast(number.array());
      Variable weights = code.storeNew(number.array());
      setWeight(() -> {
        code.load(weights);
        code.load(synapse);
        code.loadElement(number.type());
      });
    }
  }

  /// @param push what pushes the present synapse's weight
  void setWeight(Runnable push) {
    weight = push;
  }

  private Variable element(Variable array, int position) {
    code.load(array);
    code.integer(position);
    code.loadElement(number.type());
    return code.storeNew(number.type());
  }

  private Variable array(Variable list, Slot slot) {
    org.objectweb.asm.Type type = slot.type() == Type.REAL ? number.array() : Entry.TRUTHS;
    code.load(list);
    code.integer(slot.position());
    code.loadElement(org.objectweb.asm.Type.getType(Object.class));
    code.cast(type);
    return code.storeNew(type);
  }

  /// {@return the JVM's type of a local}
  org.objectweb.asm.Type typeOf(Local local) {
    return local.type() == Type.REAL ? number.type() : org.objectweb.asm.Type.INT_TYPE;
  }

  /// {@return a new variable for a local}
  Variable declare(Local local) {
    Variable variable = code.variable(typeOf(local));
    locals.put(local, variable);
    return variable;
  }

  Variable of(Local local) {
    return found(locals.get(local), local);
  }

  Variable scalar(Slot slot) {
    return found(scalars.get(slot.position()), slot);
  }

  Variable array(Slot slot) {
    return found(arrays.get(slot.position()), slot);
  }

  void setElement(Variable index) {
    element = index;
  }

  /// {@return the present element's index into the arrays}
  Variable element() {
    return found(element, "the element");
  }

  /// Pushes the present synapse's weight.
  void loadWeight() {
    if (weight == null) {
      throw new CompilerBug("nothing gives the weight of a synapse");
    }
    weight.run();
  }

  private static Variable found(@Nullable Variable variable, Object what) {
    if (variable == null) {
      throw new CompilerBug("no variable holds " + what);
    }
    return variable;
  }
}
