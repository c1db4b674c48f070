package org.eimodel.cli;

import java.util.Optional;

/// What is running.
final class Version {
  private Version() {}

  /// {@return `eimodel 0.1.0 (Java 25.0.1)`}
  static String text() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("from its sources");
    return "eimodel " + version + " (Java " + System.getProperty("java.version") + ")";
  }
}
