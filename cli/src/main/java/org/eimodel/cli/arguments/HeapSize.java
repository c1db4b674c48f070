package org.eimodel.cli.arguments;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap that `--heap` asks for.
///
/// Java fixes its heap when it starts, so the launcher takes this option out of the arguments. It is seen here only when
/// somebody starts the program without the launcher.
final class HeapSize {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,6})([mgt])(i?b)?");

  /// The collectors keep a part of the heap back.
  private static final double SHARE_IN_SIGHT = 0.8;

  private HeapSize() {}

  /// {@return a size such as `4g` or `512m` in bytes}
  static long bytes(String size) throws UsageException {
    Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new UsageException(
          "--heap takes a size such as 4g or 512m; this is \""
              + size
              + "\""
              + FullReader.hint(Commands.NAME + " run"));
    }
    int shift =
        switch (matcher.group(2)) {
          case "m" -> 20;
          case "g" -> 30;
          default -> 40;
        };
    return Long.parseLong(matcher.group(1)) << shift;
  }

  /// Refuses a size that Java was not started with.
  static void mustBeInForce(String size, long maxMemory) throws UsageException {
    long bytes = bytes(size);
    if (maxMemory < SHARE_IN_SIGHT * bytes || maxMemory > bytes * 1.05) {
      throw new UsageException(
          "--heap is taken by the launcher, ./eimodel; with java itself, write -Xmx"
              + size
              + " before -jar");
    }
  }
}
