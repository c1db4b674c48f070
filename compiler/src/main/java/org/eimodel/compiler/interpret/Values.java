package org.eimodel.compiler.interpret;

import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;

/// Where an expression finds what it reads.
interface Values {
  /// {@return the slot's number for the present element}
  double read(Slot slot);

  /// {@return the slot's truth value for the present element}
  boolean holds(Slot slot);

  /// {@return the present value of a local number}
  double number(Local local);

  /// {@return the present value of a local condition}
  boolean truth(Local local);
}
