package org.eimodel.compiler.interpret;

import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.FloatFunctions;

/// The project's own elementary functions by their IR names.
final class ElementaryFunctions {
  private ElementaryFunctions() {}

  static double inDouble(MathFunction function, double... x) {
    return switch (function) {
      case EXP -> DoubleFunctions.exp(x[0]);
      case LOG -> DoubleFunctions.log(x[0]);
      case EXPM1 -> DoubleFunctions.expm1(x[0]);
      case EXPREL -> DoubleFunctions.exprel(x[0]);
      case LOG1P -> DoubleFunctions.log1p(x[0]);
      case SIN -> DoubleFunctions.sin(x[0]);
      case COS -> DoubleFunctions.cos(x[0]);
      case TAN -> DoubleFunctions.tan(x[0]);
      case SINH -> DoubleFunctions.sinh(x[0]);
      case COSH -> DoubleFunctions.cosh(x[0]);
      case TANH -> DoubleFunctions.tanh(x[0]);
      case POW -> DoubleFunctions.pow(x[0], x[1]);
    };
  }

  static float inSingle(MathFunction function, double... arguments) {
    float x = (float) arguments[0];
    return switch (function) {
      case EXP -> FloatFunctions.exp(x);
      case LOG -> FloatFunctions.log(x);
      case EXPM1 -> FloatFunctions.expm1(x);
      case EXPREL -> FloatFunctions.exprel(x);
      case LOG1P -> FloatFunctions.log1p(x);
      case SIN -> FloatFunctions.sin(x);
      case COS -> FloatFunctions.cos(x);
      case TAN -> FloatFunctions.tan(x);
      case SINH -> FloatFunctions.sinh(x);
      case COSH -> FloatFunctions.cosh(x);
      case TANH -> FloatFunctions.tanh(x);
      case POW -> FloatFunctions.pow(x, (float) arguments[1]);
    };
  }
}
