package org.eimodel.vector.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.function.UnaryOperator;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.vector.numeric.LaneWidth;

/// The vector back end: emits a kernel, defines its class in this package, and makes instances.
public final class LaneKernels implements LaneBackEnd {
  private final int bits;

  /// Vectors of the width that this process uses.
  public LaneKernels() {
    this(LaneWidth.DOUBLE.vectorBitSize());
  }

  /// @param bits of a vector; the functions over arrays keep the width of the process, which no result depends on
  LaneKernels(int bits) {
    this.bits = bits;
  }

  @Override
  public int lanes(Precision precision) {
    return bits / Byte.SIZE / precision.bytes();
  }

  @Override
  public UnaryOperator<StepKernel> load(Kernel kernel, Precision precision) {
    String home = LaneKernels.class.getPackageName();
    return define(new VectorEmitter(home, bits).emit(kernel, precision));
  }

  /// {@return what makes instances of an emitted class}
  static UnaryOperator<StepKernel> define(EmittedClass emitted) {
    try {
      Constructor<?> constructor =
          MethodHandles.lookup()
              .defineHiddenClass(emitted.bytes(), true)
              .lookupClass()
              .getConstructor(StepKernel.class);
      return scalar -> instance(constructor, scalar, emitted);
    } catch (ReflectiveOperationException | LinkageError refused) {
      throw bug(emitted, refused);
    }
  }

  private static StepKernel instance(
      Constructor<?> constructor, StepKernel scalar, EmittedClass emitted) {
    try {
      return (StepKernel) constructor.newInstance(scalar);
    } catch (ReflectiveOperationException | LinkageError refused) {
      throw bug(emitted, refused);
    }
  }

  private static CompilerBug bug(EmittedClass emitted, Throwable refused) {
    CompilerBug bug = new CompilerBug("the JVM refuses " + emitted.className());
    bug.initCause(refused);
    return bug;
  }
}
