package org.eimodel.compiler.instantiate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a run changes of a model: parameters by name, and how it is run.
///
/// @param values texts by name: `p` -> `0.2`, `EE.w` -> `0.12 mV`
/// @param duration as `500 ms`
/// @param timeStep as `0.05 ms`
public record Settings(
    Map<String, String> values, OptionalLong seed, Optional<String> duration, Optional<String> timeStep) {
  /// The model as it is.
  public static final Settings NONE =
      new Settings(Map.of(), OptionalLong.empty(), Optional.empty(), Optional.empty());

  public Settings {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
