/// Step kernels in vector lanes, and what their code calls. Nothing depends on this module: where it or the incubator
/// module is missing, everything runs in the scalar form, with the same bits.
module org.eimodel.vector {
  requires org.eimodel.compiler;
  requires jdk.incubator.vector;
  requires static org.jspecify;

  exports org.eimodel.vector.numeric;

  provides org.eimodel.compiler.kernel.LaneBackEnd with
      org.eimodel.vector.kernel.LaneKernels;
}
