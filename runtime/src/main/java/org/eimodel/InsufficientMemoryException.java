package org.eimodel;

/// A network would need more memory than the JVM's heap allows; nothing of it was built.
///
/// The message says how much, and what to do: `needs 3.1 GB, the heap allows 2.0 GB: use --heap 4g`.
public final class InsufficientMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long needed;
  private final long allowed;

  /// @param needed bytes that the network needs
  /// @param allowed bytes that the heap may have
  public InsufficientMemoryException(String message, long needed, long allowed) {
    super(message);
    this.needed = needed;
    this.allowed = allowed;
  }

  /// {@return the bytes that the network needs}
  public long needed() {
    return needed;
  }

  /// {@return the bytes that the heap may have}
  public long allowed() {
    return allowed;
  }
}
