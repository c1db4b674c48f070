package org.eimodel.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.figure.Epoch;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.NetworkPlan;

/// The stimuli of a run that are not there all the time: figures shade and name them.
final class Epochs {
  private static final int MOST_NAMED = 3;

  /// Steps in which something is on.
  private record Window(long from, long until) {}

  private Epochs() {}

  /// {@return one epoch for each window of time, in the order of the model}
  static List<Epoch> of(NetworkPlan plan, RunClock clock) {
    Map<Window, Set<String>> targets = new LinkedHashMap<>();
    for (DrivePlan drive : plan.drives()) {
      if (drive.waveform() instanceof DrivePlan.Pulse(long from, long until)) {
        Window window = new Window(from, Math.min(until, clock.steps()));
        if (window.from() < window.until() && (from > 0 || until < clock.steps())) {
          targets
              .computeIfAbsent(window, _ -> new LinkedHashSet<>())
              .add(Traces.name(plan.populations().get(drive.population())));
        }
      }
    }
    List<Epoch> epochs = new ArrayList<>();
    targets.forEach((window, names) ->
        epochs.add(
            new Epoch(clock.millis(window.from()), clock.millis(window.until()), label(names))));
    return epochs;
  }

  private static String label(Set<String> names) {
    String listed = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return "drive to "
        + listed
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }
}
