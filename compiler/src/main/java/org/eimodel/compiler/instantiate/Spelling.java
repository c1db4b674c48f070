package org.eimodel.compiler.instantiate;

import java.util.Locale;
import java.util.regex.Pattern;

/// How settings read where their user wrote them. A mistake shows the text that was written, and help says what to
/// write.
public enum Spelling {
  /// Calls of a program: `set("p", "0.2")`.
  PROGRAM {
    @Override
    WrittenSetting parameter(String name, String value) {
      return new WrittenSetting("set", "set(\"", name, "\", \"", value, "\")");
    }

    @Override
    WrittenSetting duration(String value) {
      return new WrittenSetting("duration", "", "duration", "(\"", value, "\")");
    }

    @Override
    WrittenSetting timeStep(String value) {
      return new WrittenSetting("timeStep", "", "timeStep", "(\"", value, "\")");
    }

    @Override
    String seed(String value) {
      return "seed(" + value + ")";
    }
  },

  /// Options of the command, quoted as a shell wants them: `--set p=0.2`, `--dt '0.05 ms'`.
  COMMAND {
    @Override
    WrittenSetting parameter(String name, String value) {
      String quote = quote(value);
      return new WrittenSetting("--set", "--set " + quote, name, "=", value, quote);
    }

    @Override
    WrittenSetting duration(String value) {
      return new WrittenSetting("--duration", "", "--duration", " " + quote(value), value, quote(value));
    }

    @Override
    WrittenSetting timeStep(String value) {
      return new WrittenSetting("--dt", "", "--dt", " " + quote(value), value, quote(value));
    }

    private static String quote(String value) {
      return PLAIN.matcher(value).matches() ? "" : "'";
    }

    @Override
    String seed(String value) {
      return "--seed " + value;
    }
  };

  private static final Pattern PLAIN = Pattern.compile("[\\w.,:/^+%-]*");

  abstract WrittenSetting parameter(String name, String value);

  abstract WrittenSetting duration(String value);

  abstract WrittenSetting timeStep(String value);

  abstract String seed(String value);

  /// {@return what sets `dt`, `duration` or `seed`, which are no parameters; empty for any other name}
  String instead(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "dt" -> timeStep(value).text();
      case "duration" -> duration(value).text();
      case "seed" -> seed(value);
      default -> "";
    };
  }
}
