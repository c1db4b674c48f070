/// From a kernel to the bytes of a class that runs it: the only package that sees ASM.
///
/// A [KernelEmitter][org.eimodel.compiler.bytecode.KernelEmitter] is a back end; the scalar one is here. The way down is
/// in four layers: the form of the class (one loop, or several over blocks), statements, expressions, and a small typed
/// writer of methods that checks the operand stack as it goes. Loading the class is the runtime's business.
package org.eimodel.compiler.bytecode;
