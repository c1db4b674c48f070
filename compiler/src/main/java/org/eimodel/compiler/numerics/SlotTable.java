package org.eimodel.compiler.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.units.Dimension;

/// Hands out slots, and coefficients for what is fixed before the run.
///
/// Element slots of several tables may share one list of arrays: an arrival kernel reads the arrays of its target's group.
public final class SlotTable {
  private final List<Slot> slots = new ArrayList<>();
  private final Map<CoefficientRule, Coefficient> coefficients = new LinkedHashMap<>();
  private int scalars;
  private int arrays;

  /// {@return a new slot}
  public Slot add(String name, Slot.Kind kind, Slot.Extent extent, Dimension dimension) {
    int position =
        switch (extent) {
          case SCALAR -> scalars++;
          case ELEMENT -> arrays++;
          case SYNAPSE -> 0;
        };
    Slot slot = new Slot(name, kind, extent, position, dimension);
    slots.add(slot);
    return slot;
  }

  /// Adds a slot of another table, whose array this one shares.
  public void share(Slot slot) {
    if (!slots.contains(slot)) {
      slots.add(slot);
    }
  }

  /// {@return every slot so far}
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  /// {@return how many scalars there are}
  public int scalarCount() {
    return scalars;
  }

  /// {@return how many arrays there are}
  public int arrayCount() {
    return arrays;
  }

  /// {@return every coefficient so far, each after those that it needs}
  public List<Coefficient> coefficients() {
    return List.copyOf(coefficients.values());
  }

  /// {@return the coefficient of a rule; the same rule gives the same slot}
  public Expr.Read coefficient(String name, CoefficientRule rule, Dimension dimension) {
    Coefficient known = coefficients.get(rule);
    if (known == null) {
      Slot.Extent extent = perElement(rule) ? Slot.Extent.ELEMENT : Slot.Extent.SCALAR;
      known = new Coefficient(add(name, Slot.Kind.COEFFICIENT, extent, dimension), rule);
      coefficients.put(rule, known);
    }
    return new Expr.Read(known.slot());
  }

  private static boolean perElement(CoefficientRule rule) {
    return switch (rule) {
      case CoefficientRule.Formula formula -> Algebra.reads(formula.expr(), Slot::perElement);
      case CoefficientRule.TimeStep step -> false;
      case CoefficientRule.Steps steps -> Algebra.reads(steps.duration(), Slot::perElement);
      case CoefficientRule.Increment increment -> perElement(increment.system());
      case CoefficientRule.HeldInput held -> perElement(held.system());
    };
  }

  private static boolean perElement(LinearSystem system) {
    return system.matrix().stream().flatMap(List::stream).anyMatch(e -> Algebra.reads(e, Slot::perElement));
  }
}
