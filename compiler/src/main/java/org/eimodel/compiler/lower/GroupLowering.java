package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.SpikeRule;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.numerics.BodyWriter;
import org.eimodel.compiler.numerics.StateEquation;
import org.eimodel.compiler.plan.Refractory;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// One step of the neurons of a group: integrate, fire, store.
final class GroupLowering {
  private final GroupShape shape;
  private final Report report;
  private final NeuronTemplate template;
  private final GroupSlots slots;
  private final IdentityHashMap<Expr, String> named = new IdentityHashMap<>();
  private final FormulaLowering neuron;
  private final List<FormulaLowering> synapses = new ArrayList<>();
  private final List<IntegratorChoice> choices = new ArrayList<>();
  private final Map<Slot, Slot> hidden = new LinkedHashMap<>();
  private Optional<Slot> period = Optional.empty();

  private GroupLowering(GroupShape shape, Report report) {
    this.shape = shape;
    this.report = report;
    this.template = shape.template();
    this.slots = new GroupSlots(shape);
    this.neuron = new FormulaLowering(this::neuronSymbol, named);
    for (int i = 0; i < shape.attachments().size(); i++) {
      int number = i;
      synapses.add(new FormulaLowering(symbol -> synapseSymbol(symbol, number), named));
    }
  }

  static GroupProgram lower(GroupShape shape, Report report) {
    return new GroupLowering(shape, report).program();
  }

