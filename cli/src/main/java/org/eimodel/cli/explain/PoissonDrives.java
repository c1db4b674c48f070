package org.eimodel.cli.explain;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eimodel.cli.console.Amounts;
import org.eimodel.compiler.model.PoissonFamily;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.compiler.units.Quantity;

/// The Poisson drives of a model: into what, how many events, and when.
final class PoissonDrives {
  private final TypedModel model;
  private final NetworkPlan plan;

  PoissonDrives(TypedModel model, NetworkPlan plan) {
    this.model = model;
    this.plan = plan;
  }

  /// {@return a row for each target of a declaration}
  Columns columns() {
    Columns columns = new Columns();
    for (PoissonFamily family : model.poisson()) {
      String target = family.target().population().name();
      List<PoissonPlan> members =
          plan.poisson().stream()
              .filter(drive -> drive.span().equals(family.span()))
              .filter(drive -> plan.populations().get(drive.population()).family().equals(target))
              .toList();
      long neurons = members.stream().mapToLong(drive -> drive.until() - drive.from()).sum();
      double[] rates = members.stream().flatMapToDouble(this::rates).toArray();
      double least = DoubleStream.of(rates).min().orElse(0);
      double most = DoubleStream.of(rates).max().orElse(0);
      columns.row(
          family.name(),
          "-> " + target,
          Amounts.count(neurons, "train"),
          "of "
              + (least == most ? "" : number(least) + " to ")
              + number(most)
              + " Hz"
              + window(members));
    }
    return columns;
  }

  private DoubleStream rates(PoissonPlan drive) {
    double perSecond = 1000 / plan.dt();
    return switch (drive.mean()) {
      case Values.Uniform(double mean) -> DoubleStream.of(mean * perSecond);
      case Values.Each each ->
          IntStream.range(drive.from(), drive.until()).mapToDouble(i -> each.at(i) * perSecond);
    };
  }

  private String window(List<PoissonPlan> members) {
    long begin = members.stream().mapToLong(PoissonPlan::begin).min().orElse(0);
    long end = members.stream().mapToLong(PoissonPlan::end).max().orElse(Long.MAX_VALUE);
    return (begin == 0 ? "" : ", from " + time(begin))
        + (end == Long.MAX_VALUE ? "" : ", until " + time(end));
  }

  /// Steps times dt, without the digits that only rounding has brought in.
  private String time(long steps) {
    return Explanation.millis(Math.rint(steps * plan.dt() * 1e9) / 1e9);
  }

  private static String number(double rate) {
    return Quantity.number(Math.rint(rate * 1e6) / 1e6);
  }
}
