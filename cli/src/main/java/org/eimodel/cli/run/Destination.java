package org.eimodel.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eimodel.cli.arguments.Invocation.Output;
import org.eimodel.cli.arguments.UsageException;
import org.eimodel.cli.console.Console;
import org.eimodel.cli.console.ResourceException;
import org.eimodel.cli.results.ResultWriter;
import org.eimodel.cli.results.RunFolder;
import org.eimodel.cli.results.RunResults;
import org.eimodel.cli.results.TableFormat;
import org.eimodel.cli.results.WrittenFiles;

/// Where the results of a run will go. What can be known to fail is known before the run.
final class Destination {
  private static final String FRESH = "runs";

  private static final String ELSEWHERE =
      "name another folder with --out, or write none with --out none";

  private final Output output;
  private final Path base;

  private Destination(Output output, Path base) {
    this.output = output;
    this.base = base;
  }

  /// Files that were written.
  record Written(RunFolder folder, Optional<Path> picture, List<String> notes) {
    /// {@return what the user should look at, the picture last}
    String text() {
      String path = folder.path().toString();
      return "  results   "
          + path
          + "\n"
          + picture.map(file -> "  picture   " + file + "\n").orElse("");
    }
  }

  /// {@return the place that was asked for, after a look at it}
  ///
  /// *Errors*: [UsageException] when the folder holds anything, [ResourceException] when it may not be written to.
  static Destination of(Output output, Console console) throws UsageException, ResourceException {
    Path base =
        switch (output) {
          case Output.Fresh() -> console.resolve(Path.of(FRESH));
          case Output.Folder(Path path) -> console.resolve(path);
          case Output.None() -> console.folder();
        };
    Destination destination = new Destination(output, base);
    if (output instanceof Output.Folder) {
      try {
        RunFolder.require(base);
      } catch (IOException e) {
        throw new UsageException("--out: " + RunFolder.explain(e));
      }
    }
    if (destination.writes()) {
      requireWritable(base);
    }
    return destination;
  }

  boolean writes() {
    return !(output instanceof Output.None);
  }

  /// Writes everything but the summary; an interruption from now on removes it.
  Written write(
      RunResults results, Set<TableFormat> formats, int threads, Interruption interruption)
      throws ResourceException {
    try {
      List<Path> ours = missing(base);
      RunFolder folder =
          output instanceof Output.Fresh
              ? RunFolder.create(base, results.heading().title())
              : RunFolder.at(base);
      if (output instanceof Output.Fresh) {
        ours.addFirst(folder.path());
      }
      interruption.owns(folder.path(), ours);
      WrittenFiles files = ResultWriter.write(folder, results, formats, threads);
      return new Written(folder, files.picture(), files.notes());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// {@return the folders that have to be made for this one, the innermost first}
  private static List<Path> missing(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path next = folder; next != null && !Files.exists(next); next = next.getParent()) {
      if (!next.toString().isEmpty()) {
        missing.add(next);
      }
    }
    return missing;
  }

  static ResourceException failure(IOException e) {
    return new ResourceException(RunFolder.explain(e) + "\n" + ELSEWHERE);
  }

  private static void requireWritable(Path path) throws ResourceException {
    Path exists = path.toAbsolutePath();
    while (!Files.exists(exists) && exists.getParent() != null) {
      exists = exists.getParent();
    }
    if (!Files.isDirectory(exists) || !Files.isWritable(exists)) {
      throw new ResourceException("results cannot be written to " + path + "\n" + ELSEWHERE);
    }
  }
}
