package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.ArrivalProgram;
import org.eimodel.compiler.lower.GroupProgram;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Run;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.Span;

/// Gives a compiled model its numbers.
public final class Instantiation {
  private static final double STANDARD_STEP = 0.1;

  private final LoweredModel lowered;
  private final TypedModel model;
  private final Settings settings;
  private final Report report = new Report();

  private Instantiation(LoweredModel lowered, Settings settings) {
    this.lowered = lowered;
    this.model = lowered.model();
    this.settings = settings;
  }

  /// {@return the network, or what is wrong with its numbers}
  ///
  /// A number that is wrong only because of a setting is a mistake of the setting.
  public static Outcome<Instance> instantiate(LoweredModel lowered, Settings settings) {
    Outcome<Instance> outcome = attempt(lowered, settings);
    return outcome.value().isPresent()
        ? outcome
        : Outcome.failed(Blame.assign(outcome.diagnostics(), lowered, settings));
  }

  /// {@return the network, or what is wrong with its numbers, each mistake where it came to light}
  static Outcome<Instance> attempt(LoweredModel lowered, Settings settings) {
    Instantiation instantiation = new Instantiation(lowered, settings);
    Instance instance = instantiation.instance();
    return Outcome.of(instance, instantiation.report.diagnostics());
  }

  private Instance instance() {
    Map<String, Double> values = SettingReader.read(settings, model, report);
    double dt = timeStep(values);
    Globals globals = new Globals(values, dt);
    StepGrid grid = new StepGrid(dt, report);
    long seed = seed(globals);
    Populations populations = new Populations(model.populations(), globals, report);
    Neurons neurons =
        new Neurons(population -> new NeuronValues(population, populations, values, seed, report));
    ArrivalScalars scalars = new ArrivalScalars(lowered, populations, values, dt);
    ProjectionInstances projections =
        new ProjectionInstances(model, populations, neurons, scalars, grid, report);
    List<GroupPlan> groups = new ArrayList<>();
    for (LoweredModel.Group group : lowered.groups()) {
      groups.add(groupPlan(group, populations));
    }
    List<PopulationPlan> populationPlans = new ArrayList<>();
    for (PopulationInstance population : populations.all()) {
      populationPlans.add(populationPlan(population, populations, neurons.of(population), values, dt));
    }
    PoissonInstances poisson = new PoissonInstances(model.poisson(), populations, scalars, grid, report);
    DriveInstances drives = new DriveInstances(lowered, populations, grid, report);
    RecordingInstances recordings = new RecordingInstances(lowered, populations, groups, grid, report);
    NetworkPlan plan =
        new NetworkPlan(
            model.name(),
            dt,
            seed,
            steps(globals, grid),
            groups,
            populationPlans,
            projections.plans(),
            drives.plans(),
            poisson.plans(),
            recordings.plans());
    Map<String, Integer> empty = new LinkedHashMap<>();
    projections.empty().forEach((family, count) -> empty.put(family.name(), count));
    return new Instance(plan, grid.shifts(), empty);
  }

  private double timeStep(Map<String, Double> values) {
    double dt = STANDARD_STEP;
    Span place = new Span(model.source(), 0, 0);
    for (Run run : model.runs()) {
      if (run.timeStep().isPresent()) {
        Formula formula = run.timeStep().get();
        dt = new Evaluator(new Globals(values, Double.NaN)::value, (p, l) -> 0).value(formula);
        place = formula.span();
      }
    }
    if (settings.timeStep().isPresent()) {
      WrittenSetting written = settings.spelling().timeStep(settings.timeStep().get());
      OptionalDouble given = SettingReader.time(written, report);
      if (given.isPresent()) {
        dt = given.getAsDouble();
        place = written.value();
      }
    }
    if (!(dt > 0) || !Double.isFinite(dt)) {
      report.add(Diagnostic.error(Codes.BAD_NUMBER, place, "the time step must be positive"));
      return STANDARD_STEP;
    }
    return dt;
  }

