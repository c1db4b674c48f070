package org.eimodel.cli.arguments;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.eimodel.Tier;
import org.eimodel.cli.results.TableFormat;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.instantiate.Spelling;
import org.eimodel.compiler.ir.Precision;

/// Reads what was typed.
///
/// ```java
/// Invocation invocation = Arguments.read("run", "coba", "--seed", "7");
/// ```
public final class Arguments {
  private Arguments() {}

  /// {@return what the user wants}
  ///
  /// *Errors*: [UsageException] with a complete message, suggestions included.
  ///
  /// @param version what `--version` prints
  public static Invocation read(String version, String... arguments) throws UsageException {
    List<String> list = List.of(arguments);
    Optional<Matched> plain = PlainReader.read(list);
    if (plain.isPresent()) {
      return invocation(plain.get());
    }
    return switch (new FullReader().read(list)) {
      case FullReader.Reading.Arguments(Matched matched) -> invocation(matched);
      case FullReader.Reading.Help(String text) -> new Invocation.Print(text);
      case FullReader.Reading.Version() -> new Invocation.Print(version + "\n");
    };
  }

  private static Invocation invocation(Matched command) throws UsageException {
    return switch (command.command()) {
      case "run" -> run(command);
      case "check" -> new Invocation.Check(model(command), settings(command));
      case "explain" ->
          new Invocation.Explain(
              model(command),
              settings(command),
              precision(command),
              command.has("--ir"),
              command.has("--bytecode"));
      case "bench" ->
          new Invocation.Bench(
              model(command),
              settings(command),
              precision(command),
              threads(command),
              tier(command),
              summary(command));
      case "models" -> new Invocation.Models();
      case "help" -> new Invocation.Print(new FullReader().help(command.positional()));
      default ->
          throw new IllegalStateException("a command without a meaning: " + command.command());
    };
  }

  private static Invocation run(Matched command) throws UsageException {
    Optional<String> heap = command.value("--heap");
    if (heap.isPresent()) {
      HeapSize.mustBeInForce(heap.get(), Runtime.getRuntime().maxMemory());
    }
    return new Invocation.Run(
        model(command),
        settings(command),
        precision(command),
        threads(command),
        tier(command),
        output(command),
        formats(command),
        summary(command),
        command.has("--quiet"));
  }

  private static String model(Matched command) {
    return command.positional().orElseThrow();
  }

  private static Settings settings(Matched command) throws UsageException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : command.all("--set")) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? "" : setting.substring(0, equals).strip();
      String value = equals < 0 ? "" : setting.substring(equals + 1).strip();
      if (name.isEmpty() || value.isEmpty()) {
        throw wrong(
            command,
            "--set takes NAME=VALUE, as in --set p=0.2 or --set 'EE.w=0.12 mV'; this is \""
                + setting
                + "\"");
      }
      if (values.put(name, value) != null) {
        throw wrong(command, "--set gives `" + name + "` twice");
      }
    }
    return new Settings(
        values,
        seed(command),
        command.value("--duration"),
        command.value("--dt"),
        Spelling.COMMAND);
  }

  private static OptionalLong seed(Matched command) throws UsageException {
    Optional<String> seed = command.value("--seed");
    if (seed.isEmpty()) {
      return OptionalLong.empty();
    }
    if (seed.get().matches("\\d{1,19}")) {
      try {
        return OptionalLong.of(Long.parseLong(seed.get()));
      } catch (NumberFormatException tooLarge) {
        // said below
      }
    }
    throw wrong(
        command,
        "--seed takes a whole number from 0 to 2^63 - 1; this is \"" + seed.get() + "\"");
  }

  private static OptionalInt threads(Matched command) throws UsageException {
    String threads = command.value("--threads").orElse("auto");
    if (threads.equals("auto")) {
      return OptionalInt.empty();
    }
    if (!threads.matches("[1-9]\\d{0,3}")) {
      throw wrong(
          command,
          "--threads takes a number from 1 to 9999, or auto; this is \"" + threads + "\"");
    }
    return OptionalInt.of(Integer.parseInt(threads));
  }

  private static Precision precision(Matched command) throws UsageException {
    return choice(
            command, "--precision", Map.of("single", Precision.SINGLE, "double", Precision.DOUBLE))
        .orElse(Precision.DOUBLE);
  }

  private static Tier tier(Matched command) throws UsageException {
    return choice(
            command,
            "--tier",
            Map.of("auto", Tier.AUTO, "scalar", Tier.SCALAR, "vector", Tier.VECTOR))
        .orElse(Tier.AUTO);
  }

  private static Invocation.SummaryForm summary(Matched command) throws UsageException {
    return choice(
            command,
            "--summary",
            Map.of("text", Invocation.SummaryForm.TEXT, "json", Invocation.SummaryForm.JSON))
        .orElse(Invocation.SummaryForm.TEXT);
  }

  private static Invocation.Output output(Matched command) throws UsageException {
    Optional<String> out = command.value("--out");
    try {
      return switch (out.orElse(null)) {
        case null -> new Invocation.Output.Fresh();
        case "none" -> new Invocation.Output.None();
        case String folder -> new Invocation.Output.Folder(Path.of(folder));
      };
    } catch (InvalidPathException e) {
      throw wrong(
          command, "--out takes a folder or none; this is \"" + out.orElseThrow() + "\"");
    }
  }

  private static Set<TableFormat> formats(Matched command) throws UsageException {
    String list = command.value("--format").orElse("csv");
    Set<TableFormat> formats = EnumSet.noneOf(TableFormat.class);
    for (String name : list.split(",", -1)) {
      switch (name.strip()) {
        case "csv" -> formats.add(TableFormat.CSV);
        case "npz" -> formats.add(TableFormat.NPZ);
        default ->
            throw wrong(
                command, "--format takes csv, npz or csv,npz; this is \"" + list + "\"");
      }
    }
    return formats;
  }

  private static <T> Optional<T> choice(Matched command, String option, Map<String, T> choices)
      throws UsageException {
    Optional<String> given = command.value(option);
    if (given.isPresent() && !choices.containsKey(given.get())) {
      List<String> names = choices.keySet().stream().sorted().toList();
      String most = String.join(", ", names.subList(0, names.size() - 1));
      throw wrong(
          command,
          option
              + " takes "
              + most
              + " or "
              + names.getLast()
              + "; this is \""
              + given.get()
              + "\"");
    }
    return given.map(choices::get);
  }

  private static UsageException wrong(Matched command, String message) {
    return new UsageException(message + FullReader.hint(Commands.NAME + " " + command.command()));
  }
}
