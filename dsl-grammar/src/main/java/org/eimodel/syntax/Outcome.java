package org.eimodel.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a stage gives back: a value, unless there was an error, and everything it had to say.
///
/// @param value present exactly when no diagnostic is an error
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {

  public Outcome {
    diagnostics = List.copyOf(diagnostics);
    boolean failed = false;
    for (Diagnostic diagnostic : diagnostics) {
      failed |= diagnostic.isError();
    }
    if (failed && value.isPresent()) {
      value = Optional.empty();
    }
    if (!failed && value.isEmpty()) {
      throw new IllegalArgumentException("no value, and no error that says why");
    }
  }

  /// {@return a value without remarks}
  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(Optional.of(value), List.of());
  }

  /// {@return a value with remarks; no value when one of them is an error}
  public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.of(value), diagnostics);
  }

  /// {@return no value, and why}
  public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.empty(), diagnostics);
  }

  /// {@return the next stage's outcome, with the remarks of both}
  public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    if (value.isEmpty()) {
      return failed(diagnostics);
    }
    Outcome<R> result = next.apply(value.get());
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(result.diagnostics);
    return new Outcome<>(result.value, all);
  }

  /// {@return the value}
  ///
  /// *Errors*: [ModelException] with all diagnostics when there is none.
  public T orThrow() {
    return value.orElseThrow(() -> new ModelException(diagnostics));
  }
}
