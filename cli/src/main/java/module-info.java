/// The eimodel command: arguments, progress, pictures and files. Nothing here is for other programs.
module org.eimodel.cli {
  requires info.picocli;
  requires java.desktop;
  requires java.management;
  requires me.tongfei.progressbar;
  requires org.eimodel.compiler;
  requires org.eimodel.grammar;
  requires org.eimodel.models;
  requires org.eimodel.runtime;
  requires static org.jspecify;
  requires tools.jackson.core;
}
