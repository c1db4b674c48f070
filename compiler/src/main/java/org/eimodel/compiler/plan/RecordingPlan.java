package org.eimodel.compiler.plan;

import java.util.List;
import org.eimodel.compiler.ir.Slot;

/// Something that a run writes down.
public sealed interface RecordingPlan {

  /// Spikes of whole populations.
  record Spikes(List<Integer> populations) implements RecordingPlan {
    public Spikes {
      populations = List.copyOf(populations);
    }
  }

  /// Mean rates of populations in bins of `everySteps` steps; a last bin may be shorter.
  record Rate(List<Integer> populations, int everySteps) implements RecordingPlan {
    public Rate {
      populations = List.copyOf(populations);
    }
  }

  /// A state of some neurons at t = 0 and after every `everySteps` steps.
  ///
  /// @param name as the model says it, `v`
  /// @param unit in which to print, `mV`
  /// @param unitScale base-unit values are divided by this for printing
  record State(String name, String unit, double unitScale, List<Range> ranges, int everySteps)
      implements RecordingPlan {
    public State {
      ranges = List.copyOf(ranges);
    }
  }

  /// Neurons `from` up to `until` of a population, and the slot of the state there.
  record Range(int population, int from, int until, Slot slot) {}
}
