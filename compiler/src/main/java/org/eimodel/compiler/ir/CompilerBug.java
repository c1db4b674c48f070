package org.eimodel.compiler.ir;

/// A mistake of the compiler itself, never of the model: a stage handed over something that the next one must not get.
///
/// It ends the compilation and is reported as ours; nothing in the project catches it to go on.
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what was expected and what was found
  public CompilerBug(String message) {
    super(message);
  }
}
