package org.eimodel.runtime.kernel;

import java.lang.invoke.MethodHandles;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.ScalarEmitter;
import org.eimodel.compiler.ir.CompilerBug;

/// Defines emitted classes as hidden classes of this package and gives their one instance.
///
/// No class loader holds a hidden class: when nobody refers to its instance any more, it can be collected.
public final class KernelLoader {
  private KernelLoader() {}

  /// {@return the scalar back end, set to write classes that can be loaded here}
  public static ScalarEmitter scalar() {
    return new ScalarEmitter(KernelLoader.class.getPackageName());
  }

  /// {@return an instance of the class: a step or an arrival kernel}
  ///
  /// *Errors*: [CompilerBug] when the JVM refuses the class.
  public static Object load(EmittedClass emitted) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(emitted.bytes(), true)
          .lookupClass()
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError refused) {
      CompilerBug bug = new CompilerBug("the JVM refuses " + emitted.className());
      bug.initCause(refused);
      throw bug;
    }
  }
}
