package org.eimodel.compiler.instantiate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a run changes of a model: parameters by name, and how it is run.
///
/// @param values texts by name: `p` -> `0.2`, `EE.w` -> `0.12 mV`
/// @param duration as `500 ms`
/// @param timeStep as `0.05 ms`
/// @param spelling how they read where they were written
public record Settings(
    Map<String, String> values,
    OptionalLong seed,
    Optional<String> duration,
    Optional<String> timeStep,
    Spelling spelling) {
  /// The model as it is.
  public static final Settings NONE =
      new Settings(Map.of(), OptionalLong.empty(), Optional.empty(), Optional.empty());

  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Settings of a program.
  public Settings(
      Map<String, String> values, OptionalLong seed, Optional<String> duration, Optional<String> timeStep) {
    this(values, seed, duration, timeStep, Spelling.PROGRAM);
  }

  Settings withoutValue(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new Settings(fewer, seed, duration, timeStep, spelling);
  }

  Settings withoutDuration() {
    return new Settings(values, seed, Optional.empty(), timeStep, spelling);
  }

  Settings withoutTimeStep() {
    return new Settings(values, seed, duration, Optional.empty(), spelling);
  }
}
