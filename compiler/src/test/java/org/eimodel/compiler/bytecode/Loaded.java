package org.eimodel.compiler.bytecode;

import java.lang.invoke.MethodHandles;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// Emits kernels and loads them, as the runtime does.
public final class Loaded {
  /// The emitter whose classes this package can define.
  public static final ScalarEmitter EMITTER = new ScalarEmitter("org.eimodel.compiler.bytecode");

  private Loaded() {}

  /// {@return an instance of the kernel's class: a step or an arrival kernel}
  public static Object kernel(Kernel kernel, Precision precision) {
    return instance(EMITTER.emit(kernel, precision));
  }

  static Object instance(EmittedClass emitted) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(emitted.bytes(), true)
          .lookupClass()
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
  }
}
