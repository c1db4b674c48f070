package org.eimodel.cli.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads arguments that need no explanation; whatever it does not read, [FullReader] does.
///
/// The full parser takes 0.13 s to start, which every run of the command would pay. A test compares the two.
final class PlainReader {
  private final CommandForm form;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private Optional<String> positional = Optional.empty();

  private PlainReader(CommandForm form) {
    this.form = form;
  }

  /// {@return the arguments by option, or nothing when there is anything to explain}
  static Optional<Matched> read(List<String> arguments) {
    return arguments.isEmpty()
        ? Optional.empty()
        : Commands.named(arguments.getFirst())
            .flatMap(
                form -> new PlainReader(form).readRest(arguments.subList(1, arguments.size())));
  }

  private Optional<Matched> readRest(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("-")) {
        if (argument.isEmpty() || form.positional().isEmpty() || positional.isPresent()) {
          return Optional.empty();
        }
        positional = Optional.of(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      Optional<CommandForm.Option> option =
          option(equals < 0 ? argument : argument.substring(0, equals));
      if (option.isEmpty() || option.get().isFlag() && equals >= 0) {
        return Optional.empty();
      }
      String value = "true";
      if (!option.get().isFlag()) {
        if (equals < 0 && ++i == arguments.size()) {
          return Optional.empty();
        }
        value = equals < 0 ? arguments.get(i) : argument.substring(equals + 1);
        if (value.isEmpty() || equals < 0 && value.startsWith("-")) {
          return Optional.empty();
        }
      }
      List<String> all = values.computeIfAbsent(option.get().key(), key -> new ArrayList<>());
      if (!all.isEmpty() && !option.get().repeatable()) {
        return Optional.empty();
      }
      all.add(value);
    }
    boolean complete =
        positional.isPresent()
            || form.positional().stream().noneMatch(CommandForm.Positional::required);
    return complete ? Optional.of(new Matched(form.name(), positional, values)) : Optional.empty();
  }

  private Optional<CommandForm.Option> option(String name) {
    return form.options().stream().filter(option -> option.names().contains(name)).findFirst();
  }
}
