package org.eimodel.cli.console;

/// The machine has not enough of something: memory, disk, or the right to write.
public final class ResourceException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message complete, with what to do about it
  public ResourceException(String message) {
    super(message);
  }
}
