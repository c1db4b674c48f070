package org.eimodel.cli.explain;

import org.eimodel.cli.arguments.Invocation;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.console.ExitCode;
import org.eimodel.cli.console.Findings;
import org.eimodel.cli.run.VectorModule;
import org.eimodel.cli.source.ModelFile;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.runtime.memory.Estimator;
import org.eimodel.syntax.Outcome;

/// `eimodel explain`.
public final class ExplainCommand {
  private ExplainCommand() {}

  /// {@return the exit code, after everything was printed}
  public static int perform(Invocation.Explain explain, Console console) throws UsageException {
    Thread adding = VectorModule.begin();
    Outcome<LoweredModel> lowered =
        ModelFile.named(explain.model(), console)
            .then(file -> Compiler.compile(file.source(), file.folder()));
    Outcome<Instance> instance =
        lowered.then(model -> Instantiation.instantiate(model, explain.settings()));
    Findings.print(instance.diagnostics(), console);
    if (instance.value().isEmpty()) {
      return Findings.exitCode(instance.diagnostics());
    }
    VectorModule.await(adding);
    console.out().print(text(lowered.orThrow(), instance.orThrow(), explain));
    return ExitCode.OK;
  }

  private static String text(LoweredModel lowered, Instance instance, Invocation.Explain explain) {
    Kernels kernels = new Kernels(instance.plan(), explain.precision());
    StringBuilder text = new StringBuilder();
    text.append(
        new Explanation(lowered, instance, Estimator.estimate(instance.plan(), explain.precision()))
            .text());
    text.append(Explanation.section("Kernels", kernels.columns()));
    if (explain.ir()) {
      text.append(kernels.ir());
    }
    if (explain.bytecode()) {
      text.append(kernels.bytecode());
    }
    return text.toString();
  }
}
