package org.eimodel.compiler.interpret;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.FloatFunctions;

/// The project's own elementary functions by their IR names.
final class ElementaryFunctions {
  private ElementaryFunctions() {}

  static double call(Precision precision, MathFunction function, double... arguments) {
    Class<?> number = precision == Precision.SINGLE ? float.class : double.class;
    Class<?> home = precision == Precision.SINGLE ? FloatFunctions.class : DoubleFunctions.class;
    MethodType type = MethodType.methodType(number, Collections.nCopies(function.arity(), number));
    try {
      MethodHandle method = MethodHandles.lookup().findStatic(home, function.method(), type);
      Object[] rounded = new Object[arguments.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = precision == Precision.SINGLE ? (Object) (float) arguments[i] : arguments[i];
      }
      return ((Number) method.invokeWithArguments(rounded)).doubleValue();
    } catch (Throwable failure) {
      throw new CompilerBug(home.getName() + " has no " + function.method() + type + ": " + failure);
    }
  }
}
