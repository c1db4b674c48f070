package org.eimodel.syntax;

/// A name where it was written.
public record Identifier(String name, Span span) {
  @Override
  public String toString() {
    return name;
  }
}
