package org.eimodel.compiler.ir;

/// A value with a name inside a kernel body; identified by `id`, which is unique in its kernel.
///
/// @param name for people: what a printed kernel shows, not necessarily unique
public record Local(int id, String name, Type type) {
  @Override
  public String toString() {
    return name + "." + id;
  }
}
