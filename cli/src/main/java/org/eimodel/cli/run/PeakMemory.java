package org.eimodel.cli.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has held at once.
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /// {@return bytes: of the whole process where the system keeps count (Linux), else of Java's own memory}
  static long bytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException | NumberFormatException notLinux) {
      // Java's own count follows
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(pool -> pool.getPeakUsage())
        .filter(usage -> usage != null)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
