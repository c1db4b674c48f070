package org.eimodel.runtime.poisson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// An arrival kernel as a step kernel, which goes from neuron to neuron and runs the arrival for each of its events.
///
/// ```
/// when events > done     { arrival }
/// when events > done + 1 { arrival }
/// ...
/// ```
///
/// One call runs up to [#EVENTS] of them; the next goes on where `done` says. States wait in locals, so that an arrival
/// reads what the one before it wrote. The same bits as the arrival kernel's, and it can go into vector lanes.
///
/// @param kernel the step kernel
/// @param events the slot of each neuron's number of events: an array that the arrival does not have
/// @param done the slot of how many events of each neuron earlier calls ran
public record EventKernel(Kernel kernel, Slot events, Slot done) {
  /// Events of a neuron that one call runs: most neurons have no more.
  public static final int EVENTS = 4;

  /// {@return the form of an arrival kernel, which does something}
  ///
  /// @param arrayCount how many arrays the arrival's group has: where the events will be
  public static EventKernel of(Kernel arrival, int arrayCount) {
    Slot events =
        new Slot("events", Slot.Kind.INPUT, Slot.Extent.ELEMENT, arrayCount, Dimension.NONE);
    Slot done =
        new Slot(
            "done",
            Slot.Kind.INPUT,
            Slot.Extent.SCALAR,
            arrival.scalarCount(),
            Dimension.NONE);
    return new EventKernel(new Writer(arrival, events, done).write(), events, done);
  }

  private static final class Writer {
    private final Kernel arrival;
    private final Slot events;
    private final Slot done;
    private final Span span;
    private final Map<Slot, Local> states = new LinkedHashMap<>();
    private int nextLocal;

    Writer(Kernel arrival, Slot events, Slot done) {
      this.arrival = arrival;
      this.events = events;
      this.done = done;
      this.span = arrival.body().getFirst().span();
      this.nextLocal = arrival.firstFreeLocal();
    }

    Kernel write() {
      List<Statement> body = new ArrayList<>();
      Traversal.statements(arrival.body())
          .filter(Statement.Store.class::isInstance)
          .map(store -> ((Statement.Store) store).slot())
          .forEach(slot -> states.computeIfAbsent(slot, _ -> local(slot.name(), Type.REAL)));
      states.forEach((slot, local) ->
          body.add(new Statement.Declare(local, new Expr.Read(slot), span)));
      for (int k = 0; k < EVENTS; k++) {
        Expr earlier =
            new Expr.Binary(
                Expr.BinaryOperator.ADD, new Expr.Read(done), new Expr.Constant(k));
        Expr more = new Expr.Compare(Expr.Comparison.GREATER, new Expr.Read(events), earlier);
        body.add(new Statement.When(more, event(arrival.body(), new HashMap<>()), span));
      }
      states.forEach((slot, local) ->
          body.add(new Statement.Store(slot, new Expr.Use(local), span)));
      List<Slot> slots = new ArrayList<>(arrival.slots());
      slots.add(events);
      slots.add(done);
      return new Kernel(
          arrival.name() + "Events", Kernel.Kind.STEP, slots, arrival.preamble(), body);
    }

    private Local local(String name, Type type) {
      return new Local(nextLocal++, name, type);
    }

    /// {@return the arrival on the locals of its states, with names of its own for its other locals}
    private List<Statement> event(List<Statement> statements, Map<Local, Local> own) {
      List<Statement> event = new ArrayList<>();
      for (Statement statement : statements) {
        event.add(
            switch (statement) {
              case Statement.Let(var local, var value, var at) ->
                  new Statement.Let(fresh(local, own), read(value, own), at);
              case Statement.Declare(var local, var value, var at) ->
                  new Statement.Declare(fresh(local, own), read(value, own), at);
              case Statement.Assign(var local, var value, var at) ->
                  new Statement.Assign(own.getOrDefault(local, local), read(value, own), at);
              case Statement.When(var condition, var body, var at) ->
                  new Statement.When(read(condition, own), event(body, own), at);
              case Statement.Store(var slot, var value, var at) ->
                  new Statement.Assign(state(slot), read(value, own), at);
              case Statement.CheckFinite check -> check;
              case Statement.Spike spike -> spike;
            });
      }
      return event;
    }

    private Local fresh(Local local, Map<Local, Local> own) {
      return own.computeIfAbsent(local, old -> local(old.name(), old.type()));
    }

    private Local state(Slot slot) {
      return Objects.requireNonNull(states.get(slot));
    }

    private Expr read(Expr value, Map<Local, Local> own) {
      return Traversal.rewrite(value, part -> leaf(part, own));
    }

    private Expr leaf(Expr part, Map<Local, Local> own) {
      if (part instanceof Expr.Read(Slot slot) && states.containsKey(slot)) {
        return new Expr.Use(state(slot));
      }
      if (part instanceof Expr.Use(Local local)) {
        return new Expr.Use(own.getOrDefault(local, local));
      }
      return part;
    }
  }
}
