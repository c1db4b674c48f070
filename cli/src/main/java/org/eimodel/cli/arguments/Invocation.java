package org.eimodel.cli.arguments;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eimodel.Tier;
import org.eimodel.cli.results.TableFormat;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;

/// What the user wants.
public sealed interface Invocation {

  /// A text to print and nothing else, as help.
  record Print(String text) implements Invocation {}

  /// `eimodel models`.
  record Models() implements Invocation {}

  /// `eimodel check`.
  record Check(String model, Settings settings) implements Invocation {}

  /// `eimodel explain`.
  ///
  /// @param ir whether to show the kernels as the compiler's IR
  /// @param bytecode whether to show the classes made of them
  record Explain(String model, Settings settings, Precision precision, boolean ir, boolean bytecode)
      implements Invocation {}

  /// `eimodel run`.
  ///
  /// @param threads how many threads; empty for as many as there are processors
  /// @param tier the form of the kernels
  /// @param quiet whether to print nothing but mistakes, and the JSON object where that was asked for
  record Run(
      String model,
      Settings settings,
      Precision precision,
      OptionalInt threads,
      Tier tier,
      Output output,
      Set<TableFormat> formats,
      SummaryForm summary,
      boolean quiet)
      implements Invocation {}

  /// `eimodel bench`.
  ///
  /// @param threads how many threads; empty for as many as there are processors
  /// @param tier the form of the kernels
  record Bench(
      String model,
      Settings settings,
      Precision precision,
      OptionalInt threads,
      Tier tier,
      SummaryForm summary)
      implements Invocation {}

  /// Where results go.
  sealed interface Output {
    /// A fresh folder under `runs`.
    record Fresh() implements Output {}

    /// The folder named, which has to be new or empty.
    record Folder(Path path) implements Output {}

    /// Nowhere.
    record None() implements Output {}
  }

  /// How the summary is printed.
  enum SummaryForm {
    TEXT,
    JSON
  }

  /// {@return the model that it is about}
  default Optional<String> modelArgument() {
    return switch (this) {
      case Print _, Models _ -> Optional.empty();
      case Check check -> Optional.of(check.model());
      case Explain explain -> Optional.of(explain.model());
      case Run run -> Optional.of(run.model());
      case Bench bench -> Optional.of(bench.model());
    };
  }
}
