package org.eimodel.cli.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.cli.arguments.CommandForm.Option;
import org.eimodel.cli.arguments.CommandForm.Positional;

/// All commands, written down once: for reading, for help and for suggestions.
final class Commands {
  static final String NAME = "eimodel";
  static final String DESCRIPTION = "Runs models of neural networks that are written as equations.";
  static final List<String> FOOTER =
      List.of(
          "Start with",
          "  eimodel models              what is in the library",
          "  eimodel run hh              run a model of the library",
          "  eimodel run my.eimodel      run your own",
          "",
          "Exit codes: 0 done, 1 the model or its data is wrong, 2 wrong usage,",
          "3 not enough memory or disk, or no JDK, 70 a bug of eimodel,",
          "130 stopped with Ctrl-C.");

  private static final Positional MODEL =
      new Positional(
          "FILE|NAME",
          "A file that ends in .eimodel, or the name of a model of the library (see: eimodel models).",
          true);

  private static final List<Option> SETTINGS =
      List.of(
          new Option(
              List.of("--set"),
              "NAME=VALUE",
              "Give a parameter another value: p=0.2, 'EE.w=0.12 mV', 'E.tau=15 ms'. May be repeated.",
              true),
          Option.value(
              "--seed", "N", "Seed of all random numbers, 0 or more (default: the model's, or 1)."),
          Option.value(
              "--duration",
              "TIME",
              "How long to simulate, as '500 ms' (default: as the model says)."),
          Option.value(
              "--dt", "TIME", "The time step, as '0.05 ms' (default: as the model says)."));

  private static final Option PRECISION =
      Option.value(
          "--precision", "single|double", "Numbers of 32 or of 64 bits (default: double).");

  private static final Option THREADS =
      Option.value(
          "--threads",
          "N|auto",
          "How many threads compute; the result is the same for any (default: auto).");

  private static final Option TIER =
      Option.value(
          "--tier",
          "scalar|vector|auto",
          "Neurons one by one, or several at once in vector lanes; the result is the same. auto begins scalar and goes"
              + " over while it runs, where that pays (default: auto).");

  private static final CommandForm RUN =
      new CommandForm(
          "run",
          "Compiles a model, runs it, and writes its results and pictures.",
          "Compiles a model, runs it, and writes its results and pictures.",
          Optional.of(MODEL),
          settingsAnd(
              PRECISION,
              THREADS,
              TIER,
              Option.value(
                  "--heap",
                  "SIZE",
                  "Memory for the run, as 4g or 512m (default: three quarters of the machine's)."),
              Option.value(
                  "--out",
                  "DIR|none",
                  "Folder for the results, new or empty; none writes nothing (default: a fresh runs/<model>-<n>)."),
              Option.value(
                  "--format",
                  "csv,npz",
                  "Form of the tables: csv, npz (NumPy) or both (default: csv)."),
              Option.value(
                  "--summary",
                  "text|json",
                  "Form of the summary; json puts one object on stdout and nothing else (default: text)."),
              Option.flag(
                  "Print no progress and no summary; with --summary json still the object.",
                  "-q",
                  "--quiet")),
          List.of(
              "eimodel run macaque29 --precision single",
              "eimodel run coba --set scale=2 --set w_e=0.5 --seed 7",
              "eimodel run my.eimodel --duration '2 s' --out results --format csv,npz"));

  private static final CommandForm CHECK =
      new CommandForm(
          "check",
          "Says what is wrong with a model, and runs nothing.",
          "Says what is wrong with a model and its data, and runs nothing.",
          Optional.of(MODEL),
          SETTINGS,
          List.of());

  private static final CommandForm EXPLAIN =
      new CommandForm(
          "explain",
          "Says what the compiler makes of a model.",
          "Says what the compiler makes of a model: populations, projections with their synapses and bytes, the"
              + " integrator of every equation and why, delays on the grid of time steps, and the kernels.",
          Optional.of(MODEL),
          settingsAnd(
              PRECISION,
              Option.flag("Show the kernels in the compiler's own notation.", "--ir"),
              Option.flag("Show the classes that the kernels become.", "--bytecode")),
          List.of());

  private static final CommandForm BENCH =
      new CommandForm(
          "bench",
          "Measures what the steps of a model cost, part by part.",
          "Measures what the steps of a model cost: a neuron, a synaptic event, the memory of a synapse, and where the"
              + " time goes. Warms up for some seconds first, and writes nothing.",
          Optional.of(MODEL),
          settingsAnd(
              PRECISION,
              THREADS,
              TIER,
              Option.value(
                  "--summary",
                  "text|json",
                  "Form of the measurement; json puts one object on stdout and nothing else (default: text).")),
          List.of("eimodel bench coba --set scale=10 --threads 1 --precision single"));

  private static final CommandForm MODELS =
      new CommandForm(
          "models",
          "Lists the models of the library.",
          "Lists the models of the library.",
          Optional.empty(),
          List.of(),
          List.of());

  private static final CommandForm HELP =
      new CommandForm(
          "help",
          "Explains a command.",
          "Explains a command.",
          Optional.of(new Positional("COMMAND", "The command to explain.", false)),
          List.of(),
          List.of());

  static final List<CommandForm> ALL = List.of(RUN, CHECK, EXPLAIN, BENCH, MODELS, HELP);

  private Commands() {}

  /// {@return the command of that name}
  static Optional<CommandForm> named(String name) {
    return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
  }

  private static List<Option> settingsAnd(Option... more) {
    List<Option> options = new ArrayList<>(SETTINGS);
    options.addAll(List.of(more));
    return List.copyOf(options);
  }
}
