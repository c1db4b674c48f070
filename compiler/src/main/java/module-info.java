/// Syntax to a typed model, to IR, to bytecode; and the arithmetic that all of them share.
module org.eimodel.compiler {
  requires org.eimodel.grammar;

  exports org.eimodel.numeric;
}
