package org.eimodel.compiler.plan;

import java.util.List;

/// One network, ready to be built.
///
/// @param model the model's name, as `macaque29`
/// @param dt the time step in ms
/// @param seed of every random stream
/// @param steps how many steps the model's own `run` asks for
/// @param populations by declaration, then by index; other records refer to them by position
/// @param projections by declaration, then by index
/// @param poisson by declaration, then by index
public record NetworkPlan(
    String model,
    double dt,
    long seed,
    long steps,
    List<GroupPlan> groups,
    List<PopulationPlan> populations,
    List<ProjectionPlan> projections,
    List<DrivePlan> drives,
    List<PoissonPlan> poisson,
    List<RecordingPlan> recordings) {
  public NetworkPlan {
    groups = List.copyOf(groups);
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    drives = List.copyOf(drives);
    poisson = List.copyOf(poisson);
    recordings = List.copyOf(recordings);
  }
}
