package org.eimodel.compiler.bytecode;

import org.objectweb.asm.Type;

/// A local variable of a generated method.
record Variable(Type type, int index) {}
