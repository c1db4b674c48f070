package org.eimodel.cli.console;

import java.util.Locale;

/// Numbers as people read them.
public final class Amounts {
  private Amounts() {}

  /// {@return `116,000 neurons`, `1 neuron`}
  public static String count(long count, String thing) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, thing);
  }

  /// {@return a size of memory as `--heap` counts it, in powers of 1024: `512 bytes`, `3.1 MB`, `1.2 GB`}
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return count(bytes, "byte");
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, size < 99.95 ? "%.1f %s" : "%.0f %s", size, units[unit]);
  }

  /// {@return a whole number with commas between the thousands}
  public static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
