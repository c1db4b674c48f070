package org.eimodel.compiler.lower;

import java.util.List;
import java.util.Map;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.TypedModel;

/// A typed model and its kernels. Numbers are still open: the same kernels serve every value of every parameter.
public record LoweredModel(TypedModel model, List<Group> groups, Map<Afferent, Integer> arrivalOf) {
  public LoweredModel {
    groups = List.copyOf(groups);
  }

  /// Families that one step kernel advances.
  ///
  /// @param attachments of each family, in the order of the program's [GroupProgram#attached]
  /// @param arrivals kernels of the projections and drives that end here
  public record Group(
      GroupProgram program,
      List<PopulationFamily> families,
      Map<PopulationFamily, Attachments> attachments,
      List<ArrivalProgram> arrivals) {}

  /// {@return the group that advances a family}
  public Group groupOf(PopulationFamily family) {
    for (Group group : groups) {
      if (group.families().contains(family)) {
        return group;
      }
    }
    throw new IllegalArgumentException("not a population of this model: " + family.name());
  }
}
