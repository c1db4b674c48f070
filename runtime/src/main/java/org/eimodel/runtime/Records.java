package org.eimodel.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.record.RateLog;
import org.eimodel.runtime.record.SpikeLog;
import org.eimodel.runtime.record.StateLog;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.step.Firing;

/// What a run writes down, as the plan asks: one log of all recorded spikes, one for each `record` of rates or states.
public final class Records {
  private final Optional<SpikeLog> spikes;
  private final RateLog[] rates;
  private final StateLog[] states;
  private int[] buffer = new int[256];

  Records(NetworkPlan plan, Layout layout, List<GroupState> groups, Precision precision) {
    TreeSet<Integer> recorded = new TreeSet<>();
    List<RateLog> rateLogs = new ArrayList<>();
    List<StateLog> stateLogs = new ArrayList<>();
    for (RecordingPlan recording : plan.recordings()) {
      switch (recording) {
        case RecordingPlan.Spikes(List<Integer> populations) -> recorded.addAll(populations);
        case RecordingPlan.Rate(List<Integer> populations, int every) ->
            rateLogs.add(new RateLog(populations, every));
        case RecordingPlan.State state ->
            stateLogs.add(stateLog(state, plan, layout, groups, precision));
      }
    }
    int[] sizes = recorded.stream().mapToInt(p -> plan.populations().get(p).size()).toArray();
    spikes =
        recorded.isEmpty()
            ? Optional.empty()
            : Optional.of(new SpikeLog(List.copyOf(recorded), sizes));
    rates = rateLogs.toArray(RateLog[]::new);
    states = stateLogs.toArray(StateLog[]::new);
    sample(0);
  }

  private static StateLog stateLog(
      RecordingPlan.State state,
      NetworkPlan plan,
      Layout layout,
      List<GroupState> groups,
      Precision precision) {
    int count = state.ranges().size();
    Object[] arrays = new Object[count];
    int[] first = new int[count];
    for (int r = 0; r < count; r++) {
      RecordingPlan.Range range = state.ranges().get(r);
      int group = plan.populations().get(range.population()).group();
      arrays[r] = groups.get(group).arrays()[range.slot().position()];
      first[r] = layout.first()[range.population()] + range.from();
    }
    return new StateLog(state, arrays, first, precision);
  }

  /// {@return how many steps may be made after `step` before a rate or a state is to be written; spikes may wait}
  long quiet(long step) {
    long quiet = Long.MAX_VALUE;
    for (RateLog rate : rates) {
      quiet = Math.min(quiet, rate.everySteps() - step % rate.everySteps());
    }
    for (StateLog state : states) {
      quiet = Math.min(quiet, state.everySteps() - step % state.everySteps());
    }
    return quiet;
  }

  /// Writes what happened in the step that ended at `step` dt.
  void write(Firing firing, long step) {
    if (spikes.isPresent()) {
      int count = firing.count(step - 1);
      if (count != 0) {
        write(spikes.get(), firing, step, count);
      }
    }
    for (RateLog rate : rates) {
      rate.close(step, firing::fired);
    }
    sample(step);
  }

  private void write(SpikeLog log, Firing firing, long step, int count) {
    if (buffer.length < count) {
      buffer = new int[2 * count];
    }
    int end = 0;
    for (int k = 0; k < log.populations().size(); k++) {
      end = firing.write(log.populations().get(k), step - 1, log.firstNeuron(k), buffer, end);
    }
    for (int i = 0; i < end; i++) {
      log.add(buffer[i]);
    }
    log.close(step);
  }

  private void sample(long step) {
    for (StateLog state : states) {
      state.sample(step);
    }
  }

  /// {@return the spikes of all recorded populations, where the plan records any}
  public Optional<SpikeLog> spikes() {
    return spikes;
  }

  /// {@return the rates, in the order of the plan}
  public List<RateLog> rates() {
    return List.of(rates);
  }

  /// {@return the states, in the order of the plan}
  public List<StateLog> states() {
    return List.of(states);
  }
}
