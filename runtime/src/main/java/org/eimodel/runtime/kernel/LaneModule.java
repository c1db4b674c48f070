package org.eimodel.runtime.kernel;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.eimodel.compiler.kernel.LaneBackEnd;

/// Looks for the module that runs kernels in vector lanes.
public final class LaneModule {
  private LaneModule() {}

  /// {@return the back end, where it and the JDK's own vector module are there}
  ///
  /// The JDK's module may come into the JVM after the start, so each call looks anew.
  public static Optional<LaneBackEnd> find() {
    try {
      // Asked for first: the back end cannot be loaded without it.
      Class.forName("jdk.incubator.vector.Vector", false, LaneModule.class.getClassLoader());
      return ServiceLoader.load(LaneBackEnd.class, LaneModule.class.getClassLoader()).findFirst();
    } catch (ClassNotFoundException | LinkageError | ServiceConfigurationError missing) {
      return Optional.empty();
    }
  }
}
