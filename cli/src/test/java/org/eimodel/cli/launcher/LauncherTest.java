package org.eimodel.cli.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private LauncherSandbox sandbox;
  private Path jdk25;

  @BeforeEach
  void layOut(@TempDir Path folder) throws IOException {
    sandbox = new LauncherSandbox(folder);
    jdk25 = sandbox.jdk("jdk 25", "25.0.1");
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    var outcome = sandbox.run(jdk25, "--jdk");
    assertEquals(List.of(jdk25.toString()), outcome.out());
    assertEquals("", outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "1.8.0_402", "24", "9"})
  void tooOldIsPassedOver(String version) throws Exception {
    var old = sandbox.jdk("old", version);
    var outcome = sandbox.run(old, "--jdk");
    assertFalse(outcome.out().contains(old.toString()), () -> outcome.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25-ea", "26.0.1", "101"})
  void theVersionMayTakeAnyFormOfItsOwn(String version) throws Exception {
    var jdk = sandbox.jdk("new", version);
    assertEquals(List.of(jdk.toString()), sandbox.run(jdk, "--jdk").out());
  }

  @Test
  void withoutReleaseFileJavaIsAsked() throws Exception {
    var jdk = sandbox.jdkWithoutRelease("bare", "25.0.2");
    assertEquals(List.of(jdk.toString()), sandbox.run(jdk, "--jdk").out());
  }

  @Test
  void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
    Files.delete(jdk25.resolve("bin/javac"));
    assertFalse(sandbox.run(jdk25, "--jdk").out().contains(jdk25.toString()));
  }

  @Test
  void javaOnThePathIsFollowedThroughItsLinks() throws Exception {
    var links = Files.createDirectories(sandbox.home().resolve("links"));
    Files.createSymbolicLink(links.resolve("second"), jdk25.resolve("bin/java"));
    Files.createSymbolicLink(links.resolve("java"), links.resolve("second"));
    var path = Map.of("PATH", links + ":/usr/bin:/bin");
    var launcher = sandbox.project().resolve("eimodel");
    var outcome = LauncherSandbox.await(sandbox.start(launcher, null, path, "--jdk"));
    assertEquals(List.of(jdk25.toRealPath().toString()), outcome.out());
  }

  /// The machine's own JDK hides the end of the search, so the least version is set out of reach.
  @Test
  void whereThereIsNoJdkTheInstallLinesAreShown() throws Exception {
    var script = sandbox.project().resolve("eimodel");
    Files.writeString(script, Files.readString(script).replace("least=25", "least=99"));
    var outcome = sandbox.run(jdk25, "run", "coba");
    assertEquals(3, outcome.exit());
    assertEquals(List.of(), outcome.out());
    assertEquals(
        """
        eimodel: needs a JDK of version 99 or newer, and found none. Install one with
            apt (Debian 13, Ubuntu 22.04 and later):   sudo apt install openjdk-25-jdk
            Homebrew:                                  brew install openjdk@25
            SDKMAN (any Linux or macOS):               sdk install java 25.0.3-tem
          or set JAVA_HOME to where it is. Looked in JAVA_HOME, on the PATH and in the usual folders.
        """,
        outcome.err());
    assertEquals(0, sandbox.builds());
  }

  @Test
  void theHomeFoldersOfVersionSwitchersAreSearched() throws Exception {
    var script = sandbox.project().resolve("eimodel");
    Files.writeString(script, Files.readString(script).replace("least=25", "least=99"));
    var jdk = sandbox.jdk("home/.sdkman/candidates/java/99.0.1-tem", "99.0.1");
    assertEquals(List.of(jdk.toString()), sandbox.run(null, "--jdk").out());
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    var first = sandbox.run(jdk25, "run", "coba");
    var second = sandbox.run(jdk25, "run", "coba");
    assertAll(
        () -> assertEquals("eimodel: building (first use, about a minute) ...\n", first.err()),
        () -> assertEquals("", second.err()),
        () -> assertEquals(1, sandbox.builds()),
        () -> assertEquals(first.out(), second.out()),
        () -> assertTrue(second.out().stream().anyMatch(a -> a.startsWith("-XX:AOTCache="))),
        () -> assertEquals(List.of("run", "coba"), afterJar(second)));
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    sandbox.run(jdk25, "models");
    sandbox.editSource();
    assertEquals(
        "eimodel: building (the sources have changed) ...\n", sandbox.run(jdk25, "models").err());
    assertEquals(2, sandbox.builds());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    var launcher = sandbox.project().resolve("eimodel");
    var slow = Map.of("BUILD_SECONDS", "0.5");
    var one = sandbox.start(launcher, jdk25, slow, "models");
    var two = sandbox.start(launcher, jdk25, slow, "models");
    assertEquals(List.of("models"), afterJar(LauncherSandbox.await(one)));
    assertEquals(List.of("models"), afterJar(LauncherSandbox.await(two)));
    assertEquals(1, sandbox.builds());
  }

  @Test
  void aLockWhoseOwnerDiedIsTakenOver() throws Exception {
    var dead = new ProcessBuilder("sh", "-c", "uname -n").start();
    var machine = new String(dead.getInputStream().readAllBytes()).strip();
    dead.waitFor();
    var work = Files.createDirectories(sandbox.project().resolve(".eimodel-build"));
    Files.createSymbolicLink(work.resolve("lock"), Path.of(dead.pid() + "@" + machine));
    assertEquals(List.of("models"), afterJar(sandbox.run(jdk25, "models")));
    assertFalse(Files.exists(work.resolve("lock"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aFailedBuildShowsItsErrorsAndWhereTheLogIs() throws Exception {
    sandbox.maven("echo '[INFO] fine'; echo '[ERROR] Main.java:[1,1] broken'; exit 1");
    var outcome = sandbox.run(jdk25, "models");
    var log = sandbox.project().toRealPath().resolve(".eimodel-build/build.log");
    assertEquals(3, outcome.exit());
    assertEquals(
        "eimodel: building (first use, about a minute) ...\n"
            + "eimodel: the build failed. The first errors of "
            + log
            + ":\n"
            + "[ERROR] Main.java:[1,1] broken\n",
        outcome.err());
    assertEquals(3, sandbox.run(jdk25, "models").exit(), "and nothing half built is left");
  }

  @ParameterizedTest
  @CsvSource({"4g,4g", "512m,512m", "512M,512m", "2GB,2g", "2GiB,2g", "1t,1t"})
  void heapBecomesAnOptionOfJava(String size, String expected) throws Exception {
    var apart = sandbox.run(jdk25, "run", "--heap", size, "coba");
    var joined = sandbox.run(jdk25, "run", "coba", "--heap=" + size);
    assertTrue(apart.out().contains("-Xmx" + expected), () -> apart.toString());
    assertEquals(List.of("run", "coba"), afterJar(apart));
    assertEquals(apart.out(), joined.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "g", "4x", "-4g", "0g", "1.5g", "4 g", "1m", "99999999999999999g"})
  void aWrongHeapIsWrongUsage(String size) throws Exception {
    var outcome = sandbox.run(jdk25, "run", "coba", "--heap", size);
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().startsWith("eimodel: --heap takes a size such as 4g or 512m"));
    assertTrue(outcome.err().endsWith("this is \"" + size + "\"\ntry: eimodel run --help\n"));
  }

  @Test
  void argumentsReachTheCommandAsTheyWere() throws Exception {
    String[] strange = {
      "run", "a b", "", "*", "--set", "x='$HOME'", "--heap=1g", "--", "--heap", "q"
    };
    assertEquals(
        List.of("run", "a b", "", "*", "--set", "x='$HOME'", "--", "--heap", "q"),
        afterJar(sandbox.run(jdk25, strange)));
  }

  @Test
  void optionsOfTheEnvironmentComeLastAndAreNoPatterns() throws Exception {
    Files.writeString(sandbox.folder().resolve("-Da=b"), "a pattern would find this file");
    var more = Map.of("EIMODEL_JAVA_OPTS", "-Xmx9g  -Da=*");
    var launcher = sandbox.project().resolve("eimodel");
    var out = LauncherSandbox.await(sandbox.start(launcher, jdk25, more, "models")).out();
    int jar = out.indexOf("-jar");
    assertEquals(List.of("-Xmx9g", "-Da=*"), out.subList(jar - 2, jar));
  }

  @Test
  void aLinkToTheLauncherWorks() throws Exception {
    var link =
        Files.createSymbolicLink(sandbox.home().resolve("eim"), Path.of("../a project/eimodel"));
    var outcome = LauncherSandbox.await(sandbox.start(link, jdk25, Map.of(), "models"));
    assertEquals(List.of("models"), afterJar(outcome));
  }

  @Test
  void theExitCodeIsTheCommandsOwn() throws Exception {
    assertEquals(70, sandbox.run(jdk25, "--exit-with=70").exit());
  }

  private static List<String> afterJar(LauncherSandbox.Outcome outcome) {
    int jar = outcome.out().indexOf("-jar");
    assertTrue(jar >= 0, () -> "java was not started: " + outcome);
    assertTrue(outcome.out().get(jar + 1).endsWith("/eimodel.jar"));
    return outcome.out().subList(jar + 2, outcome.out().size());
  }
}
