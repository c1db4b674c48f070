package org.eimodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.source.ModelFile;

/// A file that holds everything that is needed to find a bug of eimodel: the arguments, the model and where it broke.
final class BugReport {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private BugReport() {}

  /// Writes the file and tells the user to send it. Where no file can be written, prints it.
  static void give(Throwable bug, List<String> arguments, Optional<String> model, Console console) {
    String text = text(bug, arguments, model, console);
    console.say("this is a bug of eimodel, not of your model: " + firstLine(bug));
    Optional<Path> file = write(text, console);
    if (file.isPresent()) {
      console
          .err()
          .println(
              "Please send us the file "
                  + file.get()
                  + "; it holds the arguments, the model's text and");
      console.err().println("where the program failed, and no results.");
    } else {
      console.err().println("Please send us this:\n" + text);
    }
  }

  private static Optional<Path> write(String text, Console console) {
    String name =
        "eimodel-bug-"
            + LocalDateTime.now().format(STAMP)
            + "-"
            + ProcessHandle.current().pid()
            + ".txt";
    for (Path folder : List.of(console.folder(), Path.of(System.getProperty("java.io.tmpdir")))) {
      try {
        Path file = folder.resolve(name).toAbsolutePath().normalize();
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Optional.of(file);
      } catch (IOException notHere) {
        // the next folder
      }
    }
    return Optional.empty();
  }

  private static String text(
      Throwable bug, List<String> arguments, Optional<String> model, Console console) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(Version.text());
    out.println(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    out.println("arguments: " + arguments);
    out.println();
    bug.printStackTrace(out);
    model.ifPresent(name -> {
      out.println();
      out.println("--- " + name);
      out.println(modelText(name, console));
    });
    out.flush();
    return text.toString();
  }

  private static String modelText(String name, Console console) {
    try {
      return ModelFile.named(name, console)
          .value()
          .map(file -> file.source().text())
          .orElse("(not readable as text)");
    } catch (UsageException | RuntimeException unreadable) {
      return "(not readable: " + unreadable + ")";
    }
  }

  private static String firstLine(Throwable bug) {
    return bug.toString().lines().findFirst().orElse("");
  }
}
