package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.ArrivalProgram;
import org.eimodel.compiler.lower.GroupProgram;
import org.eimodel.compiler.lower.IntegratorChoice;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.SpikeRule;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.syntax.Span;

/// One step of a neuron, computed from the formulas of the model as they stand: no kernels, no propagators, no merged
/// states. What it takes from the compiler are the numbers of parameters and which integrator advances what.
final class LiteralPopulation {
  /// States of a synapse template on the targets: of one projection or drive where the compiler merged it with others, else
  /// of all that share them by declaration.
  private record Synapses(
      Afferent family, int attachment, Map<Symbol.State, Integer> states, Optional<Object> origin) {

    /// {@return whether an event goes into these states}
    boolean take(Afferent other, ReferenceNetwork.Event event) {
      return family == other && (origin.isEmpty() || origin.get() == event.origin());
    }
  }

  /// A state of a neuron: who declares it, and its equation.
  private record Cell(Slot slot, Optional<Synapses> owner, Optional<Equation> equation) {}

  private final ReferenceNetwork network;
  private final LoweredModel lowered;
  private final int position;
  private final PopulationPlan population;
  private final GroupProgram program;
  private final NeuronTemplate template;
  private final List<Cell> cells = new ArrayList<>();
  private final Map<Symbol.State, Integer> own = new LinkedHashMap<>();
  private final List<Synapses> synapses = new ArrayList<>();
  private final double[][] kept;
  private final double h;

  // the neuron and the step at hand
  private int neuron;
  private long step;
  private boolean active;

  LiteralPopulation(Comparison.Compiled compiled, ReferenceNetwork network, int position) {
    this.network = network;
    this.lowered = compiled.lowered();
    this.position = position;
    this.population = compiled.plan().populations().get(position);
    LoweredModel.Group group = lowered.groups().get(population.group());
    this.program = group.program();
    this.h = compiled.plan().dt();
    PopulationFamily family =
        group.families().stream()
            .filter(known -> known.name().equals(population.family()))
            .findFirst()
            .orElseThrow();
    this.template = family.template();
    for (Symbol.State state : template.states()) {
      own.put(state, cells.size());
      cells.add(
          new Cell(
              program.neuronStates().get(state), Optional.empty(), template.equationOf(state)));
    }
    synapses(group.attachments().get(family).position());
    kept = new double[population.size()][cells.size()];
    for (int i = 0; i < population.size(); i++) {
      for (int c = 0; c < cells.size(); c++) {
        kept[i][c] = network.state(position, cells.get(c).slot(), i);
      }
    }
  }

  private void synapses(Map<Afferent, Integer> attachmentOf) {
    for (Afferent family : attachmentOf.keySet()) {
      int attachment = attachmentOf.get(family);
      boolean merged =
          attachmentOf.values().stream().filter(other -> other == attachment).count() > 1;
      if (!merged) {
        synapses(family, attachment, Optional.empty());
        continue;
      }
      for (ProjectionPlan projection : network.plan.projections()) {
        if (projection.target() == position && projection.span().equals(family.span())) {
          synapses(family, attachment, Optional.of(projection));
        }
      }
      for (PoissonPlan drive : network.plan.poisson()) {
        if (drive.population() == position && drive.span().equals(family.span())) {
          synapses(family, attachment, Optional.of(drive));
        }
      }
    }
  }

  private void synapses(Afferent family, int attachment, Optional<Object> origin) {
    Map<Symbol.State, Integer> states = new LinkedHashMap<>();
    Synapses some = new Synapses(family, attachment, states, origin);
    synapses.add(some);
    for (Symbol.State state : family.synapse().states()) {
      Optional<Equation> equation =
          family.synapse().equations().stream().filter(known -> known.state() == state).findFirst();
      states.put(state, cells.size());
      cells.add(
          new Cell(
              program.attached().get(attachment).states().get(state), Optional.of(some), equation));
    }
  }

  private double value(Slot slot) {
    return slot.perElement()
        ? network.state(position, slot, neuron)
        : population.scalars()[slot.position()];
  }

