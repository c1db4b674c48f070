package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.jspecify.annotations.Nullable;

/// A straight line cut into loops and calls of functions, to be run one after the other over a block of elements.
///
/// A call is made as late as its result allows, and everything else too: what one loop leaves for another has to wait in
/// memory. A loop holds a bounded number of operations. All stores come after the last check, so that an element whose
/// check fails is as before.
///
/// @param units loops and calls, in order
record LaneSchedule(List<Unit> units) {

  /// One sweep over a block.
  sealed interface Unit {
    /// {@return locals that the unit gets from earlier ones, or from the preamble}
    List<Local> read();

    /// {@return locals that the unit sets}
    List<Local> written();
  }

  /// A loop of vector operations.
  record Loop(List<Statement> statements) implements Unit {
    Loop {
      statements = List.copyOf(statements);
    }

    @Override
    public List<Local> read() {
      Set<Local> read = new LinkedHashSet<>(Traversal.uses(statements).toList());
      written().forEach(read::remove);
      return List.copyOf(read);
    }

    @Override
    public List<Local> written() {
      return statements.stream()
          .filter(Statement.Let.class::isInstance)
          .map(statement -> ((Statement.Let) statement).local())
          .toList();
    }

    /// {@return whether the loop may end before its last element}
    boolean checks() {
      return statements.stream().anyMatch(Statement.CheckFinite.class::isInstance);
    }

    /// {@return how many operations there are in one turn, as [LaneWeight] counts them}
    int weight() {
      return statements.stream().mapToInt(LaneWeight::of).sum();
    }

    /// {@return whether the loop tells of spikes}
    boolean spikes() {
      return statements.stream().anyMatch(Statement.When.class::isInstance);
    }

    /// {@return whether the loop changes states or tells of spikes}
    boolean stores() {
      return statements.stream().anyMatch(LaneSchedule::stores);
    }
  }

  /// A call of a function over the whole block.
  record Call(Local result, MathFunction function, List<Local> read) implements Unit {
    @Override
    public List<Local> written() {
      return List.of(result);
    }
  }

  /// {@return the schedule of a straight line}
  ///
  /// @param heaviest what [LaneWeight] allows in one loop
  static LaneSchedule of(Kernel kernel, int heaviest) {
    List<Statement> body = LaneStatements.of(kernel, heaviest);
    Map<Local, Integer> callsAfter = callsAfter(body);
    List<Unit> units = new ArrayList<>();
    int first = callsAfter.values().stream().mapToInt(n -> n).max().orElse(0);
    for (int stage = first; stage >= 0; stage--) {
      List<Statement> loops = new ArrayList<>();
      List<Call> calls = new ArrayList<>();
      for (Statement statement : body) {
        Integer own = stage(statement, callsAfter);
        if (callOf(statement) instanceof Call call) {
          if (own != null && own == stage - 1) {
            calls.add(call);
          }
        } else if (own != null && own == stage) {
          loops.add(statement);
        }
      }
      cut(loops, heaviest).forEach(loop -> units.add(new Loop(loop)));
      units.addAll(calls);
    }
    return new LaneSchedule(List.copyOf(units));
  }

  /// {@return for each local that anything depends on, how many calls at most stand one after the other between it and the
  /// end}
  static Map<Local, Integer> callsAfter(List<Statement> body) {
    Map<Local, Integer> found = new HashMap<>();
    for (Statement statement : body.reversed()) {
      Integer own = stage(statement, found);
      if (own != null) {
        int ofOperands = callOf(statement) == null ? own : own + 1;
        Traversal.uses(List.of(statement))
            .forEach(local -> found.merge(local, ofOperands, Math::max));
      }
    }
    return found;
  }

  /// {@return where a statement belongs, counted from the end; null where nothing depends on it}
  private static @Nullable Integer stage(Statement statement, Map<Local, Integer> callsAfter) {
    return statement instanceof Statement.Let let ? callsAfter.get(let.local()) : Integer.valueOf(0);
  }

  private static @Nullable Call callOf(Statement statement) {
    return statement instanceof Statement.Let(var result, Expr.Call(var function, var arguments), _)
        ? new Call(
            result,
            function,
            arguments.stream().map(argument -> ((Expr.Use) argument).local()).toList())
        : null;
  }

  private static boolean stores(Statement statement) {
    return statement instanceof Statement.Store || statement instanceof Statement.When;
  }

  private static List<List<Statement>> cut(List<Statement> statements, int heaviest) {
    List<List<Statement>> loops = new ArrayList<>();
    List<Statement> loop = new ArrayList<>();
    int weight = 0;
    int stores = statements.stream().filter(LaneSchedule::stores).mapToInt(LaneWeight::of).sum();
    boolean storing = false;
    for (Statement statement : statements) {
      int own = LaneWeight.of(statement);
      // Checks and stores share a loop only if nothing is left of either.
      boolean first = !storing && stores(statement);
      storing = storing || first;
      if (!loop.isEmpty() && weight + (first ? stores : own) > heaviest) {
        loops.add(loop);
        loop = new ArrayList<>();
        weight = 0;
      }
      loop.add(statement);
      weight += own;
    }
    if (!loop.isEmpty()) {
      loops.add(loop);
    }
    return loops;
  }

  /// {@return a place in memory for each local that passes from one unit to another}
  ///
  /// A result may take the place of an argument that nobody needs any more.
  Map<Local, Integer> places() {
    Map<Local, Integer> lastRead = new HashMap<>();
    for (int k = 0; k < units.size(); k++) {
      for (Local local : units.get(k).read()) {
        lastRead.put(local, k);
      }
    }
    Map<Local, Integer> places = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (int k = 0; k < units.size(); k++) {
      Unit unit = units.get(k);
      int now = k;
      Stream<Local> finished =
          unit.read().stream().filter(local -> lastRead.getOrDefault(local, -1) == now).filter(places::containsKey);
      List<Integer> freed = finished.map(places::get).toList();
      // In a loop the first operation may set what the last one reads.
      if (unit instanceof Call) {
        taken.removeAll(freed);
      }
      for (Local local : unit.written()) {
        if (lastRead.containsKey(local)) {
          int place = 0;
          while (!taken.add(place)) {
            place++;
          }
          places.put(local, place);
        }
      }
      if (unit instanceof Loop) {
        taken.removeAll(freed);
      }
    }
    return places;
  }
}
