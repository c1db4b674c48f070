package org.eimodel.cli;

import java.util.List;
import java.util.Optional;
import org.eimodel.cli.arguments.Arguments;
import org.eimodel.cli.arguments.Invocation;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.bench.BenchCommand;
import org.eimodel.cli.console.Amounts;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.console.ExitCode;
import org.eimodel.cli.console.ResourceException;
import org.eimodel.cli.explain.ExplainCommand;
import org.eimodel.cli.run.RunCommand;

/// The eimodel command.
public final class Main {
  private Main() {}

  /// Does what the arguments say and exits with an [ExitCode].
  public static void main(String[] arguments) {
    int code = run(Console.ofProcess(), Main::perform, arguments);
    System.exit(code);
  }

  /// What a command does: gives an exit code.
  @FunctionalInterface
  interface Action {
    int perform(Invocation invocation, Console console) throws UsageException, ResourceException;
  }

  /// {@return the exit code, after everything was printed}
  static int run(Console console, Action action, String... arguments) {
    Optional<String> model = Optional.empty();
    try {
      Invocation invocation = Arguments.read(Version.text(), arguments);
      model = invocation.modelArgument();
      return action.perform(invocation, console);
    } catch (UsageException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    } catch (ResourceException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.RESOURCES;
    } catch (OutOfMemoryError e) {
      console.say(
          "out of memory: the heap has "
              + Amounts.bytes(Runtime.getRuntime().maxMemory())
              + "; ask for more with --heap");
      return ExitCode.RESOURCES;
    } catch (RuntimeException | Error bug) {
      BugReport.give(bug, List.of(arguments), model, console);
      return ExitCode.BUG;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  static int perform(Invocation invocation, Console console)
      throws UsageException, ResourceException {
    return switch (invocation) {
      case Invocation.Print(String text) -> {
        console.out().print(text);
        yield ExitCode.OK;
      }
      case Invocation.Models() -> {
        console.out().print(ModelList.text());
        yield ExitCode.OK;
      }
      case Invocation.Check check -> CheckCommand.perform(check, console);
      case Invocation.Explain explain -> ExplainCommand.perform(explain, console);
      case Invocation.Run run -> RunCommand.perform(run, console);
      case Invocation.Bench bench -> BenchCommand.perform(bench, console);
    };
  }
}