  private long seed(Globals globals) {
    if (settings.seed().isPresent()) {
      return settings.seed().getAsLong();
    }
    long seed = 1;
    for (Run run : model.runs()) {
      if (run.seed().isPresent()) {
        Formula formula = run.seed().get();
        double value = new Evaluator(globals::value, (p, l) -> 0).value(formula);
        seed = Populations.whole(value, formula, 0, 1L << 53, "a seed", report).orElse(1L);
      }
    }
    return seed;
  }

  private long steps(Globals globals, StepGrid grid) {
    if (settings.duration().isPresent()) {
      WrittenSetting written = settings.spelling().duration(settings.duration().get());
      OptionalDouble given = SettingReader.time(written, report);
      if (given.isEmpty()) {
        return 0;
      }
      Formula literal =
          new Formula.Literal(given.getAsDouble(), new ValueType.Real(Dimension.TIME), written.value());
      return grid.steps(given.getAsDouble(), literal, "duration");
    }
    long steps = 0;
    for (Run run : model.runs()) {
      double duration = new Evaluator(globals::value, (p, l) -> 0).value(run.duration());
      steps += grid.steps(duration, run.duration(), "run");
    }
    return steps;
  }

  private PopulationPlan populationPlan(
      PopulationInstance population,
      Populations populations,
      NeuronValues neurons,
      Map<String, Double> values,
      double dt) {
    LoweredModel.Group group = lowered.groupOf(population.family());
    GroupValues slots = new GroupValues(group, population, neurons, populations, values, dt);
    return new PopulationPlan(
        population.family().name(),
        population.family().binders().stream().map(binder -> binder.set().name()).toList(),
        population.labelNames(),
        population.size(),
        lowered.groups().indexOf(group),
        slots.scalars(),
        slots.elements());
  }

  private GroupPlan groupPlan(LoweredModel.Group group, Populations populations) {
    GroupProgram program = group.program();
    List<Slot> states = new ArrayList<>(program.neuronStates().values());
    program.attached().forEach(attached -> states.addAll(attached.states().values()));
    states.addAll(program.hidden().keySet());
    Map<String, Slot> inputs = new LinkedHashMap<>();
    program.inputs().forEach((symbol, slot) -> inputs.put(symbol.name(), slot));
    return new GroupPlan(
        program.step().name(),
        program.step(),
        group.arrivals().stream().map(ArrivalProgram::kernel).toList(),
        program.arrayCount(),
        states,
        program.refractory(),
        stateNames(group),
        inputs,
        program.time(),
        storageOrder(group, populations));
  }

  /// A neuron's own states by their names, those of synapses after the projection or the drive: `EE.s`.
  private Map<String, Slot> stateNames(LoweredModel.Group group) {
    Map<String, Slot> names = new LinkedHashMap<>();
    group.program().neuronStates().forEach((symbol, slot) -> names.put(symbol.name(), slot));
    for (PopulationFamily family : group.families()) {
      group.attachments().get(family).position().forEach(
          (Afferent afferent, Integer position) -> {
            Map<Symbol.State, Slot> states = group.program().attached().get(position).states();
            states.forEach((symbol, slot) -> names.put(afferent.name() + "." + symbol.name(), slot));
          });
    }
    return names;
  }

  /// Populations with the same label lie side by side, so that a slice can hold all of an area.
  private static List<Integer> storageOrder(LoweredModel.Group group, Populations populations) {
    List<PopulationInstance> members = new ArrayList<>();
    group.families().forEach(family -> members.addAll(populations.of(family)));
    boolean sameIndex =
        group.families().stream()
                .map(family -> family.binders().isEmpty() ? "" : family.binders().getFirst().set().name())
                .distinct()
                .count()
            == 1;
    Comparator<PopulationInstance> byPosition = Comparator.comparingInt(PopulationInstance::position);
    Comparator<PopulationInstance> byLabel =
        Comparator.comparingInt(instance -> instance.labels().length == 0 ? 0 : instance.labels()[0]);
    members.sort(sameIndex ? byLabel.thenComparing(byPosition) : byPosition);
    return members.stream().map(PopulationInstance::position).toList();
  }
}
