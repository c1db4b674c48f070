package org.eimodel.vector.kernel;

import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.vector.numeric.BoundCountLanes;
import org.eimodel.vector.numeric.DoubleArrayFunctions;
import org.eimodel.vector.numeric.FlushLanes;
import org.eimodel.vector.numeric.LaneWidth;
import org.eimodel.vector.numeric.PhiloxLanes;

/// The vector back end: emits a kernel, defines its class in this package, and makes instances.
public final class LaneKernels implements LaneBackEnd {
  private static final String HOME = LaneKernels.class.getPackageName();

  private final int bits = LaneWidth.DOUBLE.vectorBitSize();

  @Override
  public FlushToZero flush(Precision precision) {
    return FlushLanes.of(precision);
  }

  @Override
  public RandomBlocks random() {
    return PhiloxLanes::fill;
  }

  @Override
  public BoundCounts counts() {
    return new BoundCountLanes();
  }

  @Override
  public NormalQuantiles quantiles() {
    return (p, count, out, from, _) ->
        DoubleArrayFunctions.normalQuantile(p, 0, out, from, count);
  }

  @Override
  public int lanes(Precision precision) {
    return bits / Byte.SIZE / precision.bytes();
  }

  @Override
  public LaneStep load(Kernel kernel, Precision precision) {
    return QuickStep.of(new VectorEmitter(HOME, bits), kernel, precision);
  }
}
