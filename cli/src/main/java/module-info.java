/// The eimodel command: arguments, progress, pictures and files. Nothing here is for other programs.
module org.eimodel.cli {
  requires java.desktop;
  requires static org.jspecify;
  requires tools.jackson.core;
}
