package org.eimodel.runtime.connect;

/// A piece of building that any worker may do, at any time.
@FunctionalInterface
interface BuildTask {
  /// Rows that one call draws. The JVM compiles a method that is called often as soon as that pays, and once; a loop that goes on
  /// it compiles while it runs, and again when it is called.
  int ROWS = 64;

  void run(Scratch scratch);
}
