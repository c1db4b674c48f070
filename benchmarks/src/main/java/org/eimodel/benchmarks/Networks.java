package org.eimodel.benchmarks;

import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.SourceText;

/// Networks of the library, without recordings.
final class Networks {
  private Networks() {}

  /// {@return COBA with 4,000 neurons, double precision, one thread}
  static Engine coba() {
    return build(ModelLibrary.find("coba").orElseThrow(), Precision.DOUBLE);
  }

  /// {@return the 29 areas without long-range projections and pulse, single precision, one thread}
  static Engine areas() {
    LibraryModel model = ModelLibrary.find("macaque29").orElseThrow();
    String text =
        model
            .source()
            .text()
            .replaceFirst("(?s)projection between.*?\\n}\\n", "")
            .replaceFirst("(?m)^drive E\\[\"V1\"].*$", "");
    SourceText source = new SourceText("areas.eimodel", text);
    return build(new LibraryModel("areas", source, model.folder()), Precision.SINGLE);
  }

  private static Engine build(LibraryModel model, Precision precision) {
    SourceText silent =
        new SourceText(model.source().name(), model.source().text().replaceAll("(?m)^record .*$", ""));
    NetworkPlan plan =
        Compiler.compile(silent, model.folder())
            .then(compiled -> Instantiation.instantiate(compiled, Settings.NONE))
            .orThrow()
            .plan();
    return Engine.build(plan, new CompiledKernels(precision), EngineOptions.threads(1));
  }
}
