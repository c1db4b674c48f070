/// What generated code needs to run in vector lanes. Nothing depends on this module: where the incubator module is
/// missing, everything runs in the scalar form, with the same bits.
module org.eimodel.vector {
  requires org.eimodel.compiler;
  requires jdk.incubator.vector;
  requires static org.jspecify;

  exports org.eimodel.vector.numeric;
}
