package org.eimodel.cli.arguments;

/// The arguments make no sense; the message says which and what would.
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message complete, with what to do about it; several lines are fine
  public UsageException(String message) {
    super(message);
  }
}
