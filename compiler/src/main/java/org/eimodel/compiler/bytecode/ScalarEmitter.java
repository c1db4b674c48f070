package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// The scalar back end: one element after the other, in plain JVM arithmetic.
///
/// A kernel of ordinary size becomes one method with one counted loop. A larger one becomes a sequence of loops over
/// blocks of elements, each in a method of its own, so that HotSpot compiles every one of them.
///
/// @param packageName the package of the lookup that will define the class
public record ScalarEmitter(String packageName) implements KernelEmitter {

  @Override
  public EmittedClass emit(Kernel kernel, Precision precision) {
    String className = packageName + "." + kernel.name();
    NumberType number = NumberType.of(precision);
    return Weight.of(kernel) <= Weight.SINGLE_LOOP
        ? SingleLoop.emit(className, kernel, number)
        : BlockLoops.emit(className, kernel, number);
  }
}
