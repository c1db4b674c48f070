package org.eimodel.compiler.data;

import java.util.List;
import java.util.Optional;

/// What is wrong with a data file, and what to do about it.
///
/// @param message one sentence without a full stop; it names the file where no place does
/// @param help lines for the diagnostic's help, perhaps none
/// @param place where in the data file, when it is a text file and the problem has a place
public record DataProblem(Kind kind, String message, List<String> help, Optional<DataPlace> place) {
  /// The kinds of problem, each of which has a diagnostic code of its own.
  public enum Kind {
    /// The name leads out of the model's folder.
    OUTSIDE,
    /// There is no such file.
    MISSING,
    /// It cannot be read, or is too large.
    UNREADABLE,
    /// It is not what its name says: empty, not UTF-8, ragged, damaged.
    FORMAT,
    /// Something is not a number, or no finite one, or an index out of range.
    NUMBER,
    /// The table has another shape than the declaration.
    SHAPE,
    /// Labels are missing, unknown, empty or there twice.
    LABELS,
    /// Rows and columns have changed places, or the header does not say which is which.
    ROLES,
    /// A MATLAB file has no such variable, or it is of a kind that holds no numbers or no labels.
    VARIABLE
  }

  public DataProblem {
    help = List.copyOf(help);
  }

  static DataProblem of(Kind kind, String message, String... help) {
    return new DataProblem(kind, message, List.of(help), Optional.empty());
  }

  DataProblem at(DataPlace where) {
    return new DataProblem(kind, message, help, Optional.of(where));
  }

  <T> DataResult<T> failed() {
    return new DataResult.Failed<>(this);
  }

  /// {@return the message after its place: ``fln.csv:3:7: `abc` is not a number``}
  public String located() {
    return place.map(where -> where + ": " + message).orElse(message);
  }

  /// {@return the located message and a line for each help}
  @Override
  public String toString() {
    return located() + String.join("", help.stream().map(line -> "\n  = help: " + line).toList());
  }
}
