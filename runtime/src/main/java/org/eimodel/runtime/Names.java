package org.eimodel.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.text.Suggestions;

/// Finds what a program names: `E`, `E[V1]`, `E[V1].v`.
///
/// *Errors*: `IllegalArgumentException` for names that the network does not have, with what may be meant.
public record Names(NetworkPlan plan) {

  /// A state or an input of some populations.
  ///
  /// @param populations positions in the plan
  /// @param slots where it is, for each of them
  public record Member(List<Integer> populations, List<Slot> slots) {}

  /// {@return positions in the plan of a population, or of all populations of a family}
  public List<Integer> populations(String name) {
    String plain = name.replace("\"", "").replaceAll("\\s*,\\s*", ", ");
    List<Integer> found = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (int p = 0; p < plan.populations().size(); p++) {
      PopulationPlan population = plan.populations().get(p);
      known.add(population.family());
      if (population.family().equals(plain) || population.name().equals(plain)) {
        found.add(p);
      }
    }
    if (found.isEmpty()) {
      plan.populations().forEach(population -> known.add(population.name()));
      throw unknown("population", plain, known);
    }
    return found;
  }

  /// {@return a state or an input by its full name}
  ///
  /// @param members what a group has, by name
  /// @param kind for the message
  public Member member(String name, Function<GroupPlan, Map<String, Slot>> members, String kind) {
    int bracket = name.indexOf(']');
    int dot = name.indexOf('.', Math.max(bracket, 0));
    if (dot < 0) {
      throw new IllegalArgumentException(
          "name the population too, as in `E." + name + "`: no " + kind + " is `" + name + "` alone");
    }
    List<Integer> populations = populations(name.substring(0, dot));
    String own = name.substring(dot + 1);
    List<Slot> slots = new ArrayList<>();
    for (int p : populations) {
      GroupPlan group = plan.groups().get(plan.populations().get(p).group());
      Slot slot = members.apply(group).get(own);
      if (slot == null) {
        throw unknown(
            kind + " of " + plan.populations().get(p).name(), own, members.apply(group).keySet());
      }
      slots.add(slot);
    }
    return new Member(populations, slots);
  }

  private static IllegalArgumentException unknown(String kind, String name, Set<String> known) {
    List<String> near = Suggestions.nearest(name, known);
    String help = near.isEmpty() ? "there are " + known : "did you mean `" + near.getFirst() + "`?";
    return new IllegalArgumentException("no " + kind + " is called `" + name + "`: " + help);
  }
}
