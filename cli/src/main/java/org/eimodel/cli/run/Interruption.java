package org.eimodel.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eimodel.cli.console.Console;
import org.jspecify.annotations.Nullable;

/// Cleans up and says so when the user stops the command, as with Ctrl-C.
///
/// Java then exits by itself, with 130 for Ctrl-C and 143 for a polite kill.
final class Interruption implements AutoCloseable {
  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 20;

  private final Console console;
  private final StatusLine line;
  private final Thread hook = new Thread(this::stop, "eimodel-interruption");
  private volatile Supplier<String> doing = () -> "before the run";
  private volatile @Nullable Half half;
  private volatile boolean complete;

  /// A folder that holds half of the results.
  ///
  /// @param ours the folders that were made for this run and go with it, the innermost first
  private record Half(Path folder, List<Path> ours) {}

  private Interruption(Console console, StatusLine line) {
    this.console = console;
    this.line = line;
  }

  /// {@return a watch that is on until it is closed}
  static Interruption watch(Console console, StatusLine line) {
    Interruption interruption = new Interruption(console, line);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// From now on the command is doing this.
  void doing(Supplier<String> what) {
    doing = what;
  }

  /// From now on a folder holds half of the results.
  ///
  /// @param ours the folders that were made for this run and go with it, the innermost first
  void owns(Path folder, List<Path> ours) {
    half = new Half(folder, List.copyOf(ours));
  }

  /// The folder holds all of the results, and there is nothing left to stop.
  void complete() {
    complete = true;
    half = null;
  }

  /// Removes what was written so far, as after an error.
  void discard() {
    Half discarded = half;
    if (discarded != null) {
      remove(discarded);
      half = null;
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // the hook is running: it has the last word
    }
  }

  private void stop() {
    line.clear();
    if (complete) {
      return;
    }
    boolean writing = half != null;
    discard();
    console.say(
        "stopped "
            + doing.get()
            + "; "
            + (writing ? "what was written has been removed" : "nothing was written"));
    console.err().flush();
  }

  /// Files may still be appearing while they are removed: tries until none is left.
  private static void remove(Half half) {
    for (int i = 0; i < TRIES; i++) {
      try (Stream<Path> files = Files.list(half.folder())) {
        List<Path> found = files.toList();
        for (Path file : found) {
          Files.deleteIfExists(file);
        }
        if (half.ours().contains(half.folder())) {
          Files.deleteIfExists(half.folder());
          removeEmpty(half.ours());
          return;
        }
        if (found.isEmpty()) {
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException more) {
        // a file appeared meanwhile
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void removeEmpty(List<Path> folders) {
    try {
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException inUse) {
      // another run has begun to write there
    }
  }
}
