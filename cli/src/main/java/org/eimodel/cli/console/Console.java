package org.eimodel.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where a command writes, and the folder that it works in.
///
/// @param out for what was asked for, as a summary
/// @param err for diagnostics, progress and everything else that a person should see
/// @param errIsTerminal whether a person watches `err` in a terminal, so that it may be redrawn
/// @param folder where relative names begin
public record Console(PrintStream out, PrintStream err, boolean errIsTerminal, Path folder) {

  /// {@return the console of this process, in UTF-8}
  ///
  /// Java cannot tell whether standard error is a terminal; the launcher can, and sets `eimodel.terminal`.
  public static Console ofProcess() {
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean("eimodel.terminal"),
        Path.of(""));
  }

  /// {@return a console that writes to these streams and never redraws}
  public static Console of(OutputStream out, OutputStream err, Path folder) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        folder);
  }

  /// {@return where a name that the user typed leads}
  public Path resolve(Path typed) {
    return folder.resolve(typed);
  }

  /// Says something about the command itself.
  public void say(String message) {
    err.println("eimodel: " + message);
  }
}
