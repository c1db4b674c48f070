package org.eimodel.compiler.data;

import java.util.NoSuchElementException;
import java.util.function.Function;

/// What came of reading data: a value, or what is wrong.
public sealed interface DataResult<T> {
  record Ok<T>(T value) implements DataResult<T> {}

  record Failed<T>(DataProblem problem) implements DataResult<T> {}

  /// {@return the result of a further step, which is left out after a failure}
  default <R> DataResult<R> then(Function<T, DataResult<R>> step) {
    return switch (this) {
      case Ok<T>(T value) -> step.apply(value);
      case Failed<T>(DataProblem problem) -> new Failed<>(problem);
    };
  }

  default <R> DataResult<R> map(Function<T, R> step) {
    return then(value -> new Ok<>(step.apply(value)));
  }

  /// {@return the value}
  ///
  /// *Errors*: `NoSuchElementException` with the problem as text; for data that a program vouches for.
  default T orThrow() {
    return switch (this) {
      case Ok<T>(T value) -> value;
      case Failed<T>(DataProblem problem) -> throw new NoSuchElementException(problem.toString());
    };
  }
}