  private Expr neuronSymbol(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Parameter parameter -> new Expr.Read(slots.parameters.get(parameter));
      case Symbol.State state -> new Expr.Read(slots.neuronStates.get(state));
      case Symbol.Input input -> input(input);
      default -> slots.known.of(symbol);
    };
  }

  private Expr synapseSymbol(Symbol symbol, int number) {
    GroupProgram.Attached own = slots.attached.get(number);
    return switch (symbol) {
      case Symbol.Parameter parameter -> new Expr.Read(own.parameters().get(parameter));
      case Symbol.State state -> new Expr.Read(own.states().get(state));
      case Symbol.TargetState port ->
          new Expr.Read(slots.neuronStates.get(shape.attachments().get(number).states().get(port)));
      default -> slots.known.of(symbol);
    };
  }

  /// What arrives at an input: drives first, then the outputs of synapses, by declaration.
  private Expr input(Symbol.Input input) {
    Expr sum = new Expr.Read(slots.inputs.get(input));
    for (int i = 0; i < shape.attachments().size(); i++) {
      Attachment.Shape attachment = shape.attachments().get(i);
      for (SynapseTemplate.Output output : attachment.synapse().outputs()) {
        if (attachment.inputs().get(output.input()) == input) {
          sum = new Expr.Binary(Expr.BinaryOperator.ADD, sum, synapses.get(i).lower(output.formula()));
        }
      }
    }
    if (!(sum instanceof Expr.Read)) {
      named.put(sum, input.name());
    }
    return sum;
  }

  private GroupProgram program() {
    BodyWriter out = new BodyWriter(slots.table, named);
    Span span = template.span();
    Optional<Expr> active = slots.active.map(Expr.Read::new);
    List<SystemPlanner.EquationSystem> systems = plan();
    Map<Slot, Expr> next =
        new Integration(out, systems, active, slots.known.time, this::notPossible).next();
    BodyWriter after = out.inner();
    next.forEach(after::see);
    template.spike().ifPresent(rule -> fire(out, after, rule, active));
    store(after, span);
    List<Statement> body = new ArrayList<>(out.statements());
    body.addAll(after.statements());
    Kernel kernel =
        new Kernel(
            template.name(),
            Kernel.Kind.STEP,
            slots.table.slots(),
            List.of(),
            body,
            settled(),
            Integration.decaying(systems));
    return new GroupProgram(
        kernel,
        slots.table.scalarCount(),
        slots.table.arrayCount(),
        slots.parameters,
        slots.attached,
        slots.known.globals,
        slots.neuronStates,
        slots.inputs,
        slots.active.flatMap(slot -> period.map(steps -> new Refractory(slot, steps))),
        hidden,
        slots.known.time,
        slots.table.coefficients(),
        choices);
  }

  /// {@return the states that no arrival writes}
  private Set<Slot> settled() {
    Set<Slot> own = new HashSet<>(slots.neuronStates.values());
    shape.writtenOnArrival().forEach(state -> own.remove(slots.neuronStates.get(state)));
    return own;
  }

  private List<SystemPlanner.EquationSystem> plan() {
    List<StateEquation> equations = new ArrayList<>();
    Map<StateEquation, Equation.Method> asked = new LinkedHashMap<>();
    for (Equation equation : template.equations()) {
      add(equation, slots.neuronStates.get(equation.state()), neuron, equations, asked);
    }
    for (int i = 0; i < shape.attachments().size(); i++) {
      for (Equation equation : shape.attachments().get(i).synapse().equations()) {
        Slot state = slots.attached.get(i).states().get(equation.state());
        add(equation, state, synapses.get(i), equations, asked);
      }
    }
    List<SystemPlanner.EquationSystem> systems = SystemPlanner.plan(equations, asked);
    for (SystemPlanner.EquationSystem system : systems) {
      List<String> states = system.equations().stream().map(equation -> equation.state().name()).toList();
      choices.add(new IntegratorChoice(system.method(), states, system.reason()));
    }
    return systems;
  }

  private void add(
      Equation equation,
      Slot state,
      FormulaLowering formulas,
      List<StateEquation> equations,
      Map<StateEquation, Equation.Method> asked) {
    StateEquation own =
        new StateEquation(state, formulas.lower(equation.right()), equation.unlessRefractory(), equation.span());
    equations.add(own);
    equation.method().ifPresent(method -> asked.put(own, method));
  }

  private void notPossible(SystemPlanner.EquationSystem system) {
    String why =
        system.method() == Equation.Method.EXACT
            ? "is not linear with fixed coefficients"
            : "is not linear in its own state";
    StateEquation first = system.equations().getFirst();
    report.add(
        Diagnostic.error(
                Codes.METHOD,
                first.span(),
                "`" + system.method().symbol() + "` cannot integrate this: the system of `" + first.state().name() + "` " + why)
            .withHelp("leave the choice to the compiler, or ask for rk4"));
  }

  private void fire(BodyWriter before, BodyWriter after, SpikeRule rule, Optional<Expr> active) {
    Span span = rule.span();
    Expr condition =
        switch (rule.condition()) {
          case SpikeRule.Condition.Level(var formula) -> after.write(neuron.lower(formula), span);
          case SpikeRule.Condition.Crossing(var left, var right) -> {
            BodyWriter earlier = before.inner();
            rememberBefore(left, earlier);
            Expr below =
                new Expr.Compare(
                    Expr.Comparison.LESS_EQUAL,
                    earlier.write(neuron.lower(left), span),
                    earlier.write(neuron.lower(right), span));
            earlier.statements().forEach(after::add);
            Expr above =
                new Expr.Compare(
                    Expr.Comparison.GREATER,
                    after.write(neuron.lower(left), span),
                    after.write(neuron.lower(right), span));
            yield new Expr.Logic(Expr.LogicOperator.AND, below, above);
          }
        };
    Expr fires = active.isPresent() ? new Expr.Logic(Expr.LogicOperator.AND, active.get(), condition) : condition;
    Expr fired = after.letWritten("fires", fires, span);
    ActionLowering actions = new ActionLowering(neuron, symbol -> slots.neuronStates.get(symbol), report);
    actions.written(rule.body()).forEach(slot -> actions.declare(after, slot, span));
    List<Action.Refractory> periods = rule.refractoryPeriods();
    if (periods.size() > 1 || !rule.body().containsAll(periods)) {
      actions.declarePeriod(after, span);
    }
    BodyWriter block = after.inner();
    actions.write(block, rule.body());
    period = actions.period();
    block.add(new Statement.Spike(span));
    after.add(new Statement.When(fired, block.statements(), span));
  }

  /// A state that arrivals change must be remembered from the end of the last step, or a crossing that an arrival makes
  /// would not be seen.
  private void rememberBefore(Formula formula, BodyWriter earlier) {
    for (Symbol.State state : shape.writtenOnArrival()) {
      if (formula.mentions(symbol -> symbol == state)) {
        Slot own = slots.neuronStates.get(state);
        Slot memory = slots.table.add(own.name() + "_before", Slot.Kind.STATE, Slot.Extent.ELEMENT, own.dimension());
        hidden.put(memory, own);
        earlier.see(own, new Expr.Read(memory));
      }
    }
  }

  private void store(BodyWriter after, Span span) {
    List<Slot> states = new ArrayList<>(slots.neuronStates.values());
    slots.attached.forEach(attached -> states.addAll(attached.states().values()));
    Set<Slot> settled = settled();
    List<Expr> changed = new ArrayList<>();
    for (Slot state : states) {
      if (!settled.contains(state) || !after.seen(state).equals(new Expr.Read(state))) {
        changed.add(after.seen(state));
      }
    }
    if (!changed.isEmpty()) {
      after.add(new Statement.CheckFinite(changed, span));
    }
    period.filter(slot -> slot.kind() == Slot.Kind.STATE).ifPresent(states::add);
    for (Slot state : states) {
      Expr value = after.seen(state);
      if (!value.equals(new Expr.Read(state))) {
        after.add(new Statement.Store(state, value, span));
      }
    }
    hidden.forEach((memory, own) -> after.add(new Statement.Store(memory, after.seen(own), span)));
  }
}
