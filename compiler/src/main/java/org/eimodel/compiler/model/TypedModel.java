package org.eimodel.compiler.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.syntax.SourceText;

/// A whole checked model.
///
/// @param name the file's name without its ending
/// @param files where the model may read data
public record TypedModel(
    String name,
    SourceText source,
    DataFiles files,
    List<IndexSet> indexSets,
    List<DataTable> tables,
    List<Symbol.Global> globals,
    List<PopulationFamily> populations,
    List<ProjectionFamily> projections,
    List<Drive> drives,
    List<PoissonFamily> poisson,
    List<Recording> recordings,
    List<Run> runs) {
  public TypedModel {
    indexSets = List.copyOf(indexSets);
    tables = List.copyOf(tables);
    globals = List.copyOf(globals);
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    drives = List.copyOf(drives);
    poisson = List.copyOf(poisson);
    recordings = List.copyOf(recordings);
    runs = List.copyOf(runs);
  }

  /// {@return what brings events to neurons, by declaration}
  public List<Afferent> afferents() {
    return Stream.<Afferent>concat(projections.stream(), poisson.stream())
        .sorted(Comparator.comparingInt(afferent -> afferent.span().start()))
        .toList();
  }
}
