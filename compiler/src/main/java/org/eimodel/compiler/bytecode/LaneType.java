package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.CompilerBug;
import org.objectweb.asm.Type;

/// The vectors of a kernel: what number is in a lane, and how many lanes there are.
///
/// The classes are known by name alone: the module of the compiler needs neither the Vector API nor the functions over
/// arrays, which the module that defines the generated classes has.
///
/// @param bits of one vector: 128, 256 or 512
record LaneType(NumberType number, int bits) {
  static final Type VECTOR = named("jdk.incubator.vector.Vector");
  static final Type SPECIES = named("jdk.incubator.vector.VectorSpecies");
  static final Type MASK = named("jdk.incubator.vector.VectorMask");
  static final Type OPERATORS = named("jdk.incubator.vector.VectorOperators");
  static final Type COMPARISON = named("jdk.incubator.vector.VectorOperators$Comparison");

  LaneType {
    if (bits != 128 && bits != 256 && bits != 512) {
      throw new CompilerBug("vectors of " + bits + " bits");
    }
  }

  private static Type named(String className) {
    return Type.getObjectType(className.replace('.', '/'));
  }

  /// {@return how many numbers a vector holds}
  int lanes() {
    return bits / 8 / number.precision().bytes();
  }

  /// {@return the class of a vector of these numbers}
  Type vector() {
    return named("jdk.incubator.vector." + prefix() + "Vector");
  }

  /// {@return the static field of that class with the species}
  String species() {
    return "SPECIES_" + bits;
  }

  /// {@return the class with the elementary functions of numbers in arrays}
  Type arrayFunctions() {
    return named("org.eimodel.vector.numeric." + prefix() + "ArrayFunctions");
  }

  /// {@return the class with the functions of a vector that the Vector API lacks}
  Type vectorFunctions() {
    return named("org.eimodel.vector.numeric." + prefix() + "VectorFunctions");
  }

  private String prefix() {
    return switch (number.precision()) {
      case SINGLE -> "Float";
      case DOUBLE -> "Double";
    };
  }
}
