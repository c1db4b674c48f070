package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.Recording;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Recordings, population by population.
final class RecordingInstances {
  private final LoweredModel lowered;
  private final Populations populations;
  private final List<GroupPlan> groups;
  private final StepGrid grid;
  private final Report report;
  private final List<RecordingPlan> plans = new ArrayList<>();

  RecordingInstances(
      LoweredModel lowered, Populations populations, List<GroupPlan> groups, StepGrid grid, Report report) {
    this.lowered = lowered;
    this.populations = populations;
    this.groups = groups;
    this.grid = grid;
    this.report = report;
    for (Recording recording : lowered.model().recordings()) {
      switch (recording) {
        case Recording.Spikes spikes -> plans.add(new RecordingPlan.Spikes(positions(spikes.of())));
        case Recording.Rate rate ->
            plans.add(new RecordingPlan.Rate(positions(rate.of()), every(Optional.of(rate.every()))));
        case Recording.State state -> state(state);
      }
    }
  }

  List<RecordingPlan> plans() {
    return plans;
  }

  private int every(Optional<Formula> interval) {
    if (interval.isEmpty()) {
      return 1;
    }
    double value = populations.evaluator(Map.of()).value(interval.get());
    long steps = grid.steps(value, interval.get(), "record");
    if (steps == 0) {
      report.add(Diagnostic.error(Codes.BAD_NUMBER, interval.get().span(), "a recording interval must be positive"));
      return 1;
    }
    return (int) steps;
  }

  private List<PopulationInstance> members(NeuronSlice slice) {
    return populations.resolve(slice.populations(), populations.evaluator(Map.of()));
  }

  private List<Integer> positions(List<NeuronSlice> slices) {
    Set<Integer> positions = new LinkedHashSet<>();
    slices.forEach(slice -> members(slice).forEach(member -> positions.add(member.position())));
    return List.copyOf(positions);
  }

  private void state(Recording.State state) {
    int every = every(state.every());
    List<RecordingPlan.Range> ranges = new ArrayList<>();
    for (NeuronSlice slice : state.of()) {
      for (PopulationInstance member : members(slice)) {
        Optional<Slot> slot = slot(state, member);
        SliceBounds bounds = SliceBounds.of(slice, member, populations.evaluator(Map.of()), report);
        slot.ifPresent(
            known -> ranges.add(new RecordingPlan.Range(member.position(), bounds.from(), bounds.until(), known)));
      }
    }
    if (!ranges.isEmpty()) {
      String unit = ranges.getFirst().slot().dimension().toString();
      plans.add(new RecordingPlan.State(state.name(), unit, 1, ranges, every));
    }
  }

  private Optional<Slot> slot(Recording.State state, PopulationInstance member) {
    LoweredModel.Group group = lowered.groupOf(member.family());
    Map<String, Slot> names = new LinkedHashMap<>(groups.get(lowered.groups().indexOf(group)).stateNames());
    Optional<Slot> slot = Optional.ofNullable(names.get(state.name()));
    if (slot.isEmpty()) {
      Span span = state.span();
      Diagnostic diagnostic =
          Diagnostic.error(
              Codes.RECORDING, span, "population `" + member.family().name() + "` has no state `" + state.name() + "`");
      report.add(diagnostic.withHelp(help(state.name(), member.family().template(), names.keySet())));
    }
    return slot;
  }

  private static String help(String name, NeuronTemplate neuron, Set<String> states) {
    String has = states.isEmpty() ? "it has no states" : "it has " + String.join(", ", states);
    if (neuron.inputs().stream().anyMatch(input -> input.name().equals(name))) {
      return "`" + name + "` is an input, and only states, spikes and rates are recorded; " + has;
    }
    if (neuron.parameters().stream().anyMatch(parameter -> parameter.name().equals(name))) {
      return "`" + name + "` is a parameter, which stays as it is; " + has;
    }
    List<String> recorded = new ArrayList<>(states);
    recorded.addAll(List.of("spikes", "rate"));
    return Suggestions.help(name, recorded).orElse(has);
  }
}
