package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.lower.PerNeuron;
import org.eimodel.compiler.model.Drive;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.compiler.report.Report;

/// Drives, population by population.
final class DriveInstances {
  private final LoweredModel lowered;
  private final Populations populations;
  private final StepGrid grid;
  private final Report report;
  private final List<DrivePlan> plans = new ArrayList<>();

  DriveInstances(LoweredModel lowered, Populations populations, StepGrid grid, Report report) {
    this.lowered = lowered;
    this.populations = populations;
    this.grid = grid;
    this.report = report;
    lowered.model().drives().forEach(this::drive);
  }

  List<DrivePlan> plans() {
    return plans;
  }

  private void drive(Drive drive) {
    for (Combination combination : Combination.of(drive.binders(), drive.where(), populations)) {
      Evaluator evaluator = combination.evaluator();
      for (PopulationInstance population : populations.resolve(drive.target().populations(), evaluator)) {
        add(drive, population, evaluator);
      }
    }
  }

  private void add(Drive drive, PopulationInstance population, Evaluator evaluator) {
    SliceBounds bounds = SliceBounds.of(drive.target(), population, evaluator, report);
    Slot input = lowered.groupOf(population.family()).program().inputs().get(drive.input());
    DrivePlan.Waveform waveform =
        switch (drive.shape()) {
          case Drive.Shape.Constant constant -> new DrivePlan.Constant();
          case Drive.Shape.Pulse(var from, var until) ->
              new DrivePlan.Pulse(steps(from, evaluator), steps(until, evaluator));
          case Drive.Shape.StepUp(var from) -> new DrivePlan.Pulse(steps(from, evaluator), Long.MAX_VALUE);
        };
    plans.add(
        new DrivePlan(
            population.position(), bounds.from(), bounds.until(), input, waveform, amplitude(drive, population, evaluator)));
  }

  private long steps(Formula time, Evaluator evaluator) {
    return grid.steps(evaluator.value(time), time, "drive");
  }

  private static Values amplitude(Drive drive, PopulationInstance population, Evaluator outer) {
    if (!PerNeuron.differs(drive.amplitude(), Set.of())) {
      return new Values.Uniform(population.numbered(outer, 0).value(drive.amplitude()));
    }
    double[] values = new double[population.size()];
    for (int neuron = 0; neuron < values.length; neuron++) {
      values[neuron] = population.numbered(outer, neuron).value(drive.amplitude());
    }
    return new Values.Each(values);
  }
}
