package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Outcome;

/// Gives each family of populations a kernel; families of the same shape share one.
public final class Lowering {
  private final TypedModel model;
  private final Report report = new Report();

  private Lowering(TypedModel model) {
    this.model = model;
  }

  /// {@return the model with its kernels, or what cannot be compiled}
  public static Outcome<LoweredModel> lower(TypedModel model) {
    Lowering lowering = new Lowering(model);
    LoweredModel lowered = lowering.groups();
    return Outcome.of(lowered, lowering.report.diagnostics());
  }

  private LoweredModel groups() {
    Map<GroupShape, Map<PopulationFamily, Attachments>> byShape = new LinkedHashMap<>();
    for (PopulationFamily family : model.populations()) {
      Attachments attachments = Attachments.of(family, model.afferents(), report);
      GroupShape shape =
          new GroupShape(
              family.template(),
              PerNeuron.parameters(family),
              PerNeuron.inputs(family, model.drives()),
              writtenOnArrival(family),
              attachments.list().stream().map(Attachment::shape).toList());
      byShape.computeIfAbsent(shape, s -> new LinkedHashMap<>()).put(family, attachments);
    }
    List<LoweredModel.Group> groups = new ArrayList<>();
    Map<Afferent, Integer> arrivalOf = new LinkedHashMap<>();
    byShape.forEach(
        (shape, members) -> {
          GroupProgram program = GroupLowering.lower(shape, report);
          List<ArrivalProgram> arrivals = arrivals(program, members, arrivalOf);
          groups.add(new LoweredModel.Group(program, List.copyOf(members.keySet()), members, arrivals));
        });
    return new LoweredModel(model, groups, arrivalOf);
  }

  private Set<Symbol.State> writtenOnArrival(PopulationFamily family) {
    Set<Symbol.State> written = new LinkedHashSet<>();
    for (Afferent afferent : model.afferents()) {
      if (afferent.target().population() == family) {
        afferent.synapse().arrival().stream()
            .flatMap(Action::all)
            .forEach(
                action -> {
                  if (action instanceof Action.Assign(Symbol.TargetState port, var value, var span)) {
                    written.add(afferent.states().get(port));
                  }
                });
      }
    }
    return written;
  }

  private List<ArrivalProgram> arrivals(
      GroupProgram program,
      Map<PopulationFamily, Attachments> members,
      Map<Afferent, Integer> arrivalOf) {
    List<ArrivalProgram> arrivals = new ArrayList<>();
    for (Afferent afferent : model.afferents()) {
      Attachments attachments = members.get(afferent.target().population());
      if (attachments != null) {
        Optional<GroupProgram.Attached> attached =
            Optional.ofNullable(attachments.position().get(afferent)).map(program.attached()::get);
        ArrivalProgram arrival = ArrivalLowering.lower(afferent, program, attached, report);
        arrivalOf.put(afferent, position(arrival, arrivals));
      }
    }
    return arrivals;
  }

  private static int position(ArrivalProgram arrival, List<ArrivalProgram> arrivals) {
    for (int i = 0; i < arrivals.size(); i++) {
      Kernel known = arrivals.get(i).kernel();
      if (known.equals(arrival.kernel()) && arrivals.get(i).equals(arrival)) {
        return i;
      }
    }
    arrivals.add(arrival);
    return arrivals.size() - 1;
  }
}
