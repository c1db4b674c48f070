package org.eimodel.compiler.ir;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A loop over elements, as the body for one of them.
///
/// A *step* kernel runs once per neuron and step. An *arrival* kernel runs once per arriving synapse, on the state of its
/// target, in the order of the row; the same target may come up twice.
///
/// The scalar block has one number for each scalar slot, at its position; the array list likewise for element slots.
///
/// @param name a Java identifier, part of the class name that a profiler shows
/// @param slots everything that the kernel reads or writes
/// @param preamble [Statement.Let]s that read scalars alone; run once per call
/// @param body run for every element
/// @param settled states that are finite whenever the kernel begins, since no other kernel writes them
/// @param decaying states that come close to zero: every [#FLUSH_STEPS] steps the engine makes +0 of what is below
///     [Precision#flushBelow]
public record Kernel(
    String name,
    Kind kind,
    List<Slot> slots,
    List<Statement> preamble,
    List<Statement> body,
    Set<Slot> settled,
    List<Slot> decaying) {

  /// Steps from one flush of decaying states to the next, a power of two. One follows step n where n + 1 is a multiple of it.
  public static final int FLUSH_STEPS = 16;

  /// What the kernel loops over.
  public enum Kind {
    STEP,
    ARRIVAL
  }

  public Kernel {
    slots = List.copyOf(slots);
    preamble = List.copyOf(preamble);
    body = List.copyOf(body);
    settled = Set.copyOf(settled);
    decaying = List.copyOf(decaying);
  }

  /// A kernel that finds anything in its states, and flushes none.
  public Kernel(
      String name, Kind kind, List<Slot> slots, List<Statement> preamble, List<Statement> body) {
    this(name, kind, slots, preamble, body, Set.of(), List.of());
  }

  /// Kernels are keys of maps; the whole code would be costly to hash.
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + body.size();
  }

  /// {@return the same with another preamble and body}
  public Kernel with(List<Statement> newPreamble, List<Statement> newBody) {
    return new Kernel(name, kind, slots, newPreamble, newBody, settled, decaying);
  }

  /// {@return the length of the scalar block}
  public int scalarCount() {
    return count(Slot::shared);
  }

  /// {@return the length of the array list}
  public int arrayCount() {
    return count(Slot::perElement);
  }

  private int count(Predicate<Slot> kept) {
    return 1 + slots.stream().filter(kept).mapToInt(Slot::position).max().orElse(-1);
  }

  /// {@return an id that no local of the kernel has, nor any above it}
  public int firstFreeLocal() {
    return 1
        + Stream.concat(preamble.stream(), body.stream())
            .flatMap(statement -> Traversal.statements(List.of(statement)))
            .mapToInt(Kernel::localId)
            .max()
            .orElse(-1);
  }

  private static int localId(Statement statement) {
    return switch (statement) {
      case Statement.Let let -> let.local().id();
      case Statement.Declare declare -> declare.local().id();
      case Statement.Assign _,
          Statement.When _,
          Statement.CheckFinite _,
          Statement.Store _,
          Statement.Spike _ ->
          -1;
    };
  }
}
