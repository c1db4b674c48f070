package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eimodel.cli.console.Amounts;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.ScalarEmitter;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.LaneModule;

/// The kernels of a model, in each of their forms.
final class Kernels {
  private static final String PACKAGE = "org.eimodel.explained";

  private final List<Owned> kernels = new ArrayList<>();
  private final Precision precision;

  /// A kernel, and the population families that it serves.
  private record Owned(Kernel kernel, String families) {}

  Kernels(NetworkPlan plan, Precision precision) {
    this.precision = precision;
    for (GroupPlan group : plan.groups()) {
      String families =
          group.populations().stream()
              .map(population -> plan.populations().get(population).family())
              .distinct()
              .collect(Collectors.joining(", "));
      kernels.add(new Owned(group.step(), families));
      group.arrivals().forEach(arrival -> kernels.add(new Owned(arrival, families)));
    }
  }

  /// {@return a row for each kernel}
  Columns columns() {
    Columns columns = new Columns();
    columns.row(lanes());
    for (Owned owned : kernels) {
      Kernel kernel = owned.kernel();
      EmittedClass emitted = emit(kernel);
      columns.row(
          kernel.name(),
          "of " + owned.families(),
          kernel.kind().name().toLowerCase(Locale.ROOT),
          Amounts.count(kernel.slots().stream().filter(slot -> slot.perElement()).count(), "array"),
          Amounts.count(emitted.bytes().length, "byte")
              + ", longest method "
              + Amounts.grouped(emitted.largestMethod()));
    }
    return columns;
  }

  /// {@return whether step kernels can run in vector lanes here, in one line}
  private String lanes() {
    return LaneModule.find()
        .map(found -> Amounts.count(found.lanes(precision), "neuron") + " at once in vector lanes")
        .orElse("no vector lanes here: one neuron after the other");
  }

  /// {@return every kernel in the compiler's notation, as the numerics stage defines its bits, and what passes change}
  String ir() {
    StringBuilder text = new StringBuilder();
    for (Owned owned : kernels) {
      text.append('\n').append(IrPrinter.print(owned.kernel()));
      text.append(PassReport.of(owned.kernel(), precision));
    }
    return text.toString();
  }

  /// {@return every class, method by method}
  String bytecode() {
    StringBuilder text = new StringBuilder();
    kernels.forEach(owned -> text.append('\n').append(Listing.of(emit(owned.kernel()).bytes())));
    return text.toString();
  }

  private EmittedClass emit(Kernel kernel) {
    return new ScalarEmitter(PACKAGE).emit(kernel, precision);
  }
}
