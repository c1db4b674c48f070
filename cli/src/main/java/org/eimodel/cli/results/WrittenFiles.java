package org.eimodel.cli.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What came of writing a run.
///
/// @param files the files, in the order of their names
/// @param picture the picture to look at first: the raster of a network, the states of a few neurons
/// @param notes what the user should hear, as that this machine cannot draw
public record WrittenFiles(List<Path> files, Optional<Path> picture, List<String> notes) {
  public WrittenFiles {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
