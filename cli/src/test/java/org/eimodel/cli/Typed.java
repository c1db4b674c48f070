package org.eimodel.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eimodel.cli.console.Console;

/// A command that was typed in a folder, and what came of it.
///
/// @param code the exit code
/// @param out what stood on standard output
/// @param err what stood on standard error
record Typed(int code, String out, String err) {

  /// {@return what comes of `eimodel <arguments>`, not in a terminal}
  static Typed in(Path folder, String... arguments) {
    return in(folder, Main::perform, arguments);
  }

  /// {@return what comes of arguments when they lead to this action}
  static Typed in(Path folder, Main.Action action, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(Console.of(out, err, folder), action, arguments);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
