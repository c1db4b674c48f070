package org.eimodel.syntax;

import java.util.List;

/// A whole file, declaration by declaration.
public record ModelSyntax(SourceText source, List<Declaration> declarations) {
  public ModelSyntax {
    declarations = List.copyOf(declarations);
  }
}
