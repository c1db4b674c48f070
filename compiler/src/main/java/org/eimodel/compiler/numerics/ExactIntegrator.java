package org.eimodel.compiler.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Binary;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// Linear systems, advanced exactly: `x += (e^(A h) - I) x + h phi1(A h) b`.
///
/// Whatever is not a state of the system is held over the step: drives, and terms that are not linear.
///
/// *Source*: Rotter & Diesmann 1999, Biol Cybern 81:381; the form by increments keeps its accuracy at small steps.
public final class ExactIntegrator {
  private final List<StateEquation> equations;
  private final List<Affine> sums;
  private final LinearSystem running;
  private final LinearSystem refractory;

  private ExactIntegrator(List<StateEquation> equations, List<Affine> sums) {
    this.equations = equations;
    this.sums = sums;
    this.running = matrix(equations, sums, false);
    this.refractory = matrix(equations, sums, true);
  }

  /// {@return the integrator of a system; nothing when it is not linear with fixed weights}
  public static Optional<ExactIntegrator> of(List<StateEquation> equations) {
    Set<Slot> states = new LinkedHashSet<>();
    equations.forEach(equation -> states.add(equation.state()));
    List<Affine> sums = new ArrayList<>();
    for (StateEquation equation : equations) {
      Optional<Affine> sum = Affine.of(equation.right(), states);
      if (sum.isEmpty() || !sum.get().weights().values().stream().allMatch(Algebra::isFixed)) {
        return Optional.empty();
      }
      sums.add(sum.get());
    }
    return Optional.of(new ExactIntegrator(equations, sums));
  }

  private static LinearSystem matrix(List<StateEquation> equations, List<Affine> sums, boolean held) {
    List<List<Expr>> rows = new ArrayList<>();
    for (int row = 0; row < sums.size(); row++) {
      List<Expr> weights = new ArrayList<>();
      for (StateEquation column : equations) {
        boolean still = held && equations.get(row).gated();
        weights.add(still ? Algebra.ZERO : sums.get(row).weight(column.state()));
      }
      rows.add(weights);
    }
    return new LinearSystem(rows);
  }

  /// {@return the states after a fraction of the step, written for the view of `out`}
  ///
  /// @param active whether a neuron is not refractory; empty where none ever is
  public Map<Slot, Expr> advance(BodyWriter out, double fraction, Optional<Expr> active) {
    List<Expr> inputs = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      Expr rest = sums.get(i).rest();
      inputs.add(Algebra.isZero(rest) ? rest : out.let("input_of_" + name(i), rest, equations.get(i).span()));
    }
    Map<Slot, Expr> next = new LinkedHashMap<>();
    for (int row = 0; row < sums.size(); row++) {
      Span span = equations.get(row).span();
      Expr old = out.seen(equations.get(row).state());
      Expr advanced = advanced(out, running, row, inputs, fraction);
      if (active.isPresent() && equations.get(row).gated()) {
        advanced = new Expr.Select(active.get(), advanced, old);
      } else if (active.isPresent() && dependsOnGated(row)) {
        Expr meanwhile = advanced(out, refractory, row, gatedInputs(inputs), fraction);
        advanced = new Expr.Select(active.get(), advanced, meanwhile);
      }
      next.put(equations.get(row).state(), out.letWritten(name(row), advanced, span));
    }
    return next;
  }

  private String name(int row) {
    return equations.get(row).state().name();
  }

  private boolean dependsOnGated(int row) {
    for (int column = 0; column < equations.size(); column++) {
      if (equations.get(column).gated() && running.depends(row, column)) {
        return true;
      }
    }
    return false;
  }

  private List<Expr> gatedInputs(List<Expr> inputs) {
    List<Expr> held = new ArrayList<>(inputs);
    for (int i = 0; i < held.size(); i++) {
      if (equations.get(i).gated()) {
        held.set(i, Algebra.ZERO);
      }
    }
    return held;
  }

  private Expr advanced(BodyWriter out, LinearSystem system, int row, List<Expr> inputs, double fraction) {
    Expr increment = Algebra.ZERO;
    for (int column = 0; column < system.size(); column++) {
      if (system.depends(row, column)) {
        Expr weight = coefficient(out, new CoefficientRule.Increment(system, row, column, fraction), row, column, "E");
        increment = sum(out, increment, weight, out.seen(equations.get(column).state()));
      }
    }
    for (int column = 0; column < system.size(); column++) {
      boolean reached = row == column || system.depends(row, column);
      if (reached && !Algebra.isZero(inputs.get(column))) {
        Expr weight = coefficient(out, new CoefficientRule.HeldInput(system, row, column, fraction), row, column, "F");
        increment = sum(out, increment, weight, inputs.get(column));
      }
    }
    Expr old = out.seen(equations.get(row).state());
    return Algebra.isZero(increment) ? old : out.round(new Binary(BinaryOperator.ADD, increment, old));
  }

  private static Expr sum(BodyWriter out, Expr sum, Expr weight, Expr value) {
    Expr product = new Binary(BinaryOperator.MULTIPLY, weight, value);
    return Algebra.isZero(sum) ? product : out.round(new Binary(BinaryOperator.ADD, product, sum));
  }

  private Expr coefficient(BodyWriter out, CoefficientRule rule, int row, int column, String letter) {
    String name = letter + "[" + name(row) + "," + name(column) + "]";
    return out.slots().coefficient(name, rule, Dimension.NONE);
  }
}
