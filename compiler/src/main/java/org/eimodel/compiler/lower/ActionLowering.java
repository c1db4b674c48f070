package org.eimodel.compiler.lower;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Type;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.Algebra;
import org.eimodel.compiler.numerics.BodyWriter;
import org.eimodel.compiler.numerics.CoefficientRule;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// The statements of an event block, on locals that hold the states which the block may change.
final class ActionLowering {
  private final FormulaLowering formulas;
  private final Function<Symbol, Slot> slots;
  private final Report report;
  private final Map<Slot, Local> variables = new LinkedHashMap<>();

  /// @param slots the slot of a state
  ActionLowering(FormulaLowering formulas, Function<Symbol, Slot> slots, Report report) {
    this.formulas = formulas;
    this.slots = slots;
    this.report = report;
  }

  /// {@return the slots that the block may change}
  Set<Slot> written(List<Action> actions) {
    Set<Slot> written = new LinkedHashSet<>();
    actions.stream()
        .flatMap(Action::all)
        .forEach(
            action -> {
              if (action instanceof Action.Assign assign) {
                written.add(slots.apply(assign.state()));
              }
            });
    return written;
  }

  /// Declares a local for a state that the block may change, with its present value.
  Expr declare(BodyWriter out, Slot slot, Span span) {
    Local local = out.local(slot.name(), Type.REAL);
    out.add(new Statement.Declare(local, out.seen(slot), span));
    out.see(slot, new Expr.Use(local));
    variables.put(slot, local);
    return new Expr.Use(local);
  }

  /// Writes the block.
  ///
  /// @param refractory the slot that a refractory period sets; only in a spike block
  void write(BodyWriter out, List<Action> actions, java.util.Optional<Slot> refractory) {
    for (Action action : actions) {
      switch (action) {
        case Action.Assign assign ->
            assign(out, slots.apply(assign.state()), formulas.lower(assign.value()), assign.span());
        case Action.Name name ->
            formulas.bind(name.let(), out.let(name.let().name(), formulas.lower(name.let().value()), name.span()));
        case Action.Refractory period -> refractory(out, period, refractory.orElseThrow());
        case Action.If branch -> branch(out, branch, refractory);
      }
    }
  }

  private void assign(BodyWriter out, Slot slot, Expr value, Span span) {
    out.add(new Statement.Assign(variables.get(slot), out.write(value, span), span));
  }

  private void refractory(BodyWriter out, Action.Refractory period, Slot slot) {
    Expr duration = formulas.lower(period.duration());
    if (!Algebra.isFixed(duration)) {
      report.unsupported(period.duration().span(), "a refractory period that depends on the state is");
      return;
    }
    Expr steps =
        out.slots().coefficient("refractory period", new CoefficientRule.Steps(duration), Dimension.NONE);
    out.add(new Statement.Assign(variables.get(slot), steps, period.span()));
  }

  private void branch(BodyWriter out, Action.If branch, java.util.Optional<Slot> refractory) {
    Expr condition = out.let("condition", formulas.lower(branch.condition()), branch.span());
    BodyWriter yes = out.inner();
    write(yes, branch.yes(), refractory);
    out.add(new Statement.When(condition, yes.statements(), branch.span()));
    if (!branch.no().isEmpty()) {
      BodyWriter no = out.inner();
      write(no, branch.no(), refractory);
      out.add(new Statement.When(new Expr.Not(condition), no.statements(), branch.span()));
    }
  }
}
