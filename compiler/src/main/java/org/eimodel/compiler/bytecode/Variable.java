package org.eimodel.compiler.bytecode;

import org.objectweb.asm.Type;

/// A local variable of a generated method.
record Variable(Type type, int index) {

  /// A field of a generated class.
  record Field(String name, Type type) {}
}
