package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eimodel.cli.console.Amounts;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.ScalarEmitter;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;

/// The kernels of a model, in each of their forms.
final class Kernels {
  private static final String PACKAGE = "org.eimodel.explained";

  private final List<Kernel> kernels = new ArrayList<>();
  private final Precision precision;

  Kernels(NetworkPlan plan, Precision precision) {
    this.precision = precision;
    for (GroupPlan group : plan.groups()) {
      kernels.add(group.step());
      kernels.addAll(group.arrivals());
    }
  }

  /// {@return a row for each kernel}
  Columns columns() {
    Columns columns = new Columns();
    for (Kernel kernel : kernels) {
      EmittedClass emitted = emit(kernel);
      columns.row(
          kernel.name(),
          kernel.kind().name().toLowerCase(Locale.ROOT),
          Amounts.count(kernel.slots().stream().filter(slot -> slot.perElement()).count(), "array"),
          Amounts.count(emitted.bytes().length, "byte") + ", longest method " + Amounts.grouped(emitted.largestMethod()));
    }
    return columns;
  }

  /// {@return every kernel in the compiler's notation}
  String ir() {
    StringBuilder text = new StringBuilder();
    kernels.forEach(kernel -> text.append('\n').append(IrPrinter.print(kernel)));
    return text.toString();
  }

  /// {@return every class, method by method}
  String bytecode() {
    StringBuilder text = new StringBuilder();
    kernels.forEach(kernel -> text.append('\n').append(Listing.of(emit(kernel).bytes())));
    return text.toString();
  }

  private EmittedClass emit(Kernel kernel) {
    return new ScalarEmitter(PACKAGE).emit(kernel, precision);
  }
}
