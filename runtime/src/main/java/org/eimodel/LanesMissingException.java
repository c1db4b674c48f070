package org.eimodel;

/// [Tier#VECTOR] was asked for, and this JVM or this program cannot give it.
public final class LanesMissingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LanesMissingException(String message) {
    super(message);
  }

  /// @param cause a bug of ours that stands behind it
  public LanesMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
