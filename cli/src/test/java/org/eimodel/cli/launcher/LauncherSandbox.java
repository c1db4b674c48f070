package org.eimodel.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A copy of the launcher in a project of its own, with JDKs and a Maven that are shell scripts.
///
/// The fake `java` prints one line for each argument; the fake `mvn` takes `BUILD_SECONDS` to write a program and a
/// line into `builds.txt`. The tools that the launcher calls (`find`, `ln`, ...) are the machine's own.
final class LauncherSandbox {

  /// What one start left behind.
  record Outcome(int exit, List<String> out, String err) {}

  private final Path folder;
  private final Path project;
  private final Path bin;
  private final Path home;

  /// Lays out the project in the empty `folder`.
  LauncherSandbox(Path folder) throws IOException {
    this.folder = folder;
    project = folder.resolve("a project");
    bin = folder.resolve("bin");
    home = folder.resolve("home");
    Files.createDirectories(project.resolve("cli/src/main/java"));
    Files.createDirectories(home);
    Files.createDirectories(bin);
    Files.copy(
        repository().resolve("eimodel"),
        project.resolve("eimodel"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve("cli/src/main/java/Main.java"), "class Main {}");
    maven(
        """
        echo build >> builds.txt
        echo "[INFO] JAVA_HOME is $JAVA_HOME"
        sleep ${BUILD_SECONDS:-0}
        mkdir -p cli/target/app
        echo jar > cli/target/eimodel.jar
        echo jar > cli/target/app/library.jar
        """);
  }

  Path folder() {
    return folder;
  }

  Path project() {
    return project;
  }

  Path home() {
    return home;
  }

  /// Makes a JDK whose `release` file gives `version`, and answers its home.
  Path jdk(String name, String version) throws IOException {
    Path jdk = jdkWithoutRelease(name, version);
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"99\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /// Makes a JDK that tells its version only when its `java` is started.
  Path jdkWithoutRelease(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    script(jdk.resolve("bin/javac"), "");
    script(
        jdk.resolve("bin/java"),
        """
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-09-16' >&2; exit; fi
        for argument; do
          case $argument in
            -XX:AOTCacheOutput=*) echo archive > "${argument#*=}"; exit ;;
            --exit-with=*) exit "${argument#*=}" ;;
          esac
        done
        for argument; do printf '%%s\\n' "$argument"; done
        """
            .formatted(version));
    return jdk;
  }

  /// Replaces what the fake `mvn` does when it is to build.
  void maven(String body) throws IOException {
    script(
        bin.resolve("mvn"), "if [ \"$1\" = -v ]; then echo Apache Maven 3.9.9; exit; fi\n" + body);
  }

  /// How often the fake `mvn` was asked to build.
  int builds() throws IOException {
    Path log = project.resolve("builds.txt");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  /// Makes the first source newer than anything that was built.
  void editSource() throws IOException {
    Files.setLastModifiedTime(
        project.resolve("cli/src/main/java/Main.java"),
        FileTime.from(Instant.now().plusSeconds(5)));
  }

  /// Starts the launcher with `javaHome` (null: unset) and waits for its end.
  Outcome run(Path javaHome, String... arguments) throws Exception {
    return await(start(project.resolve("eimodel"), javaHome, Map.of(), arguments));
  }

  /// Starts `launcher` without waiting.
  Process start(Path launcher, Path javaHome, Map<String, String> more, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.contains("JAVA") || name.contains("SDKMAN"));
    environment.put("HOME", home.toString());
    environment.put("PATH", bin + ":/usr/bin:/bin");
    if (javaHome != null) {
      environment.put("JAVA_HOME", javaHome.toString());
    }
    environment.putAll(more);
    return builder.start();
  }

  /// Waits for the end of a start. The few lines that these tests print fit into the pipes.
  static Outcome await(Process process) throws Exception {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end within 30 s");
    }
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.exitValue(), out.lines().toList(), err);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// The folder that holds the launcher: Maven runs tests in the module's folder, an IDE perhaps in the project's.
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("eimodel")) ? here : here.getParent();
  }
}
