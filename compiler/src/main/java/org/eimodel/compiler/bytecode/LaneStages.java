package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.jspecify.annotations.Nullable;

/// Where each statement of a straight line belongs, counted from the end: loop s, then calls s - 1, then loop s - 1, and so
/// on down to loop 0.
///
/// A statement comes as late as its result allows, because what one loop leaves for another has to wait in memory. But it
/// comes a loop earlier where so fewer numbers wait: `dt * (a - b)` instead of `a` and `b`, which nobody else needs.
final class LaneStages {
  private final List<Statement> body;
  private final int heaviest;
  private final Map<Local, Integer> stages;
  private final Map<Local, Statement.Let> definitions = new HashMap<>();
  private final Map<Local, List<Statement>> readers = new HashMap<>();

  private LaneStages(List<Statement> body, int heaviest) {
    this.body = body;
    this.heaviest = heaviest;
    this.stages = callsAfter(body);
    for (Statement statement : body) {
      if (statement instanceof Statement.Let let) {
        definitions.put(let.local(), let);
      }
      if (of(statement) != null) {
        uses(statement)
            .forEach(local ->
                readers.computeIfAbsent(local, unseen -> new ArrayList<>()).add(statement));
      }
    }
  }

  /// @param heaviest what [LaneWeight] allows in one loop: nothing is brought forward into one that it would make heavier
  static LaneStages of(List<Statement> body, int heaviest) {
    LaneStages stages = new LaneStages(body, heaviest);
    int first = stages.first();
    for (int stage = 0; stage < first; stage++) {
      stages.bringForward(stage);
    }
    return stages;
  }

  /// {@return for each local that anything depends on, how many calls at most stand one after the other between it and the
  /// end}
  static Map<Local, Integer> callsAfter(List<Statement> body) {
    Map<Local, Integer> found = new HashMap<>();
    for (Statement statement : body.reversed()) {
      Integer own = statement instanceof Statement.Let let ? found.get(let.local()) : Integer.valueOf(0);
      if (own != null) {
        int ofOperands = isCall(statement) ? own + 1 : own;
        uses(statement).forEach(local -> found.merge(local, ofOperands, Math::max));
      }
    }
    return found;
  }

  /// {@return the first stage}
  int first() {
    return stages.values().stream().mapToInt(stage -> stage).max().orElse(0);
  }

  /// {@return the statements of a stage's loop, in order}
  List<Statement> loop(int stage) {
    return body.stream()
        .filter(statement -> !isCall(statement) && isOf(stage, statement))
        .toList();
  }

  /// {@return the calls between the loop of the stage before and that of this one, in order}
  List<Statement> calls(int stage) {
    return body.stream()
        .filter(statement -> isCall(statement) && isOf(stage, statement))
        .toList();
  }

  private boolean isOf(int stage, Statement statement) {
    Integer own = of(statement);
    return own != null && own == stage;
  }

  /// {@return a statement's stage; null where nothing depends on it}
  private @Nullable Integer of(Statement statement) {
    return statement instanceof Statement.Let let ? stages.get(let.local()) : Integer.valueOf(0);
  }

  /// {@return the stage of a statement that something depends on}
  private int needed(Statement statement) {
    return Objects.requireNonNull(of(statement));
  }

  private void bringForward(int stage) {
    int weight = loop(stage + 1).stream().mapToInt(LaneWeight::of).sum();
    for (Statement statement : loop(stage)) {
      Set<Statement.Let> together = new LinkedHashSet<>();
      if (statement instanceof Statement.Let let
          && isOf(stage, let)
          && allOf(let, stage, together)
          && saves(together, stage)) {
        int more = together.stream().mapToInt(LaneWeight::of).sum();
        if (weight + more <= heaviest) {
          weight += more;
          together.forEach(moved -> stages.put(moved.local(), stage + 1));
        }
      }
    }
  }

  /// Collects a statement and what it needs of its own loop, in so far as a loop has room for that.
  ///
  /// @return whether that is all, and the loop before has everything else
  private boolean allOf(Statement.Let let, int stage, Set<Statement.Let> together) {
    together.add(let);
    return together.size() <= heaviest
        && uses(let).stream()
            .map(definitions::get)
            .filter(operand -> operand != null && needed(operand) <= stage)
            .allMatch(operand ->
                !isCall(operand) && (together.contains(operand) || allOf(operand, stage, together)));
  }

  /// Whether fewer numbers wait for a loop when some of its statements come in the loop before.
  private boolean saves(Set<Statement.Let> together, int stage) {
    Set<Local> noLonger = new HashSet<>();
    for (Statement.Let let : together) {
      for (Local operand : uses(let)) {
        Statement.Let definition = definitions.get(operand);
        if (definition != null
            && !together.contains(definition)
            && together.containsAll(readersFrom(operand, stage))) {
          noLonger.add(operand);
        }
      }
    }
    long instead =
        together.stream()
            .map(Statement.Let::local)
            .filter(result -> !together.containsAll(readersFrom(result, stage)))
            .count();
    return instead < noLonger.size();
  }

  /// {@return what reads a local in the loop of a stage or later}
  private List<Statement> readersFrom(Local local, int stage) {
    return readers.getOrDefault(local, List.of()).stream()
        .filter(reader -> needed(reader) < (isCall(reader) ? stage : stage + 1))
        .toList();
  }

  private static boolean isCall(Statement statement) {
    return statement instanceof Statement.Let(_, Expr.Call _, _);
  }

  private static List<Local> uses(Statement statement) {
    return Traversal.uses(List.of(statement)).distinct().toList();
  }
}