  private double known(Symbol symbol, double t) {
    return switch (symbol) {
      case Symbol.Global global -> value(program.globals().get(global));
      case Symbol.Known built ->
          switch (built.kind()) {
            case TIME -> t;
            case TIME_STEP -> h;
            case PI -> Math.PI;
            case NEURON, SIZE, SOURCE_NEURON, SOURCE_SIZE, TARGET_NEURON, TARGET_SIZE ->
                throw new IllegalArgumentException("not in a template: " + symbol);
          };
      default -> throw new IllegalArgumentException("not in this template: " + symbol);
    };
  }

  /// Formulas of the neuron, at states `x` and time `t`.
  private LiteralFormula ofNeuron(double[] x, double t, Map<Symbol, Double> names) {
    LiteralFormula[] self = new LiteralFormula[1];
    self[0] =
        new LiteralFormula(symbol ->
            switch (symbol) {
              case Symbol.Let let ->
                  names.containsKey(let) ? names.get(let) : self[0].value(let.value());
              case Symbol.Parameter parameter -> value(program.parameters().get(parameter));
              case Symbol.State state -> x[own.get(state)];
              case Symbol.Input input -> input(input, x, t);
              default -> known(symbol, t);
            });
    return self[0];
  }

  private double input(Symbol.Input input, double[] x, double t) {
    double sum = network.driven(step, position, program.inputs().get(input), neuron);
    for (Synapses some : synapses) {
      for (SynapseTemplate.Output output : some.family().synapse().outputs()) {
        if (some.family().inputs().get(output.input()) == input) {
          sum += ofSynapses(some, x, t).value(output.formula());
        }
      }
    }
    return sum;
  }

  /// Equations and outputs of a synapse.
  private LiteralFormula ofSynapses(Synapses some, double[] x, double t) {
    LiteralFormula[] self = new LiteralFormula[1];
    self[0] =
        new LiteralFormula(symbol ->
            switch (symbol) {
              case Symbol.Let let -> self[0].value(let.value());
              case Symbol.Parameter parameter ->
                  value(program.attached().get(some.attachment()).parameters().get(parameter));
              case Symbol.State state -> x[some.states().get(state)];
              case Symbol.TargetState port -> x[own.get(some.family().states().get(port))];
              default -> known(symbol, t);
            });
    return self[0];
  }

  private double slope(int c, double[] x, double t) {
    Cell cell = cells.get(c);
    if (cell.equation().isEmpty() || held(cell)) {
      return 0;
    }
    LiteralFormula formula =
        cell.owner().isPresent() ? ofSynapses(cell.owner().get(), x, t) : ofNeuron(x, t, Map.of());
    return formula.value(cell.equation().get().right());
  }

  private boolean held(Cell cell) {
    return !active
        && cell.owner().isEmpty()
        && cell.equation().isPresent()
        && cell.equation().get().unlessRefractory();
  }

  // ---- arrivals

  /// Does what the arrivals of the coming step do, with the states before it.
  private void arrive(double[] x, ReferenceNetwork.Event event) {
    Span place =
        event.origin() instanceof ProjectionPlan projection
            ? projection.span()
            : ((PoissonPlan) event.origin()).span();
    Afferent family =
        lowered.model().afferents().stream()
            .filter(known -> known.span().equals(place) && arrivesAt(known))
            .findFirst()
            .orElseThrow();
    Optional<Synapses> some = synapses.stream().filter(s -> s.take(family, event)).findFirst();
    ArrivalProgram arrivals =
        lowered.groups().get(population.group()).arrivals().get(event.arrival());
    Map<Symbol, Double> names = new HashMap<>();
    LiteralFormula[] self = new LiteralFormula[1];
    double[] seen = x.clone();
    self[0] =
        new LiteralFormula(symbol ->
            switch (symbol) {
              case Symbol.Let let ->
                  names.containsKey(let) ? names.get(let) : self[0].value(let.value());
              case Symbol.Parameter parameter ->
                  event.scalars()[arrivals.parameters().get(parameter).position()];
              case Symbol.Weight _ ->
                  Double.isNaN(event.weight())
                      ? event.scalars()[arrivals.weight().orElseThrow().position()]
                      : event.weight();
              case Symbol.Global global ->
                  event.scalars()[arrivals.globals().get(global).position()];
              default -> seen[cell(symbol, family, some)];
            });
    act(
        family.synapse().arrival(),
        self[0],
        names,
        (symbol, value) -> seen[cell(symbol, family, some)] = value);
    for (int c = 0; c < x.length; c++) {
      x[c] = held(cells.get(c)) ? x[c] : seen[c];
    }
  }

