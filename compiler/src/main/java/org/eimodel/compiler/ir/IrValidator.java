package org.eimodel.compiler.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Finds what makes a kernel ill-formed: a stage that wrote such a kernel has a bug.
///
/// - Locals are declared once, before they are read, and read only where they are seen; only `var` locals change, and a
///   value has its local's type.
/// - The preamble names values and reads scalars alone.
/// - Slots are the kernel's own, one to a position. No slot is read after it was stored: a read is the number from
///   before the element's body, wherever it stands.
/// - Checks stand at the top of a step kernel's body, before any store. Spikes stand in a `when` of a step kernel.
/// - Every statement has a place in the model.
public final class IrValidator {
  private final Kernel kernel;
  private final List<String> problems = new ArrayList<>();
  private final Set<Integer> declaredIds = new HashSet<>();
  private final Set<Slot> slots;
  private final Set<Slot> stored = new HashSet<>();

  /// The locals in sight, and whether they may change.
  private final Map<Local, Boolean> visible = new HashMap<>();

  private boolean inPreamble;
  private int depth;

  private IrValidator(Kernel kernel) {
    this.kernel = kernel;
    this.slots = Set.copyOf(kernel.slots());
  }

  /// {@return what is wrong, one line each; empty for a well-formed kernel}
  public static List<String> problems(Kernel kernel) {
    IrValidator validator = new IrValidator(kernel);
    validator.slots();
    validator.inPreamble = true;
    validator.statements(kernel.preamble());
    validator.inPreamble = false;
    validator.statements(kernel.body());
    return List.copyOf(validator.problems);
  }

  /// Gives the kernel back if it is well-formed.
  ///
  /// *Errors*: [CompilerBug] with every problem and the printed kernel.
  ///
  /// @param stage who wrote it
  public static Kernel require(Kernel kernel, String stage) {
    List<String> problems = problems(kernel);
    if (!problems.isEmpty()) {
      throw new CompilerBug(
          "%s wrote an ill-formed kernel:%n  %s%n%s"
              .formatted(stage, String.join("\n  ", problems), IrPrinter.print(kernel)));
    }
    return kernel;
  }

  private void slots() {
    Map<String, Slot> byPlace = new HashMap<>();
    for (Slot slot : kernel.slots()) {
      Slot other = byPlace.put(slot.extent() + " " + slot.position(), slot);
      check(other == null, () -> slot + " and " + other + " share a position");
      check(slot.position() >= 0, () -> slot + " has no position");
      check(
          !slot.perSynapse() || kernel.kind() == Kernel.Kind.ARRIVAL,
          () -> slot + " of a synapse in a step");
      check(
          slot.type() == Type.REAL || slot.perElement(),
          () -> slot + " is a truth value, and not of each element");
    }
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    check(statement.span() != null, () -> "no place in the model: " + statement);
    check(
        !inPreamble || statement instanceof Statement.Let,
        () -> "the preamble names values, nothing else: " + statement);
    Traversal.values(statement).forEach(this::expression);
    switch (statement) {
      case Statement.Let(var local, Expr value, _) -> declare(local, value, false);
      case Statement.Declare(var local, Expr value, _) -> declare(local, value, true);
      case Statement.Assign(var local, Expr value, _) -> {
        check(visible.getOrDefault(local, false), () -> local + " is not a variable in sight");
        typed(local, value);
      }
      case Statement.When(_, var body, _) -> {
        Map<Local, Boolean> outside = new HashMap<>(visible);
        depth++;
        statements(body);
        depth--;
        visible.keySet().retainAll(outside.keySet());
      }
      case Statement.CheckFinite(var values, _) -> {
        check(kernel.kind() == Kernel.Kind.STEP && depth == 0, () -> "a check stands at the top of a step");
        check(stored.isEmpty(), () -> "a check after a store");
        values.forEach(value -> check(value.type() == Type.REAL, () -> "a check of a condition"));
      }
      case Statement.Store(var slot, Expr value, _) -> {
        owned(slot);
        check(value.type() == Type.REAL, () -> slot + " is given a condition");
        stored.add(slot);
      }
      case Statement.Spike _ ->
          check(kernel.kind() == Kernel.Kind.STEP && depth > 0, () -> "a spike stands in a when of a step");
    }
  }

  private void declare(Local local, Expr value, boolean mayChange) {
    check(declaredIds.add(local.id()), () -> local + " is declared twice");
    typed(local, value);
    visible.put(local, mayChange);
  }

  private void typed(Local local, Expr value) {
    check(local.type() == value.type(), () -> local + " is " + local.type() + ", its value is not");
  }

  private void expression(Expr expr) {
    Traversal.expressions(expr)
        .forEach(
            part -> {
              if (part instanceof Expr.Read(Slot slot)) {
                owned(slot);
                check(!inPreamble || slot.shared(), () -> "the preamble reads " + slot);
                check(!stored.contains(slot), () -> slot + " is read after it was stored");
              } else if (part instanceof Expr.Use(Local local)) {
                check(visible.containsKey(local), () -> local + " is not in sight");
              }
            });
  }

  private void owned(Slot slot) {
    check(slots.contains(slot), () -> slot + " is not a slot of the kernel");
  }

  private void check(boolean holds, Supplier<String> problem) {
    if (!holds) {
      problems.add(problem.get());
    }
  }
}
