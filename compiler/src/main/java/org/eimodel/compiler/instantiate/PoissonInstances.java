package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.lower.PerNeuron;
import org.eimodel.compiler.model.PoissonFamily;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Quantity;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Poisson drives, population by population.
final class PoissonInstances {
  private final Populations populations;
  private final ArrivalScalars scalars;
  private final StepGrid grid;
  private final Report report;
  private final List<PoissonPlan> plans = new ArrayList<>();
  private final Map<String, Span> streams = new HashMap<>();

  PoissonInstances(
      List<PoissonFamily> families,
      Populations populations,
      ArrivalScalars scalars,
      StepGrid grid,
      Report report) {
    this.populations = populations;
    this.scalars = scalars;
    this.grid = grid;
    this.report = report;
    families.forEach(this::family);
  }

  List<PoissonPlan> plans() {
    return plans;
  }

  private void family(PoissonFamily family) {
    for (Combination combination : Combination.of(family.binders(), family.where(), populations)) {
      for (PopulationInstance population :
          populations.resolve(family.target(), combination.evaluator())) {
        add(family, combination, population);
      }
    }
  }

  private void add(PoissonFamily family, Combination combination, PopulationInstance population) {
    Evaluator evaluator = combination.evaluator();
    SliceBounds bounds = SliceBounds.of(family.neurons(), population, evaluator, report);
    String name = combination.name(family.name());
    String stream = name + "." + population.name();
    Span earlier = streams.putIfAbsent(stream, family.neurons().span());
    if (earlier != null) {
      twice(family, population, earlier);
    }
    double set = scalars.setWeight(family);
    plans.add(
        new PoissonPlan(
            name,
            population.position(),
            bounds.from(),
            bounds.until(),
            mean(family, population, evaluator),
            family
                .from()
                .map(time -> grid.steps(evaluator.value(time), time, family.name()))
                .orElse(0L),
            family
                .until()
                .map(time -> grid.steps(evaluator.value(time), time, family.name()))
                .orElse(Long.MAX_VALUE),
            scalars.lowered().arrivalOf().get(family),
            scalars.of(
                family,
                combination.bindings(),
                () -> Double.isNaN(set) ? evaluator.value(family.weight().orElseThrow()) : set),
            stream,
            family.span()));
  }

  /// Trains of one name into one population would be the same numbers twice.
  private void twice(PoissonFamily family, PopulationInstance population, Span earlier) {
    String help =
        family.named()
            ? "write a second drive, with a name of its own"
            : "give one of them a name of its own, as in drive background: "
                + family.neurons().span().text()
                + " using ...";
    report.add(
        Diagnostic.error(
                Codes.DUPLICATE_NAME,
                family.neurons().span(),
                "two Poisson drives of "
                    + population.name()
                    + " have the name `"
                    + family.name()
                    + "`, and so the same random numbers")
            .withNote(earlier, "the first")
            .withHelp(help));
  }

  /// Expected events in a step.
  private Values mean(PoissonFamily family, PopulationInstance population, Evaluator evaluator) {
    Double set = scalars.settings().get(family.name() + ".rate");
    if (set != null && family.named()) {
      return new Values.Uniform(checked(set, family));
    }
    if (!PerNeuron.differs(family.rate(), Set.of())) {
      return new Values.Uniform(
          checked(population.numbered(evaluator, 0).value(family.rate()), family));
    }
    double[] means = new double[population.size()];
    boolean sound = true;
    for (int neuron = 0; sound && neuron < means.length; neuron++) {
      double rate = population.numbered(evaluator, neuron).value(family.rate());
      means[neuron] = checked(rate, family);
      sound = means[neuron] == rate * grid.dt();
    }
    return new Values.Each(means);
  }

  private double checked(double rate, PoissonFamily family) {
    double mean = rate * grid.dt();
    if (mean >= 0 && mean <= PoissonPlan.MOST) {
      return mean;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
            Codes.BAD_NUMBER,
            family.rate().span(),
            "a rate cannot be " + Numbers.text(Numbers.about(1000 * rate)) + " Hz");
    report.add(
        mean > PoissonPlan.MOST
            ? diagnostic.withHelp(
                "at most "
                    + Numbers.text(PoissonPlan.MOST)
                    + " events in a step of "
                    + new Quantity(grid.dt(), Dimension.TIME))
            : diagnostic);
    return 0;
  }
}
