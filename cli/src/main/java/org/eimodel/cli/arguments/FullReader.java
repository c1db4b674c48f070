package org.eimodel.cli.arguments;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads any arguments with picocli, lays out help, and says what is wrong.
///
/// The parser is set up from [Commands] with its builders: nothing is looked up by reflection.
final class FullReader {
  private static final int WIDTH = 80;

  private final CommandLine line;

  FullReader() {
    CommandSpec spec = spec(Commands.NAME, Commands.DESCRIPTION, Commands.DESCRIPTION);
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    spec.usageMessage().synopsisSubcommandLabel("COMMAND").footerHeading("%n");
    spec.usageMessage().footer(Commands.FOOTER.toArray(String[]::new));
    for (CommandForm form : Commands.ALL) {
      spec.addSubcommand(form.name(), spec(form));
    }
    line =
        new CommandLine(spec)
            .setExpandAtFiles(false)
            .setInterpolateVariables(false)
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
  }

  /// What came of reading: the arguments by option, or a text that was asked for.
  sealed interface Reading {
    record Arguments(Matched matched) implements Reading {}

    record Help(String text) implements Reading {}

    record Version() implements Reading {}
  }

  /// {@return the arguments by option, or the text that was asked for}
  ///
  /// *Errors*: [UsageException] with a complete message, suggestions included.
  Reading read(List<String> arguments) throws UsageException {
    ParseResult parsed;
    try {
      parsed = line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageException(explain(e));
    }
    if (parsed.isVersionHelpRequested()) {
      return new Reading.Version();
    }
    if (parsed.isUsageHelpRequested()) {
      return new Reading.Help(line.getUsageMessage());
    }
    if (!parsed.hasSubcommand()) {
      throw new UsageException("which command?\n\n" + line.getUsageMessage().stripTrailing());
    }
    ParseResult command = parsed.subcommand();
    return command.isUsageHelpRequested()
        ? new Reading.Help(command.commandSpec().commandLine().getUsageMessage())
        : new Reading.Arguments(matched(command));
  }

  /// {@return the help of a command, or of all where the name is empty}
  ///
  /// *Errors*: [UsageException] where there is no such command.
  String help(Optional<String> command) throws UsageException {
    CommandLine about = command.isEmpty() ? line : line.getSubcommands().get(command.get());
    if (about == null) {
      throw new UsageException(
          "there is no command `" + command.orElseThrow() + "`" + hint(Commands.NAME));
    }
    return about.getUsageMessage();
  }

  private static Matched matched(ParseResult command) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (OptionSpec option : command.matchedOptions()) {
      values.put(option.longestName(), option.stringValues());
    }
    String positional = command.matchedPositionalValue(0, null);
    return new Matched(command.commandSpec().name(), Optional.ofNullable(positional), values);
  }

  private static CommandSpec spec(CommandForm form) {
    CommandSpec spec = spec(form.name(), form.summary(), form.description());
    form.positional()
        .ifPresent(positional ->
            spec.addPositional(
                PositionalParamSpec.builder()
                    .index("0")
                    .arity(positional.required() ? "1" : "0..1")
                    .required(positional.required())
                    .paramLabel(positional.label())
                    .type(String.class)
                    .description(positional.description())
                    .build()));
    form.options().forEach(option -> spec.addOption(option(option)));
    if (!form.examples().isEmpty()) {
      String[] footer =
          Stream.concat(
                  Stream.of("Examples"), form.examples().stream().map(example -> "  " + example))
              .toArray(String[]::new);
      spec.usageMessage().footerHeading("%n").footer(footer);
    }
    return spec;
  }

  private static OptionSpec option(CommandForm.Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(String[]::new)).description(option.description());
    if (option.isFlag()) {
      return builder.type(boolean.class).arity("0").build();
    }
    builder.paramLabel(option.label()).arity("1");
    return option.repeatable()
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  private static CommandSpec spec(String name, String summary, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    UsageMessageSpec usage = spec.usageMessage();
    usage
        .width(WIDTH)
        .header(summary)
        .description(description)
        .sortOptions(false)
        .sortSynopsis(false);
    usage.headerHeading("").synopsisHeading("Usage: ").descriptionHeading("%n");
    usage.parameterListHeading("%n").optionListHeading("%n").commandListHeading("%nCommands%n");
    // the header is only for the list of commands
    usage.sectionKeys(
        usage.sectionKeys().stream()
            .filter(key -> !key.equals(UsageMessageSpec.SECTION_KEY_HEADER))
            .toList());
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this text.").build());
    return spec;
  }

  private static String explain(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      String message = String.valueOf(e.getMessage());
      return message.substring(0, 1).toLowerCase(Locale.ROOT)
          + message.substring(1)
          + hint(command);
    }
    String first = unmatched.getUnmatched().getFirst();
    boolean noCommand = command.equals(Commands.NAME);
    String what =
        first.startsWith("-")
            ? "there is no option "
            : noCommand ? "there is no command " : "one too many: ";
    return what + "`" + first + "`" + suggestions(unmatched) + hint(command);
  }

  private static String suggestions(UnmatchedArgumentException e) {
    StringWriter text = new StringWriter();
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(text, true));
    String found =
        text.toString()
            .strip()
            .replace("Possible solutions: ", "did you mean ")
            .replace("Did you mean: ", "did you mean ");
    return found.isEmpty() ? "" : "\n" + found + (found.endsWith("?") ? "" : "?");
  }

  /// {@return the last line of a message about wrong usage}
  ///
  /// @param command with the program's name before it
  static String hint(String command) {
    return "\ntry: " + command + " --help";
  }
}
