package org.eimodel.runtime.random;

import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.ScalarEmitter;
import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;

/// A way to run kernels.
interface Kernels {
  Precision precision();

  StepKernel step(Kernel kernel);

  ArrivalKernel arrival(Kernel kernel);

  /// {@return the reference interpreter of the kernels as they are}
  static Kernels interpreted(Precision precision) {
    return new Kernels() {
      @Override
      public Precision precision() {
        return precision;
      }

      @Override
      public StepKernel step(Kernel kernel) {
        return new KernelInterpreter(kernel, precision);
      }

      @Override
      public ArrivalKernel arrival(Kernel kernel) {
        return new KernelInterpreter(kernel, precision);
      }

      @Override
      public String toString() {
        return "interpreted, " + precision;
      }
    };
  }

  /// {@return generated code, after some of the passes}
  static Kernels compiled(Precision precision, Set<String> passes) {
    Map<Kernel, Object> loaded = new HashMap<>();
    return new Kernels() {
      @Override
      public Precision precision() {
        return precision;
      }

      @Override
      public StepKernel step(Kernel kernel) {
        return (StepKernel) load(kernel);
      }

      @Override
      public ArrivalKernel arrival(Kernel kernel) {
        return (ArrivalKernel) load(kernel);
      }

      private Object load(Kernel kernel) {
        return loaded.computeIfAbsent(kernel, key -> Kernels.define(Passes.run(key, precision, passes), precision));
      }

      @Override
      public String toString() {
        return "compiled after " + passes + ", " + precision;
      }
    };
  }

  private static Object define(Kernel kernel, Precision precision) {
    EmittedClass emitted = new ScalarEmitter(Kernels.class.getPackageName()).emit(kernel, precision);
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(emitted.bytes(), true)
          .lookupClass()
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException refused) {
      throw new LinkageError("the JVM refuses " + emitted.className(), refused);
    }
  }
}
