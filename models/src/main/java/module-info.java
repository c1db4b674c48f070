/// The library of models that comes with eimodel.
module org.eimodel.models {
  requires static org.jspecify;
  requires transitive org.eimodel.compiler;
  requires transitive org.eimodel.grammar;
  requires transitive org.eimodel.runtime;

  exports org.eimodel.models;
}
