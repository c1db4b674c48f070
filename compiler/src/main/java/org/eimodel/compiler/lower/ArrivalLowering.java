package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.numerics.BodyWriter;
import org.eimodel.compiler.numerics.SlotTable;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Span;

/// `on arrival`: what one arriving spike does to the states of its target.
final class ArrivalLowering {
  private final Afferent afferent;
  private final GroupProgram group;
  private final Optional<GroupProgram.Attached> attached;
  private final SlotTable slots = new SlotTable();
  private final GroupSlots.Known known = new GroupSlots.Known(slots);
  private final Map<Symbol.Parameter, Slot> parameters = new LinkedHashMap<>();
  private Optional<Slot> weight = Optional.empty();

  private ArrivalLowering(
      Afferent afferent, GroupProgram group, Optional<GroupProgram.Attached> attached) {
    this.afferent = afferent;
    this.group = group;
    this.attached = attached;
  }

  /// {@return the kernel of a projection or a drive}
  ///
  /// @param attached the states that its template keeps on the target, if any
  static ArrivalProgram lower(
      Afferent afferent, GroupProgram group, Optional<GroupProgram.Attached> attached, Report report) {
    return new ArrivalLowering(afferent, group, attached).program(report);
  }

  private Slot state(Symbol symbol) {
    Slot slot =
        switch (symbol) {
          case Symbol.State state -> attached.orElseThrow().states().get(state);
          case Symbol.TargetState port -> group.neuronStates().get(afferent.states().get(port));
          default -> throw new IllegalStateException("not a state: " + symbol);
        };
    slots.share(slot);
    return slot;
  }

  private Expr symbol(Symbol symbol) {
    return switch (symbol) {
      case Symbol.State s -> new Expr.Read(state(s));
      case Symbol.TargetState port -> new Expr.Read(state(port));
      case Symbol.Parameter parameter ->
          new Expr.Read(parameters.computeIfAbsent(parameter, p -> scalar(p, afferent.synapse().name() + "." + p.name())));
      case Symbol.Weight w -> {
        if (weight.isEmpty()) {
          weight = Optional.of(weight(w));
        }
        yield new Expr.Read(weight.get());
      }
      default -> known.of(symbol);
    };
  }

  private Slot scalar(Symbol symbol, String name) {
    return slots.add(name, Slot.Kind.PARAMETER, Slot.Extent.SCALAR, SlotDimensions.of(symbol));
  }

  /// The weight of a synapse is never a scalar of its kernel: no coefficient may be formed of it.
  private Slot weight(Symbol.Weight symbol) {
    Slot.Extent extent = afferent.ownWeights() ? Slot.Extent.SYNAPSE : Slot.Extent.SCALAR;
    return slots.add(symbol.name(), Slot.Kind.PARAMETER, extent, SlotDimensions.of(symbol));
  }

  private ArrivalProgram program(Report report) {
    SynapseTemplate synapse = afferent.synapse();
    IdentityHashMap<Expr, String> named = new IdentityHashMap<>();
    BodyWriter out = new BodyWriter(slots, named);
    Span span = synapse.arrival().isEmpty() ? synapse.span() : synapse.arrival().getFirst().span();
    FormulaLowering formulas = new FormulaLowering(this::symbol, named);
    ActionLowering actions = new ActionLowering(formulas, this::state, report);
    Set<Slot> written = actions.written(synapse.arrival());
    Map<Slot, Expr> results = new LinkedHashMap<>();
    written.forEach(slot -> results.put(slot, actions.declare(out, slot, span)));
    actions.write(out, synapse.arrival());
    results.forEach((slot, value) -> store(out, slot, value, span));
    if (known.time.isPresent()) {
      report.unsupported(span, "reading the time `t` in `on arrival` is");
    }
    List<Statement> body = new ArrayList<>(out.statements());
    Kernel kernel = new Kernel(synapse.name() + "Arrival", Kernel.Kind.ARRIVAL, slots.slots(), List.of(), body);
    return new ArrivalProgram(kernel, slots.scalarCount(), parameters, weight, known.globals, slots.coefficients());
  }

  /// A refractory neuron drops what would be written to a state that it holds still.
  private void store(BodyWriter out, Slot slot, Expr value, Span span) {
    Statement store = new Statement.Store(slot, value, span);
    if (group.refractory().isPresent() && held(slot)) {
      Slot active = group.refractory().get().active();
      slots.share(active);
      store = new Statement.When(new Expr.Read(active), List.of(store), span);
    }
    out.add(store);
  }

  private boolean held(Slot slot) {
    for (Equation equation : afferent.target().population().template().equations()) {
      if (equation.unlessRefractory() && group.neuronStates().get(equation.state()).equals(slot)) {
        return true;
      }
    }
    return false;
  }
}
