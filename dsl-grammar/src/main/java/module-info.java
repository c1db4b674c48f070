/// Text to syntax: the grammar of the language, its syntax records and its diagnostics.
module org.eimodel.grammar {
  requires org.antlr.antlr4.runtime;
  requires static org.jspecify;

  exports org.eimodel.syntax;
  exports org.eimodel.parse;
}
