package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.FloatFunctions;
import org.objectweb.asm.Type;

/// The JVM's type of a kernel's numbers.
///
/// @param type `float` or `double`
/// @param array an array of them
/// @param functions the class of the elementary functions
record NumberType(Precision precision, Type type, Type array, Type functions) {

  static NumberType of(Precision precision) {
    return switch (precision) {
      case SINGLE ->
          new NumberType(
              precision,
              Type.FLOAT_TYPE,
              Type.getType(float[].class),
              Type.getType(FloatFunctions.class));
      case DOUBLE ->
          new NumberType(
              precision,
              Type.DOUBLE_TYPE,
              Type.getType(double[].class),
              Type.getType(DoubleFunctions.class));
    };
  }
}
