package org.eimodel.runtime.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.Reals;

/// Cuts a slice into the fewest segments.
final class Segments {
  private final NetworkPlan plan;
  private final Precision precision;
  private final List<Segment> done = new ArrayList<>();
  private int from;
  private int until;
  private double[] scalars = {};
  private List<Term> terms = List.of();

  private Segments(NetworkPlan plan, Precision precision, int first) {
    this.plan = plan;
    this.precision = precision;
    this.from = first;
    this.until = first;
  }

  static List<Segment> of(NetworkPlan plan, Slice slice, Precision precision) {
    Segments segments = new Segments(plan, precision, slice.first());
    slice.parts().forEach(segments::add);
    segments.close();
    return segments.done;
  }

  private void add(Part part) {
    double[] own = plan.populations().get(part.population()).scalars();
    List<DrivePlan> drives =
        plan.drives().stream()
            .filter(drive -> drive.population() == part.population())
            .filter(drive -> !drive.input().perElement())
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, part.size()));
    for (DrivePlan drive : drives) {
      cuts.add(Math.clamp(drive.from() - part.offset(), 0, part.size()));
      cuts.add(Math.clamp(drive.until() - part.offset(), 0, part.size()));
    }
    int begin = cuts.removeFirst();
    for (int end : cuts) {
      int neuron = begin + part.offset();
      List<Term> here =
          drives.stream()
              .filter(drive -> drive.from() <= neuron && neuron < drive.until())
              .map(Segments::term)
              .toList();
      if (!Arrays.equals(own, scalars) || !here.equals(terms)) {
        close();
        scalars = own;
        terms = here;
      }
      until = part.first() + end;
      begin = end;
    }
  }

  private void close() {
    if (from < until) {
      done.add(new Segment(from, until, Reals.of(precision, scalars), terms));
    }
    from = until;
  }

  private static Term term(DrivePlan drive) {
    return switch (drive.amplitude()) {
      case Values.Uniform(double value) ->
          new Term(drive.input().position(), drive.waveform(), value);
      case Values.Each _ ->
          throw new CompilerBug("an amplitude for each neuron, but one input: " + drive.input());
    };
  }
}
