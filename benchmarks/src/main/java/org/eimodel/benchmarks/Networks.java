package org.eimodel.benchmarks;

import org.eimodel.Tier;
import org.eimodel.benchmarks.hand.FloatLaneCoba;
import org.eimodel.benchmarks.hand.FloatLaneCobahh;
import org.eimodel.benchmarks.hand.HandWrittenNetwork;
import org.eimodel.benchmarks.hand.LaneAreas;
import org.eimodel.benchmarks.hand.LaneCoba;
import org.eimodel.benchmarks.hand.LaneCobahh;
import org.eimodel.benchmarks.hand.ScalarAreas;
import org.eimodel.benchmarks.hand.ScalarCoba;
import org.eimodel.benchmarks.hand.ScalarCobahh;
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

/// Networks of the library, without recordings, that are written by hand as well. All on one thread.
public enum Networks {
  /// The 29 areas without long-range projections and pulse, 116,000 neurons that are advanced exactly.
  LIF_SINGLE("macaque29", Precision.SINGLE),
  COBA_DOUBLE("coba", Precision.DOUBLE),
  COBA_SINGLE("coba", Precision.SINGLE),
  COBAHH_DOUBLE("cobahh", Precision.DOUBLE),
  COBAHH_SINGLE("cobahh", Precision.SINGLE);

  private final String model;
  private final Precision precision;

  Networks(String model, Precision precision) {
    this.model = model;
    this.precision = precision;
  }

  /// {@return the network with scalar kernels}
  public Engine scalar() {
    return build(Tier.SCALAR);
  }

  /// {@return the network with kernels in vector lanes}
  public Engine lanes() {
    return build(Tier.VECTOR);
  }

  /// {@return the best loops by hand that the project knows, with wiring and start values of the network}
  public HandWrittenNetwork lanesByHand() {
    try (Engine start = scalar()) {
      return switch (this) {
        case LIF_SINGLE -> new LaneAreas(start);
        case COBA_DOUBLE -> new LaneCoba(start);
        case COBA_SINGLE -> new FloatLaneCoba(start);
        case COBAHH_DOUBLE -> new LaneCobahh(start);
        case COBAHH_SINGLE -> new FloatLaneCobahh(start);
      };
    }
  }

  /// {@return loops by hand without vectors, with wiring and start values of the network}
  ///
  /// *Errors*: `IllegalArgumentException` where nobody wrote one.
  public HandWrittenNetwork scalarByHand() {
    try (Engine start = scalar()) {
      return switch (this) {
        case LIF_SINGLE -> new ScalarAreas(start);
        case COBA_DOUBLE -> new ScalarCoba(start);
        case COBAHH_DOUBLE -> new ScalarCobahh(start);
        case COBA_SINGLE, COBAHH_SINGLE -> throw new IllegalArgumentException("not written: " + this);
      };
    }
  }

  private Engine build(Tier tier) {
    EngineOptions options = EngineOptions.threads(1).tier(tier);
    return Engine.build(plan(), new CompiledKernels(precision), options);
  }

  private NetworkPlan plan() {
    LibraryModel library = ModelLibrary.find(model).orElseThrow();
    String text =
        library
            .source()
            .text()
            .replaceAll("(?m)^record .*$", "")
            .replaceFirst("(?s)projection between.*?\\n}\\n", "")
            .replaceFirst("(?m)^drive E\\[\"V1\"].*$", "");
    return Compiler.compile(new SourceText(library.source().name(), text), library.folder())
        .then(compiled -> Instantiation.instantiate(compiled, Settings.NONE))
        .orThrow()
        .plan();
  }
}
