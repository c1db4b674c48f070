package org.eimodel.compiler.interpret;

import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;

/// Evaluates an expression once, outside any kernel: coefficients before a run, in double precision.
public final class Evaluation {
  private Evaluation() {}

  /// {@return the value of an expression without locals, computed in double precision}
  ///
  /// @param slots the number that each slot of the expression stands for, in base units
  public static double evaluate(Expr expr, ToDoubleFunction<Slot> slots) {
    return interpreter(slots).number(expr);
  }

  /// {@return whether a condition without locals holds, computed in double precision}
  ///
  /// @param slots the number that each slot of the condition stands for, in base units
  public static boolean holds(Expr condition, ToDoubleFunction<Slot> slots) {
    return interpreter(slots).truth(condition);
  }

  private static ExpressionInterpreter interpreter(ToDoubleFunction<Slot> slots) {
    return new ExpressionInterpreter(
        new Arithmetic(Precision.DOUBLE),
        new Values() {
          @Override
          public double read(Slot slot) {
            return slots.applyAsDouble(slot);
          }

          @Override
          public boolean holds(Slot slot) {
            throw new CompilerBug("no kernel, no elements: " + slot);
          }

          @Override
          public double number(Local local) {
            throw new CompilerBug("no kernel, no locals: " + local);
          }

          @Override
          public boolean truth(Local local) {
            throw new CompilerBug("no kernel, no locals: " + local);
          }
        });
  }
}
