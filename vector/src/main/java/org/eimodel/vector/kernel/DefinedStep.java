package org.eimodel.vector.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.StepKernel;

/// A kernel in lanes whose class was defined in this package.
///
/// @param constructor takes the scalar form
/// @param functions what the kernel calls
record DefinedStep(
    Constructor<?> constructor, int operations, Set<MathFunction> functions, Exercise courses)
    implements LaneStep {

  static DefinedStep of(EmittedClass emitted, Kernel kernel, Precision precision) {
    try {
      Constructor<?> constructor =
          MethodHandles.lookup()
              .defineHiddenClass(emitted.bytes(), true)
              .lookupClass()
              .getConstructor(StepKernel.class);
      Set<MathFunction> functions =
          Traversal.allExpressions(kernel.body())
              .filter(Expr.Call.class::isInstance)
              .map(call -> ((Expr.Call) call).function())
              .collect(Collectors.toUnmodifiableSet());
      int operations = VectorEmitter.operations(kernel);
      return new DefinedStep(constructor, operations, functions, Exercise.of(precision));
    } catch (ReflectiveOperationException | LinkageError refused) {
      throw bug(emitted.className(), refused);
    }
  }

  @Override
  public StepKernel instance(StepKernel scalar) {
    try {
      return (StepKernel) constructor.newInstance(scalar);
    } catch (ReflectiveOperationException | LinkageError refused) {
      throw bug(constructor.getDeclaringClass().getName(), refused);
    }
  }

  @Override
  public void exercise() {
    courses.accept(functions);
  }

  private static CompilerBug bug(String className, Throwable refused) {
    CompilerBug bug = new CompilerBug("the JVM refuses " + className);
    bug.initCause(refused);
    return bug;
  }
}
