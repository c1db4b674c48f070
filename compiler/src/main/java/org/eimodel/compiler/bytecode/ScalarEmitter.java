package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// The scalar back end: one element after the other, in plain JVM arithmetic.
///
/// A kernel of ordinary size becomes one method with one counted loop. A larger one becomes a sequence of loops over
/// blocks of elements, each in a method of its own, so that HotSpot compiles every one of them.
///
/// Usage: `new ScalarEmitter(Home.class.getPackageName()).emit(kernel, Precision.DOUBLE)`.
public final class ScalarEmitter implements KernelEmitter {
  private final String packageName;
  private final SizeLimits limits;

  /// @param packageName the package of the lookup that will define the classes
  public ScalarEmitter(String packageName) {
    this(packageName, SizeLimits.HOTSPOT);
  }

  ScalarEmitter(String packageName, SizeLimits limits) {
    this.packageName = packageName;
    this.limits = limits;
  }

  @Override
  public EmittedClass emit(Kernel kernel, Precision precision) {
    return emit(kernel, precision, false);
  }

  @Override
  public EmittedClass emitFromZero(Kernel kernel, Precision precision) {
    return emit(kernel, precision, true);
  }

  private EmittedClass emit(Kernel kernel, Precision precision, boolean fromZero) {
    String className = packageName + "." + kernel.name();
    NumberType number = NumberType.of(precision);
    if (Weight.of(kernel) > limits.loop()) {
      return BlockLoops.emit(className, kernel, number, limits);
    }
    return switch (kernel.kind()) {
      case STEP -> SingleLoop.emit(className, kernel, number);
      case ARRIVAL -> ArrivalLoops.emit(className, kernel, number, fromZero);
    };
  }
}
