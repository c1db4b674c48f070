package org.eimodel.compiler.lower;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private Optional<Slot> period = Optional.empty();

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

  /// {@return the slot with the steps of the refractory period that the last block gave, a coefficient or what it was
  /// declared as}
  Optional<Slot> period() {
    return period;
  }

  /// Declares a state that holds the steps of the refractory period, 0 unless the block gives one: for a block that does so
  /// on a condition. Of any other block the period is a coefficient.
  void declarePeriod(BodyWriter out, Span span) {
    Slot slot =
        out.slots().add("refractory_period", Slot.Kind.STATE, Slot.Extent.ELEMENT, Dimension.NONE);
    out.see(slot, new Expr.Constant(0));
    declare(out, slot, span);
    period = Optional.of(slot);
  }

  /// Writes the block.
  void write(BodyWriter out, List<Action> actions) {
    for (Action action : actions) {
      switch (action) {
        case Action.Assign assign ->
            assign(out, slots.apply(assign.state()), formulas.lower(assign.value()), assign.span());
        case Action.Name name ->
            formulas.bind(name.let(), out.let(name.let().name(), formulas.lower(name.let().value()), name.span()));
        case Action.Refractory refractory -> refractory(out, refractory);
        case Action.If branch -> branch(out, branch);
      }
    }
  }

  private void assign(BodyWriter out, Slot slot, Expr value, Span span) {
    out.add(new Statement.Assign(variables.get(slot), out.write(value, span), span));
  }

  private void refractory(BodyWriter out, Action.Refractory action) {
    Expr duration = formulas.lower(action.duration());
    if (!Algebra.isFixed(duration)) {
      report.unsupported(action.duration().span(), "a refractory period that depends on the state is");
      return;
    }
    Expr.Read steps =
        out.slots().coefficient("refractory period", new CoefficientRule.Steps(duration), Dimension.NONE);
    if (period.isPresent()) {
      out.add(new Statement.Assign(variables.get(period.get()), steps, action.span()));
    } else {
      period = Optional.of(steps.slot());
    }
  }

  private void branch(BodyWriter out, Action.If branch) {
    Expr condition = out.let("condition", formulas.lower(branch.condition()), branch.span());
    BodyWriter yes = out.inner();
    write(yes, branch.yes());
    out.add(new Statement.When(condition, yes.statements(), branch.span()));
    if (!branch.no().isEmpty()) {
      BodyWriter no = out.inner();
      write(no, branch.no());
      out.add(new Statement.When(new Expr.Not(condition), no.statements(), branch.span()));
    }
  }
}
