package org.eimodel.cli.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path base;

  @Test
  void everyRunGetsTheFirstFreeNumber() throws IOException {
    Path runs = base.resolve("new").resolve("runs");
    assertEquals(runs.resolve("hh-1"), RunFolder.create(runs, "hh").path());
    assertEquals(runs.resolve("hh-2"), RunFolder.create(runs, "hh").path());
    Files.writeString(runs.resolve("hh-3"), "a file in the way");
    assertEquals(runs.resolve("hh-4"), RunFolder.create(runs, "hh").path());
    Files.delete(runs.resolve("hh-1"));
    assertEquals(runs.resolve("hh-1"), RunFolder.create(runs, "hh").path());
    assertEquals(runs.resolve(".._a_b-1"), RunFolder.create(runs, "../a b").path());
  }

  @Test
  void runsThatStartTogetherGetFoldersOfTheirOwn() throws Exception {
    Set<Path> folders = ConcurrentHashMap.newKeySet();
    Callable<Boolean> run = () -> folders.add(RunFolder.create(base, "m").path());
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var fresh : threads.invokeAll(Collections.nCopies(64, run))) {
        assertTrue(fresh.get());
      }
    }
    assertTrue(folders.contains(base.resolve("m-64")));
  }

  @Test
  void aNamedFolderMustBeNewOrEmpty() throws IOException {
    Path named = base.resolve("a").resolve("b");
    assertEquals(named, RunFolder.at(named).path());
    assertEquals(named, RunFolder.at(named).path());
    Files.writeString(named.resolve("x"), "mine");
    IOException full = assertThrows(DirectoryNotEmptyException.class, () -> RunFolder.at(named));
    assertEquals(
        named
            + " is not empty, and results never overwrite anything: name a new or an empty folder",
        RunFolder.explain(full));
    IOException file =
        assertThrows(NotDirectoryException.class, () -> RunFolder.at(named.resolve("x")));
    assertEquals(named.resolve("x") + " is a file, not a folder", RunFolder.explain(file));
    assertEquals("mine", Files.readString(named.resolve("x")));
  }

  @Test
  void whatTheSystemRefusesIsASentence() {
    assertEquals(
        "a/b cannot be made in that folder",
        RunFolder.explain(new NoSuchFileException("a/b")));
    assertEquals(
        "a/b cannot be written: Read-only file system",
        RunFolder.explain(new FileSystemException("a/b", null, "Read-only file system")));
    assertEquals(
        "the results could not be written: No space left on device",
        RunFolder.explain(new IOException("No space left on device")));
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws IOException {
    Path target = base.resolve("spikes.csv");
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                target,
                out -> {
                  out.write(new byte[100_000]);
                  assertFalse(Files.exists(target), "visible before it is whole");
                  throw new IOException("disk full");
                }));
    assertEquals(List.of(), entries());
    WholeFile.write(target, out -> out.write('a'));
    assertThrows(
        FileAlreadyExistsException.class, () -> WholeFile.write(target, out -> out.write('b')));
    assertEquals("a", Files.readString(target));
    assertEquals(List.of(target), entries());
  }

  @Test
  void aFileThatAppearsMeanwhileIsNotReplaced() throws IOException {
    Path target = base.resolve("spikes.csv");
    assertThrows(
        FileAlreadyExistsException.class,
        () -> WholeFile.write(target, out -> Files.writeString(target, "theirs")));
    assertEquals("theirs", Files.readString(target));
    assertEquals(List.of(target), entries());
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(base)) {
      return entries.toList();
    }
  }
}
