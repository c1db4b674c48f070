package org.eimodel.compiler;

import org.eimodel.compiler.check.Checker;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.lower.Lowering;
import org.eimodel.parse.ModelParser;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// The way of a model from text to kernels. Numbers come later: see
/// [Instantiation][org.eimodel.compiler.instantiate.Instantiation].
public final class Compiler {
  private Compiler() {}

  /// {@return the compiled model, or what is wrong with it}
  ///
  /// @param folder the only place from which the model may read data
  public static Outcome<LoweredModel> compile(SourceText source, DataFolder folder) {
    return ModelParser.parse(source)
        .then(syntax -> Checker.check(syntax, new DataFiles(folder)))
        .then(Lowering::lower);
  }
}