  private boolean arrivesAt(Afferent family) {
    return family.target().population().name().equals(population.family());
  }

  private int cell(Symbol symbol, Afferent family, Optional<Synapses> some) {
    return switch (symbol) {
      case Symbol.State state -> some.orElseThrow().states().get(state);
      case Symbol.TargetState port -> own.get(family.states().get(port));
      default -> throw new IllegalArgumentException("no state: " + symbol);
    };
  }

  private interface Write {
    void to(Symbol state, double value);
  }

  private double refractory;

  private void act(
      List<Action> actions, LiteralFormula formulas, Map<Symbol, Double> names, Write write) {
    for (Action action : actions) {
      switch (action) {
        case Action.Assign assign -> write.to(assign.state(), formulas.value(assign.value()));
        case Action.Name name -> names.put(name.let(), formulas.value(name.let().value()));
        case Action.Refractory period ->
            refractory = Math.rint(formulas.value(period.duration()) / h);
        case Action.If branch ->
            act(
                formulas.holds(branch.condition()) ? branch.yes() : branch.no(),
                formulas,
                names,
                write);
      }
    }
  }

  // ---- integration

  private List<Integer> cells(IntegratorChoice choice) {
    return choice.states().stream()
        .flatMapToInt(name ->
            IntStream.range(0, cells.size()).filter(c -> cells.get(c).slot().name().equals(name)))
        .boxed()
        .toList();
  }

  private double[] integrate(double[] x, double t) {
    double[] next = x.clone();
    double[] half = x.clone();
    double[] full = x.clone();
    for (IntegratorChoice choice : program.integrators()) {
      if (choice.method() == Equation.Method.EXACT) {
        List<Integer> system = cells(choice);
        put(system, finely(system, x, t, h / 2), half);
        put(system, finely(system, x, t, h), full);
        put(system, full, next);
      }
    }
    for (IntegratorChoice choice : program.integrators()) {
      List<Integer> system = cells(choice);
      switch (choice.method()) {
        case EXACT -> {}
        case EULER -> put(system, moved(system, x, x, x, t, h), next);
        case EXPONENTIAL_EULER -> system.forEach(c -> next[c] = exponential(c, x, t));
        case SEQUENTIAL_EULER -> {
          double[] seen = x.clone();
          for (int c : system) {
            seen[c] += h * slope(c, seen, t);
          }
          put(system, seen, next);
        }
        case RK2 -> {
          double[] middle = half.clone();
          put(system, moved(system, x, x, x, t, h / 2), middle);
          put(system, moved(system, x, x, middle, t + h / 2, h), next);
        }
        case RK4 -> put(system, classical(system, x, half, full, t), next);
      }
    }
    return next;
  }

  private double[] classical(
      List<Integer> system, double[] x, double[] half, double[] full, double t) {
    double[] second = half.clone();
    put(system, moved(system, x, x, x, t, h / 2), second);
    double[] third = half.clone();
    put(system, moved(system, x, x, second, t + h / 2, h / 2), third);
    double[] fourth = full.clone();
    put(system, moved(system, x, x, third, t + h / 2, h), fourth);
    double[] result = x.clone();
    for (int c : system) {
      double sum =
          slope(c, x, t)
              + 2 * slope(c, second, t + h / 2)
              + 2 * slope(c, third, t + h / 2)
              + slope(c, fourth, t + h);
      result[c] += h / 6 * sum;
    }
    return result;
  }

  private static void put(List<Integer> system, double[] from, double[] to) {
    system.forEach(c -> to[c] = from[c]);
  }

  /// {@return `x + length * slope(at)` for the system, `rest` for the others}
  private double[] moved(
      List<Integer> system, double[] x, double[] rest, double[] at, double t, double length) {
    double[] result = rest.clone();
    system.forEach(c -> result[c] = x[c] + length * slope(c, at, t));
    return result;
  }

  /// The exact solution, nearly, while all others are held.
  private double[] finely(List<Integer> system, double[] x, double t, double length) {
    int parts = 24;
    double d = length / parts;
    double[] y = x.clone();
    for (int k = 0; k < parts; k++) {
      double[] two = moved(system, y, y, y, t, d / 2);
      double[] three = moved(system, y, y, two, t, d / 2);
      double[] four = moved(system, y, y, three, t, d);
      double[] z = y.clone();
      for (int c : system) {
        z[c] +=
            d
                / 6
                * (slope(c, y, t)
                    + 2 * slope(c, two, t)
                    + 2 * slope(c, three, t)
                    + slope(c, four, t));
      }
      y = z;
    }
    return y;
  }

