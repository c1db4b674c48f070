package org.eimodel.compiler.bytecode;

import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Local;
import org.jspecify.annotations.Nullable;

/// Where the locals of a kernel in lanes wait between two units, in one array: a run of places for each that passes from
/// unit to unit, and behind them one place for each local of the preamble.
///
/// @param places the number of the run of each local that passes
/// @param block elements of a run
/// @param uniform locals of the preamble
record ScratchPlan(NumberType number, Map<Local, Integer> places, int block, List<Local> uniform) {
  /// Half of a first-level cache.
  private static final int BYTES = 16 * 1024;

  /// Not a power of two: runs and states are then not always 4,096 bytes apart, where a processor takes a load for one of
  /// what was just stored.
  private static final int LARGEST_BLOCK = 960;

  static ScratchPlan of(LaneType lanes, Map<Local, Integer> places, List<Local> uniform) {
    int runs = runs(places);
    int fitting = BYTES / lanes.number().precision().bytes() / Math.max(1, runs);
    int vectors = Math.clamp(fitting, lanes.lanes(), LARGEST_BLOCK) / lanes.lanes();
    return new ScratchPlan(lanes.number(), places, vectors * lanes.lanes(), uniform);
  }

  private static int runs(Map<Local, Integer> places) {
    return 1 + places.values().stream().mapToInt(place -> place).max().orElse(-1);
  }

  /// {@return the length of the array}
  int length() {
    return runs(places) * block + uniform.size();
  }

  /// {@return where the run of a local begins}
  int start(Local local) {
    @Nullable Integer place = places.get(local);
    if (place == null) {
      throw new CompilerBug("no place for " + local);
    }
    return place * block;
  }

  /// {@return the locals of the preamble in the array}
  Crossing uniforms(MethodCode code, Bindings bindings, Variable array) {
    return new Crossing(code, bindings, number, array, runs(places) * block, uniform);
  }
}
