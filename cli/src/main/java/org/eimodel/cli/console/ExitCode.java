package org.eimodel.cli.console;

/// What the command tells its caller.
public final class ExitCode {
  /// Done.
  public static final int OK = 0;

  /// The model or its data is wrong.
  public static final int MODEL = 1;

  /// Wrong usage.
  public static final int USAGE = 2;

  /// Out of memory or disk.
  public static final int RESOURCES = 3;

  /// A bug of eimodel.
  public static final int BUG = 70;

  private ExitCode() {}
}
