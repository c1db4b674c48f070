package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

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
    LaneStages stages = LaneStages.of(LaneStatements.of(kernel, heaviest), heaviest);
    List<Unit> units = new ArrayList<>();
    for (int stage = stages.first(); stage >= 0; stage--) {
      cut(stages.loop(stage), heaviest).forEach(loop -> units.add(new Loop(loop)));
      stages.calls(stage - 1).stream()
          .map(LaneSchedule::callOf)
          .sorted(Comparator.comparing(Call::function))
          .forEach(units::add);
    }
    return new LaneSchedule(List.copyOf(units));
  }

  private static Call callOf(Statement statement) {
    if (!(statement instanceof Statement.Let(var result, Expr.Call(var function, var arguments), _))) {
      throw new CompilerBug("not a call: " + statement);
    }
    return new Call(
        result, function, arguments.stream().map(argument -> ((Expr.Use) argument).local()).toList());
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
  /// A result takes the place of what nobody needs any more: a call reads its argument, and a loop everything, before it writes.
  /// Arguments of calls come first, in the order of the calls, so that those of one function lie side by side.
  Map<Local, Integer> places() {
    Map<Local, Integer> lastRead = new HashMap<>();
    Map<Local, Integer> calls = new HashMap<>();
    for (int k = 0; k < units.size(); k++) {
      Unit unit = units.get(k);
      for (Local local : unit.read()) {
        lastRead.put(local, k);
        if (unit instanceof Call) {
          calls.putIfAbsent(local, k);
        }
      }
    }
    Map<Local, Integer> places = new HashMap<>();
    BitSet taken = new BitSet();
    for (int k = 0; k < units.size(); k++) {
      int now = k;
      units.get(k).read().stream()
          .filter(local -> lastRead.getOrDefault(local, -1) == now)
          .map(places::get)
          .filter(Objects::nonNull)
          .forEach(taken::clear);
      units.get(k).written().stream()
          .filter(lastRead::containsKey)
          .sorted(Comparator.comparing(local -> calls.getOrDefault(local, Integer.MAX_VALUE)))
          .forEach(local -> {
            int place = taken.nextClearBit(0);
            taken.set(place);
            places.put(local, place);
          });
    }
    return places;
  }
}
