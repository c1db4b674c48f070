package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.runtime.threads.Workers;

/// All synapses of a network.
///
/// @param pathways one for each tract that has synapses, in the order of tracts
public record Connectivity(List<Pathway> pathways) {

  /// {@return the synapses of a network, drawn by all workers together}
  ///
  /// @param precision of weights that synapses have of their own
  /// @param quantiles gives the best form of normal quantiles that there is by now; any thread may ask
  public static Connectivity build(
      Blueprint network,
      Precision precision,
      Supplier<NormalQuantiles> quantiles,
      Workers workers) {
    List<TractBuild> builds = network.builds();
    Scratch[] scratch = new Scratch[workers.count()];
    Arrays.setAll(scratch, _ -> new Scratch(precision, quantiles));
    List<Wiring> wirings = builds.stream().flatMap(build -> build.wirings().stream()).toList();
    workers.share(wirings.size(), (item, _) -> wirings.get(item).prepare());
    share(builds.stream().flatMap(build -> build.draw().stream()).toList(), workers, scratch);
    share(builds.stream().flatMap(build -> build.weave().stream()).toList(), workers, scratch);
    return new Connectivity(builds.stream().map(TractBuild::pathway).toList());
  }

  private static void share(List<BuildTask> tasks, Workers workers, Scratch[] scratch) {
    workers.share(tasks.size(), (item, worker) -> tasks.get(item).run(scratch[worker]));
  }

  /// {@return how many synapses there are}
  public long synapses() {
    return pathways.stream().mapToLong(Pathway::synapses).sum();
  }

  /// {@return the memory of all rows}
  public long bytes() {
    return pathways.stream().mapToLong(Pathway::bytes).sum();
  }
}
