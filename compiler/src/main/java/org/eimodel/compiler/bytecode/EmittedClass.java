package org.eimodel.compiler.bytecode;

/// A class file that is to be defined as a hidden class.
///
/// The class has a public constructor without arguments and implements
/// [StepKernel][org.eimodel.compiler.kernel.StepKernel] or [ArrivalKernel][org.eimodel.compiler.kernel.ArrivalKernel],
/// by the kernel's kind. An instance has no state: threads may share it.
///
/// @param className with package, in source form; the lookup that defines it must be in the same package
/// @param bytes the class file
/// @param largestMethod length of the longest method's code, in bytes
public record EmittedClass(String className, byte[] bytes, int largestMethod) {}
