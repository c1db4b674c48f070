/// Syntax to a typed model, to IR, to bytecode; and the arithmetic that all of them share.
module org.eimodel.compiler {
  requires org.eimodel.grammar;
  requires de.siegmar.fastcsv;
  requires org.objectweb.asm;
  requires org.objectweb.asm.util;
  requires static org.jspecify;
  requires us.hebi.matlab.mat.mfl.core;

  exports org.eimodel.compiler;
  exports org.eimodel.compiler.bytecode;
  exports org.eimodel.compiler.data;
  exports org.eimodel.compiler.interpret;
  exports org.eimodel.compiler.instantiate;
  exports org.eimodel.compiler.ir;
  exports org.eimodel.compiler.kernel;
  exports org.eimodel.compiler.lower;
  exports org.eimodel.compiler.model;
  exports org.eimodel.compiler.numerics;
  exports org.eimodel.compiler.passes;
  exports org.eimodel.compiler.plan;
  exports org.eimodel.compiler.text;
  exports org.eimodel.compiler.units;
  exports org.eimodel.numeric;
}
