package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong usage: exit code 2, a message that helps, nothing on standard output, nothing written.
class UsageTest {
  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "there is no option `--presicion`\ndid you mean --precision?\ntry: eimodel run --help",
            "run --presicion single hh"),
        mistake("there is no command `rnu`", "rnu hh"),
        mistake("there is no option `--out`\ntry: eimodel check --help", "check hh --out x"),
        mistake("missing required parameter: 'FILE|NAME'\ntry: eimodel run --help", "run"),
        mistake("missing required parameter for option '--seed' (N)", "run hh --seed"),
        mistake("option '--seed' (N) should be specified only once", "run hh --seed 1 --seed 2"),
        mistake("one too many: `coba`", "run hh coba"),
        mistake(
            "--seed takes a whole number from 0 to 2^63 - 1; this is \"x\"\ntry: eimodel check --help",
            "check hh --seed x"),
        mistake(
            "--seed takes a whole number from 0 to 2^63 - 1; this is \"9999999999999999999\"",
            "run hh --seed 9999999999999999999"),
        mistake(
            "--threads takes a number from 1 to 9999, or auto; this is \"0\"\ntry: eimodel bench --help",
            "bench hh --threads 0"),
        mistake(
            "--precision takes double or single; this is \"half\"\ntry: eimodel explain --help",
            "explain hh --precision half"),
        mistake(
            "--tier takes auto, scalar or vector; this is \"fast\"\ntry: eimodel run --help",
            "run hh --tier fast"),
        mistake(
            "--summary takes json or text; this is \"xml\"\ntry: eimodel run --help",
            "run hh --summary xml"),
        mistake(
            "--format takes csv, npz or csv,npz; this is \"csv,\"\ntry: eimodel run --help",
            "run hh --format csv,"),
        mistake(
            "--set takes NAME=VALUE, as in --set p=0.2 or --set 'EE.w=0.12 mV'; this is \"p\"\ntry: eimodel run --help",
            "run hh --set p"),
        mistake(
            "--set takes NAME=VALUE, as in --set p=0.2 or --set 'EE.w=0.12 mV'; this is \"p=\"\ntry: eimodel run --help",
            "run hh --set p="),
        mistake("--set gives `p` twice\ntry: eimodel run --help", "run hh --set p=1 --set p=2"),
        mistake(
            "--heap takes a size such as 4g or 512m; this is \"4\"\ntry: eimodel run --help",
            "run hh --heap 4"),
        mistake(
            "--heap is taken by the launcher, ./eimodel; with java itself, write -Xmx900t before -jar",
            "run hh --heap 900t"),
        mistake("there is no file and no model of the library called `macaque`", "run macaque"),
        mistake(
            "there is no file and no model of the library called `cobaa`\ndid you mean `coba`",
            "check cobaa"),
        mistake("there is no file hh.eimodel\nthe library has a model `hh`", "explain hh.eimodel"),
        mistake("there is no file a/b", "run a/b"),
        mistake("a is a folder, not a model", "run a"),
        mistake(
            "--out: full is not empty, and results never overwrite anything", "run hh --out full"),
        mistake("--out: full/file is a file, not a folder", "run hh --out full/file"),
        mistake("there is no command `nix`", "help nix"));
  }

  private static Arguments mistake(String message, String typed) {
    return Arguments.of(typed, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreExplained(String arguments, String message) throws IOException {
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("file"), "mine");
    Typed typed = Typed.in(folder, arguments.split(" "));
    String err = typed.err().replace(folder + "/", "");
    assertEquals(2, typed.code(), err);
    assertTrue(err.startsWith("eimodel: " + message), err);
    assertEquals("", typed.out());
    assertEquals(2, entries(folder));
    assertEquals("mine", Files.readString(folder.resolve("full/file")));
  }

  @Test
  void settingsThatTheModelDoesNotHaveAreWrongUsage() {
    Typed name = Typed.in(folder, "run", "coba", "--set", "sclae=2");
    assertEquals(2, name.code());
    assertTrue(
        name.err().contains("`sclae`") && name.err().contains("did you mean `scale`?"), name.err());
    Typed unit = Typed.in(folder, "run", "coba", "--duration", "10 mV");
    assertEquals(2, unit.code());
    assertTrue(unit.err().contains("| --duration '10 mV'\n"), unit.err());
    assertEquals(0, entries(folder));
  }

  @Test
  void wrongSettingsPointAtTheOption() throws IOException {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    assertSetting(
        """
        --set: error[E0205]: `strength` must be mV, but this is a plain number
              | --set strength=15
              |                ^^
              = help: write the unit after the number: 15 mV
        """,
        "--set",
        "strength=15");
    assertSetting(
        """
        --dt: error[E0601]: `0,1 ms` is not a number
              | --dt '0,1 ms'
              |       ^^^^^^
              = help: write a point before the decimals: 0.1 ms
        """,
        "--dt",
        "0,1 ms");
    assertSetting(
        """
        --set: error[E0604]: the model has no parameter `dt` to set
              | --set dt=0.1ms
              |       ^^
              = help: `dt` is no parameter: it is set with --dt 0.1ms
        """,
        "--set",
        "dt=0.1ms");
  }

  /// A right number that the model has no use for is a mistake of the setting, too.
  @Test
  void aSettingBehindAMistakeInTheModelIsNamed() throws IOException {
    TinyModels.write(folder, "two.eimodel", TinyModels.OWN_SYNAPSES.replace("(0.3)", "(p)") + "param p = 0.3\n");
    assertSetting(
        """
        --set: error[E0601]: a probability cannot be 2
              | --set p=2
              |         ^
              in two.eimodel:
           23 |   connect probability(p), procedural
              |                       ^
              = help: it must be between 0 and 1
        """,
        "--set",
        "p=2");
  }

  private void assertSetting(String message, String option, String value) {
    for (String command : List.of("check", "run", "explain", "bench")) {
      Typed typed = Typed.in(folder, command, "two.eimodel", option, value);
      assertEquals(2, typed.code(), typed.err());
      assertEquals(message, typed.err());
    }
    assertEquals(1, entries(folder));
  }

  @Test
  void theHeapThatJavaHasMayBeNamed() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    assertEquals(
        0,
        Typed.in(folder, "run", "hh", "--heap", megabytes + "m", "--out", "none", "--quiet")
            .code());
  }

  private static long entries(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
