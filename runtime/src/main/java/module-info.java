/// The engine: loads the bytecode, builds connectivity, steps the network, records. `org.eimodel` is for everyone.
module org.eimodel.runtime {
  requires transitive org.eimodel.grammar;
  requires org.eimodel.compiler;
  requires static org.jspecify;

  uses org.eimodel.compiler.kernel.LaneBackEnd;

  exports org.eimodel;
  exports org.eimodel.runtime to
      org.eimodel.cli;
  exports org.eimodel.runtime.connect to
      org.eimodel.cli;
  exports org.eimodel.runtime.kernel to
      org.eimodel.cli;
  exports org.eimodel.runtime.memory to
      org.eimodel.cli;
  exports org.eimodel.runtime.record to
      org.eimodel.cli;
}
