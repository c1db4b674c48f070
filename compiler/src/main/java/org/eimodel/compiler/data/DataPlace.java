package org.eimodel.compiler.data;

/// A place in a text file of data. Line and column count from one, the column in characters.
public record DataPlace(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
