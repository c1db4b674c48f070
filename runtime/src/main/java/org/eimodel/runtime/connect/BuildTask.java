package org.eimodel.runtime.connect;

/// A piece of building that any worker may do, at any time.
@FunctionalInterface
interface BuildTask {
  void run(Scratch scratch);
}
