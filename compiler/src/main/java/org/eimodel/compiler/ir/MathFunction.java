package org.eimodel.compiler.ir;

/// Elementary functions that a kernel may call; each is a static method of the same name, in lower case, of
/// [org.eimodel.numeric.DoubleFunctions] and [org.eimodel.numeric.FloatFunctions].
public enum MathFunction {
  EXP("exp", 1),
  LOG("log", 1),
  EXPM1("expm1", 1),
  EXPREL("exprel", 1),
  LOG1P("log1p", 1),
  SIN("sin", 1),
  COS("cos", 1),
  TAN("tan", 1),
  SINH("sinh", 1),
  COSH("cosh", 1),
  TANH("tanh", 1),
  POW("pow", 2);

  private final String method;
  private final int arity;

  MathFunction(String method, int arity) {
    this.method = method;
    this.arity = arity;
  }

  /// {@return the method's name}
  public String method() {
    return method;
  }

  /// {@return how many arguments it takes}
  public int arity() {
    return arity;
  }
}
