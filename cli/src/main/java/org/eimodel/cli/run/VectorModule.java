package org.eimodel.cli.run;

/// Brings the JDK's vector module into a JVM that was started without it.
///
/// `--add-modules jdk.incubator.vector` would do it as well, but then the JVM prints a warning on every start, and its
/// archive of linked classes holds no module graph: 0.25 s more for each run, short ones included. The JDK has a method that
/// adds a module of its own later, the same that it uses for its management agent; the manifest of the command's jar
/// exports it to us. Where any of this is missing, kernels stay in the scalar form, which computes the same.
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /// Adds the module where it is missing, beside what the caller does next: it takes about 25 ms.
  ///
  /// {@return what can be waited for}
  public static Thread begin() {
    return Thread.ofPlatform().daemon().name("vector module").start(VectorModule::add);
  }

  private static void add() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      // Then there are no lanes, and who looks for them finds none.
    }
  }

  /// Waits for a thread that [#begin] gave.
  public static void await(Thread adding) {
    try {
      adding.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
