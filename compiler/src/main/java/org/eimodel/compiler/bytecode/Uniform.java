package org.eimodel.compiler.bytecode;

import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Statement;

/// What is the same for all elements of a straight line.
///
/// @param preamble the locals of its preamble
record Uniform(Set<Local> preamble) {
  Uniform {
    preamble = Set.copyOf(preamble);
  }

  static Uniform of(Kernel straight) {
    return new Uniform(
        straight.preamble().stream()
            .map(statement -> ((Statement.Let) statement).local())
            .collect(Collectors.toSet()));
  }

  /// {@return whether a value is a constant, a shared slot or a local of the preamble, or compares such}
  boolean holds(Expr value) {
    return switch (value) {
      case Expr.Constant _ -> true;
      case Expr.Read(var slot) -> slot.shared();
      case Expr.Use(Local local) -> preamble.contains(local);
      case Expr.Compare(_, Expr x, Expr y) -> holds(x) && holds(y);
      default -> false;
    };
  }
}
