package org.eimodel.compiler.numerics;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;

/// Writes the statements of a kernel body, one after the other.
///
/// States are seen through a *view*: which expression stands for each of them at this point of the step.
public final class BodyWriter {
  private final SlotTable slots;
  private final Rounding rounding;
  private final Map<Expr, String> named;
  private final int[] nextId;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Slot, Expr> view;

  /// @param named expressions that the model gives a name to: each is computed once per view
  public BodyWriter(SlotTable slots, Map<Expr, String> named) {
    this(slots, named, new int[1], new LinkedHashMap<>());
  }

  private BodyWriter(SlotTable slots, Map<Expr, String> named, int[] nextId, Map<Slot, Expr> view) {
    this.slots = slots;
    this.rounding = new Rounding(slots);
    this.named = named;
    this.nextId = nextId;
    this.view = view;
  }

  /// {@return a writer for a block inside this one, which sees the same locals}
  public BodyWriter inner() {
    return new BodyWriter(slots, named, nextId, new LinkedHashMap<>(view));
  }

  /// {@return the slots, for coefficients}
  public SlotTable slots() {
    return slots;
  }

  /// {@return what has been written}
  public List<Statement> statements() {
    return statements;
  }

  /// From here on a state, or the time, is seen as this expression.
  public void see(Slot state, Expr value) {
    view.put(state, value);
  }

  /// {@return how a state is seen here}
  public Expr seen(Slot state) {
    return view.getOrDefault(state, new Expr.Read(state));
  }

  /// Adds a statement as it is.
  public void add(Statement statement) {
    statements.add(statement);
  }

  /// Names a value for good.
  ///
  /// @param expr over states; it is written as they are seen here
  public Expr let(String name, Expr expr, Span span) {
    return letWritten(name, write(expr, span), span);
  }

  /// Names a value for good that is already written over locals.
  public Expr letWritten(String name, Expr written, Span span) {
    if (written instanceof Expr.Use || written instanceof Expr.Constant || written instanceof Expr.Read) {
      return written;
    }
    Local local = local(name, written.type());
    statements.add(new Statement.Let(local, written, span));
    return new Expr.Use(local);
  }

  /// {@return a new local}
  public Local local(String name, Type type) {
    return new Local(nextId[0]++, name, type);
  }

  /// {@return the expression with states as they are seen here, rounded as the numerics define}
  public Expr write(Expr expr, Span span) {
    return write(expr, span, new IdentityHashMap<>());
  }

  private Expr write(Expr expr, Span span, Map<Expr, Expr> written) {
    Expr before = written.get(expr);
    if (before == null) {
      before =
          expr instanceof Expr.Read(Slot slot)
              ? seen(slot)
              : rounding.apply(Parts.map(expr, part -> write(part, span, written)));
      String name = named.get(expr);
      if (name != null) {
        before = letWritten(name, before, span);
      }
      written.put(expr, before);
    }
    return before;
  }

  /// {@return one operation on written expressions, rounded as the numerics define}
  public Expr round(Expr expr) {
    return rounding.apply(expr);
  }
}
