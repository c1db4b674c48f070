package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.passes.Passes;

/// What the bit-identical passes make of a kernel: the lines that each takes away and puts in, and what comes out.
final class PassReport {
  private final StringBuilder text = new StringBuilder();

  private PassReport() {}

  /// {@return a section for each pass that changed something, and the kernel that is emitted}
  static String of(Kernel kernel, Precision precision) {
    PassReport report = new PassReport();
    Kernel last =
        Passes.run(
            kernel,
            precision,
            Passes.names(),
            (pass, before, after) -> report.change(pass.name(), before, after));
    if (report.text.isEmpty()) {
      return "passes: nothing to do\n";
    }
    return report.text + "after all passes\n" + body(IrPrinter.print(last));
  }

  private void change(String pass, Kernel before, Kernel after) {
    List<String> old = IrPrinter.print(before).lines().toList();
    List<String> now = IrPrinter.print(after).lines().toList();
    text.append("pass ").append(pass).append('\n');
    without(old, now).forEach(line -> text.append("  - ").append(line.strip()).append('\n'));
    without(now, old).forEach(line -> text.append("  + ").append(line.strip()).append('\n'));
  }

  /// {@return lines of one text that the other lacks; a line that stands twice must stand twice there}
  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(others);
    return lines.stream().filter(line -> !left.remove(line)).toList();
  }

  /// {@return a printed kernel without its name and slots, which no pass changes}
  private static String body(String printed) {
    int preamble = printed.indexOf("\npreamble\n");
    int body = printed.indexOf("\nbody\n");
    return printed.substring((preamble < 0 ? body : preamble) + 1);
  }
}
