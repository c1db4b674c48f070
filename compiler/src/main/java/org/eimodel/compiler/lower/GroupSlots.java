package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Slot.Extent;
import org.eimodel.compiler.ir.Slot.Kind;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.CoefficientRule;
import org.eimodel.compiler.numerics.SlotTable;
import org.eimodel.compiler.units.Dimension;

/// The slots of a group's step kernel, by what they stand for.
final class GroupSlots {
  final SlotTable table = new SlotTable();
  final Map<Symbol.State, Slot> neuronStates = new LinkedHashMap<>();
  final List<GroupProgram.Attached> attached = new ArrayList<>();
  final Map<Symbol.Parameter, Slot> parameters = new LinkedHashMap<>();
  final Map<Symbol.Input, Slot> inputs = new LinkedHashMap<>();
  final Optional<Slot> active;
  final Known known = new Known(table);

  GroupSlots(GroupShape shape) {
    for (Symbol.State state : shape.template().states()) {
      neuronStates.put(state, add(state, Kind.STATE, Extent.ELEMENT, state.name()));
    }
    for (int i = 0; i < shape.attachments().size(); i++) {
      attached.add(attached(shape.attachments().get(i), i));
    }
    active =
        shape.template().hasRefractoryPeriod()
            ? Optional.of(table.add("active", Kind.ACTIVE, Extent.ELEMENT, Dimension.NONE))
            : Optional.empty();
    for (Symbol.Parameter parameter : shape.template().parameters()) {
      Extent extent = shape.perNeuron().contains(parameter) ? Extent.ELEMENT : Extent.SCALAR;
      parameters.put(parameter, add(parameter, Kind.PARAMETER, extent, parameter.name()));
    }
    for (Symbol.Input input : shape.template().inputs()) {
      Extent extent = shape.perNeuronInputs().contains(input) ? Extent.ELEMENT : Extent.SCALAR;
      inputs.put(input, add(input, Kind.INPUT, extent, input.name()));
    }
  }

  private GroupProgram.Attached attached(Attachment.Shape shape, int number) {
    String prefix = shape.synapse().name() + number + ".";
    Map<Symbol.Parameter, Slot> own = new LinkedHashMap<>();
    for (Symbol.Parameter parameter : shape.synapse().parameters()) {
      own.put(parameter, add(parameter, Kind.PARAMETER, Extent.SCALAR, prefix + parameter.name()));
    }
    Map<Symbol.State, Slot> states = new LinkedHashMap<>();
    for (Symbol.State state : shape.synapse().states()) {
      states.put(state, add(state, Kind.STATE, Extent.ELEMENT, prefix + state.name()));
    }
    return new GroupProgram.Attached(own, states);
  }

  private Slot add(Symbol symbol, Kind kind, Extent extent, String name) {
    return table.add(name, kind, extent, SlotDimensions.of(symbol));
  }

  /// Slots for what every template may mention: parameters of the file, the time and its step.
  static final class Known {
    private final SlotTable table;
    final Map<Symbol.Global, Slot> globals = new LinkedHashMap<>();
    Optional<Slot> time = Optional.empty();

    Known(SlotTable table) {
      this.table = table;
    }

    Expr of(Symbol symbol) {
      return switch (symbol) {
        case Symbol.Global global ->
            new Expr.Read(
                globals.computeIfAbsent(
                    global, g -> table.add(g.name(), Kind.PARAMETER, Extent.SCALAR, SlotDimensions.of(g))));
        case Symbol.Known known -> known(known);
        default -> throw new IllegalStateException("no slot stands for " + symbol + " of " + symbol.span());
      };
    }

    private Expr known(Symbol.Known symbol) {
      return switch (symbol.kind()) {
        case TIME -> {
          if (time.isEmpty()) {
            time = Optional.of(table.add("t", Kind.TIME, Extent.SCALAR, Dimension.TIME));
          }
          yield new Expr.Read(time.get());
        }
        case TIME_STEP -> table.coefficient("dt", new CoefficientRule.TimeStep(1), Dimension.TIME);
        case PI -> new Expr.Constant(Math.PI);
        case NEURON, SIZE, SOURCE_NEURON, SOURCE_SIZE, TARGET_NEURON, TARGET_SIZE ->
            throw new IllegalStateException("templates do not know " + symbol);
      };
    }
  }
}
