package org.eimodel.models;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Reset, refractory period, and a start above threshold, against four published cells.
///
/// *Source*: NeuroML/NeuroML2, `LEMSexamples/test/.test.ex0.mep` and the `.omt` files beside it.
class LifVariantsTest {
  /// What the sources accept between simulators: about one step for each interval between spikes.
  private static final double TOLERANCE = 3e-4;

  @TestFactory
  List<DynamicTest> crossingTimes() {
    List<String> cells = List.of("iafTau", "iafTauRef", "iaf", "iafRef");
    Figures figures = Figures.of("lif-variants.csv");
    Experiment experiment = Experiment.of("lif-variants");
    cells.forEach(cell -> experiment.follow(cell + ".v"));
    Experiment.Result result = experiment.run(300);
    return cells.stream()
        .map(cell -> DynamicTest.dynamicTest(cell, () -> compare(cell, figures, result)))
        .toList();
  }

  private static void compare(String cell, Figures figures, Experiment.Result result) {
    double[] expected = figures.where("cell", cell).numbers("expected_ms");
    double[] computed = Crossings.upward(result.times(), result.state(cell + ".v"), -55.1);
    Deviations.report(
        cell + " crossing times", Crossings.assertClose(expected, computed, TOLERANCE), "relative");
  }
}
