package org.eimodel.cli;

import java.util.List;
import org.eimodel.cli.arguments.Invocation;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Amounts;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.console.ExitCode;
import org.eimodel.cli.console.Findings;
import org.eimodel.cli.source.ModelFile;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Outcome;

/// `eimodel check`: the diagnostics of a model with its numbers, and a line that says how many there are.
final class CheckCommand {
  private CheckCommand() {}

  static int perform(Invocation.Check check, Console console) throws UsageException {
    Outcome<Instance> outcome =
        ModelFile.named(check.model(), console)
            .then(file -> Compiler.compile(file.source(), file.folder()))
            .then(lowered -> Instantiation.instantiate(lowered, check.settings()));
    Findings.print(outcome.diagnostics(), console);
    console.out().println(check.model() + ": " + verdict(outcome.diagnostics()));
    return outcome.value().isPresent() ? ExitCode.OK : Findings.exitCode(outcome.diagnostics());
  }

  private static String verdict(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    String verdict = errors == 0 ? "no errors" : Amounts.count(errors, "error");
    return warnings == 0 ? verdict : verdict + ", " + Amounts.count(warnings, "warning");
  }
}