  private double exponential(int c, double[] x, double t) {
    double[] more = x.clone();
    more[c] += 1;
    double now = slope(c, x, t);
    double weight = slope(c, more, t) - now;
    return x[c] + h * LiteralFormula.exprel(weight * h) * now;
  }

  // ---- the whole step

  /// Follows the step that the network has just done.
  ///
  /// @param before the neurons' own states and refractory counts before that step
  /// {@return what differs}
  Optional<String> follow(double[][] before, int neurons) {
    step = network.done() - 1;
    double t = step * h;
    for (int i = 0; i < neurons; i++) {
      neuron = i;
      double[] x = kept[i].clone();
      double waiting = before[i][own.size()];
      for (int c = 0; c < own.size(); c++) {
        x[c] = before[i][c];
      }
      double[] earlier = x.clone();
      active = waiting <= 0;
      for (ReferenceNetwork.Event event : network.lastEvents()) {
        if (event.target() == i && event.population() == position) {
          arrive(x, event);
        }
      }
      double[] next = integrate(x, t);
      refractory = Math.max(waiting - 1, 0);
      boolean certain = fire(earlier, next, t);
      kept[i] = next;
      Optional<String> difference = certain ? difference(next) : Optional.empty();
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  /// {@return whether rounding cannot have decided}
  private boolean fire(double[] earlier, double[] x, double t) {
    if (template.spike().isEmpty() || !active) {
      return true;
    }
    SpikeRule rule = template.spike().get();
    boolean fires = fires(rule, earlier, x, t);
    boolean certain = true;
    for (double shift : new double[] {1e-6, -1e-6}) {
      double[] near = x.clone();
      Arrays.setAll(near, c -> x[c] + shift);
      certain &= fires(rule, earlier, near, t) == fires;
    }
    if (fires) {
      Map<Symbol, Double> names = new HashMap<>();
      act(rule.body(), ofNeuron(x, t, names), names, (state, value) -> x[own.get(state)] = value);
    }
    return certain;
  }

  private boolean fires(SpikeRule rule, double[] earlier, double[] x, double t) {
    return switch (rule.condition()) {
      case SpikeRule.Condition.Level(var formula) -> ofNeuron(x, t, Map.of()).holds(formula);
      case SpikeRule.Condition.Crossing(var left, var right) -> {
        LiteralFormula before = ofNeuron(earlier, t, Map.of());
        LiteralFormula after = ofNeuron(x, t, Map.of());
        yield before.value(left) <= before.value(right) && after.value(left) > after.value(right);
      }
    };
  }

  private Optional<String> difference(double[] next) {
    Map<Slot, Double> sums = new LinkedHashMap<>();
    for (int c = 0; c < next.length; c++) {
      sums.merge(cells.get(c).slot(), next[c], Double::sum);
    }
    for (Map.Entry<Slot, Double> entry : sums.entrySet()) {
      double here = entry.getValue();
      double there = network.state(position, entry.getKey(), neuron);
      if (!(Math.abs(here - there)
          <= 1e-6 * Math.max(0.01, Math.max(Math.abs(here), Math.abs(there))))) {
        return Optional.of(
            "step %d: %s of %s[%d] is %s, by the formulas %s"
                .formatted(step, entry.getKey(), population.name(), neuron, there, here));
      }
    }
    int waiting = network.refractorySteps(position, neuron);
    if (waiting != refractory) {
      return Optional.of(
          "step %d: %s[%d] is refractory for %d steps, by the formulas for %s"
              .formatted(step, population.name(), neuron, waiting, refractory));
    }
    return Optional.empty();
  }

  /// {@return the neurons' own states and refractory counts}
  double[][] states() {
    double[][] states = new double[population.size()][own.size() + 1];
    for (int i = 0; i < states.length; i++) {
      for (int c = 0; c < own.size(); c++) {
        states[i][c] = network.state(position, cells.get(c).slot(), i);
      }
      states[i][own.size()] = network.refractorySteps(position, i);
    }
    return states;
  }
}
