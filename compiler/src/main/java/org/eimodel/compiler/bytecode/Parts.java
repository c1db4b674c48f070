package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// A list of statements cut into parts of bounded weight, and the locals that pass between them.
///
/// @param parts the statements, in order
/// @param crossing locals that one part sets and a later one reads or sets
record Parts(List<List<Statement>> parts, List<Local> crossing) {
  static Parts of(List<Statement> statements, SizeLimits limits) {
    List<List<Statement>> parts = cut(statements, limits.part());
    Set<Local> seen = new HashSet<>();
    Set<Local> crossing = new LinkedHashSet<>();
    for (List<Statement> part : parts) {
      touched(part).filter(seen::contains).forEach(crossing::add);
      set(part).forEach(seen::add);
    }
    return new Parts(parts, List.copyOf(crossing));
  }

  private static List<List<Statement>> cut(List<Statement> statements, int heaviest) {
    List<List<Statement>> parts = new ArrayList<>();
    List<Statement> part = new ArrayList<>();
    for (Statement statement : statements) {
      part.add(statement);
      if (part.size() > 1 && (weight(part) > heaviest || spikes(List.of(statement)))) {
        part.removeLast();
        parts.add(List.copyOf(part));
        part = new ArrayList<>(List.of(statement));
      }
    }
    parts.add(List.copyOf(part));
    return List.copyOf(parts);
  }

  /// A part's weight, with everything that it loads and stores around its statements.
  private static int weight(List<Statement> part) {
    return Weight.of(part)
        + Weight.CROSSING * (int) touched(part).distinct().count()
        + Weight.SLOT * Traversal.slots(part).size();
  }

  int count() {
    return parts.size();
  }

  List<Statement> statements(int part) {
    return parts.get(part);
  }

  List<Slot> slots(int part) {
    return Traversal.slots(parts.get(part));
  }

  /// {@return whether the part appends spikes; such a part holds nothing else}
  boolean spikes(int part) {
    return spikes(parts.get(part));
  }

  private static boolean spikes(List<Statement> part) {
    return Traversal.statements(part).anyMatch(Statement.Spike.class::isInstance);
  }

  /// {@return the locals that must be there when the part begins}
  List<Local> read(int part) {
    Set<Local> own = new HashSet<>(declared(parts.get(part)).toList());
    return touched(parts.get(part)).filter(local -> !own.contains(local)).distinct().toList();
  }

  /// {@return the locals that have a new value when the part ends}
  List<Local> written(int part) {
    Set<Local> nested = new HashSet<>();
    for (Statement statement : parts.get(part)) {
      if (statement instanceof Statement.When when) {
        declared(when.body()).forEach(nested::add);
      }
    }
    return set(parts.get(part)).filter(local -> !nested.contains(local)).distinct().toList();
  }

  /// {@return every local that is not inside a nested body}
  List<Local> everyLocal() {
    return parts.stream().flatMap(Parts::declared).distinct().toList();
  }

  private static Stream<Local> declared(List<Statement> statements) {
    return Traversal.statements(statements)
        .mapMulti((statement, found) -> {
          if (statement instanceof Statement.Let let) {
            found.accept(let.local());
          } else if (statement instanceof Statement.Declare declare) {
            found.accept(declare.local());
          }
        });
  }

  private static Stream<Local> set(List<Statement> statements) {
    Stream<Local> assigned =
        Traversal.statements(statements)
            .mapMulti((statement, found) -> {
              if (statement instanceof Statement.Assign assign) {
                found.accept(assign.local());
              }
            });
    return Stream.concat(declared(statements), assigned);
  }

  private static Stream<Local> touched(List<Statement> statements) {
    return Stream.concat(Traversal.uses(statements), set(statements));
  }
}
