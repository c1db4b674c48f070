package org.eimodel.vector.kernel;

import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.StepKernel;

/// A kernel in lanes that has a quick form beside the ordinary one, each of which goes on where the other ends.
final class QuickStep implements LaneStep {
  /// Two vectors of the widest kind that there is, in single precision.
  private static final int DRILLED = 32;

  private final DefinedStep ordinary;
  private final DefinedStep quick;
  private final StepKernel drill;
  private final Object nothing;
  private final Object[] nowhere;
  private final int[] spikes = new int[DRILLED];

  /// {@return a kernel in lanes, with its quick form if it has one}
  static LaneStep of(VectorEmitter emitter, Kernel kernel, Precision precision) {
    DefinedStep ordinary = DefinedStep.of(emitter.emit(kernel, precision), kernel, precision);
    return emitter
        .emitQuick(kernel, precision)
        .map(quick -> DefinedStep.of(quick, kernel, precision))
        .<LaneStep>map(quick -> new QuickStep(ordinary, quick, kernel, precision))
        .orElse(ordinary);
  }

  private QuickStep(DefinedStep ordinary, DefinedStep quick, Kernel kernel, Precision precision) {
    this.ordinary = ordinary;
    this.quick = quick;
    this.drill = instance((from, _, _, _, _, _) -> ~from);
    this.nothing = notANumber(precision, kernel.scalarCount());
    this.nowhere = new Object[kernel.arrayCount()];
    for (Slot slot : kernel.slots()) {
      if (slot.perElement()) {
        nowhere[slot.position()] =
            switch (slot.type()) {
              case REAL -> notANumber(precision, DRILLED);
              case TRUTH -> new boolean[DRILLED];
            };
      }
    }
  }

  private static Object notANumber(Precision precision, int length) {
    double[] twofold = new double[precision == Precision.DOUBLE ? length : 0];
    float[] single = new float[precision == Precision.SINGLE ? length : 0];
    Arrays.fill(twofold, Double.NaN);
    Arrays.fill(single, Float.NaN);
    return precision == Precision.DOUBLE ? twofold : single;
  }

  @Override
  public StepKernel instance(StepKernel scalar) {
    return new Detour(ordinary.instance(scalar), quick::instance);
  }

  @Override
  public List<StepKernel> forms(StepKernel scalar) {
    return List.of(ordinary.instance(scalar), instance(scalar));
  }

  @Override
  public int operations() {
    return ordinary.operations();
  }

  /// Besides what the ordinary form calls, the way out of the quick one.
  @Override
  public void exercise() {
    ordinary.exercise();
    drill.step(0, DRILLED, nothing, nowhere, spikes, 0);
  }
}
