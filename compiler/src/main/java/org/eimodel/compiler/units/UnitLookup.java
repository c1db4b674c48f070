package org.eimodel.compiler.units;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What became of a unit that somebody wrote: the unit, or why there is none.
public sealed interface UnitLookup {
  record Found(Unit unit) implements UnitLookup {}

  /// A unit that the language does not know.
  ///
  /// @param name the factor or the text that is not understood
  /// @param message one line for a diagnostic, without the place
  /// @param suggestions units that may be meant, best first
  /// @param help a line for the diagnostic's help
  record Unknown(String name, String message, List<String> suggestions, Optional<String> help)
      implements UnitLookup {
    public Unknown {
      suggestions = List.copyOf(suggestions);
    }
  }

  /// {@return the unit, if there is one}
  default Optional<Unit> found() {
    return switch (this) {
      case Found(Unit unit) -> Optional.of(unit);
      case Unknown unknown -> Optional.empty();
    };
  }

  /// {@return the unit}
  ///
  /// *Errors*: `NoSuchElementException` with message and help; for units that a program, not a user, wrote.
  default Unit orThrow() {
    return switch (this) {
      case Found(Unit unit) -> unit;
      case Unknown unknown ->
          throw new NoSuchElementException(
              unknown.message() + unknown.help().map(help -> ": " + help).orElse(""));
    };
  }
}
