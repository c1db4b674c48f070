package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eimodel.runtime.random.RandomModel.Family;

/// Projections and Poisson drives of a random model, on their way into its text.
final class RandomAfferents {
  private final Choice choice;
  private final List<String> lines;
  private final Map<String, String> files;
  private final List<Family> families;
  private final List<RandomSynapse> synapses;
  private final double dt;
  private final boolean own;
  private final RandomSynapseValues values;
  private int drives;

  /// @param own whether synapses may have weights and delays of their own; likewise Poisson drives and procedural rows
  RandomAfferents(
      Choice choice,
      List<String> lines,
      Map<String, String> files,
      List<Family> families,
      List<RandomSynapse> synapses,
      double dt,
      boolean own) {
    this.choice = choice;
    this.lines = lines;
    this.files = files;
    this.families = families;
    this.synapses = synapses;
    this.dt = dt;
    this.own = own;
    this.values = new RandomSynapseValues(choice, dt);
  }

  private List<RandomSynapse> fitting(Family target) {
    return synapses.stream()
        .filter(
            synapse -> synapse.input() != Kind.CURRENT || target.neuron().inputs.containsKey("K"))
        .toList();
  }

  void projection(String name) {
    Family source = choice.of(families);
    Family target = choice.of(families);
    List<RandomSynapse> fitting = fitting(target);
    if (fitting.isEmpty()) {
      return;
    }
    RandomSynapse synapse = choice.of(fitting);
    boolean between = source.indexed() && target.indexed() && choice.chance(0.6);
    String binders = "";
    String from = "a";
    String to = "a";
    if (between) {
      binders =
          "[to in area, from in area"
              + choice.of(" where link[to, from] > 0", " where to != from", "")
              + "]";
      from = "from";
      to = "to";
    } else if (source.indexed() || target.indexed()) {
      binders = choice.chance(0.8) ? "[a in area]" : "";
      from = to = binders.isEmpty() ? "\"A\"" : "a";
    }
    lines.add(
        "projection %s%s: %s -> %s using %s {"
            .formatted(
                name, binders, source.reference(from), target.reference(to), use(synapse, target)));
    Rule rule = rule(source, target, target.reference(to), between);
    String weight =
        synapse.weightFor(
            rule.arrivals(),
            choice.chance(0.75) ? choice.between(0.3, 2.5) : choice.between(-1.5, 0));
    String scaled =
        weight
            + (between && choice.chance(0.5)
                ? " * (0.05 + link[to, from])"
                : choice.of("", "", " * strength"));
    if (own && choice.chance(0.1)) {
      listed(source.size(), target.size(), synapse, weight);
    } else {
      lines.add(
          "  connect "
              + rule.text()
              + (own && rule.byRow() && choice.chance(0.3) ? ", procedural" : ""));
      boolean drawn = own && choice.chance(0.5);
      lines.add("  w " + (drawn ? values.weight(scaled, synapse.weight().unit) : "= " + scaled));
      if (own && choice.chance(0.4)) {
        lines.add("  delay " + values.delay());
      } else if (choice.chance(0.75)) {
        String delay = choice.of(2, 1, 3, 5, 8, 12) * dt + " ms";
        lines.add(
            "  delay = "
                + (between && choice.chance(0.6)
                    ? "length[to, from] / speed + " + dt + " ms"
                    : delay));
      }
    }
    lines.add("}");
  }

  private String use(RandomSynapse synapse, Family target) {
    List<String> arguments = new ArrayList<>();
    if (synapse.decays() && choice.chance(0.4)) {
      arguments.add("tau = " + choice.of("5 ms", "3 ms", "5 ms", choice.quantity(2, 10, "ms")));
    }
    if (synapse.input() == Kind.VOLTAGE
        && target.neuron().inputs.containsKey("I2")
        && choice.chance(0.5)) {
      arguments.add("I = I2");
    }
    if (synapse.readsMembrane() && choice.chance(0.2)) {
      target.neuron().states.entrySet().stream()
          .filter(state -> state.getValue() == Kind.VOLTAGE)
          .findFirst()
          .ifPresent(state -> arguments.add("v = " + state.getKey()));
    }
    return synapse.name() + "(" + String.join(", ", arguments) + ")";
  }

  /// @param arrivals how many synapses a target has, about
  /// @param byRow whether a row can be drawn without the others
  private record Rule(String text, double arrivals, boolean byRow) {
    Rule(String text, double arrivals) {
      this(text, arrivals, true);
    }
  }

  private Rule rule(Family source, Family target, String reference, boolean between) {
    int sources = source.size();
    int targets = target.size();
    String self = choice.chance(0.3) ? ", no autapses" : "";
    boolean multapses = choice.chance(0.3);
    String options = self + (multapses ? ", multapses" : "");
    return switch (choice.whole(0, 8)) {
      case 0 -> new Rule("all" + self, sources);
      case 1 ->
          sources == targets
              ? new Rule("one_to_one", 1)
              : new Rule("indegree(2)" + options, 2, false);
      case 2 -> new Rule("probability(p)" + self, 0.2 * sources);
      case 3 -> {
        String scaled = between ? "round(0.5 * link[to, from] * " + reference + ".size)" : "";
        int most = Math.min(10, multapses ? 2 * targets : targets - 1);
        int k = choice.whole(1, most);
        yield new Rule(
            "outdegree(" + (scaled.isEmpty() || choice.chance(0.5) ? k : scaled) + ")" + options,
            (double) k * sources / targets);
      }
      case 4 -> {
        int k = choice.whole(1, Math.min(10, multapses ? 2 * sources : sources - 1));
        yield new Rule("indegree(" + k + ")" + options, k, false);
      }
      case 5 -> {
        int n =
            choice.whole(
                1,
                Math.min(150, multapses ? 2 * sources * targets : (sources - 1) * (targets - 1)));
        yield new Rule("total(" + n + ")" + options, (double) n / targets);
      }
      case 6 ->
          new Rule(
              "where("
                  + choice.of(
                      "abs(source.i - target.i) <= 2",
                      "source.i < target.i and source.i > target.i - 4",
                      "source.i == target.size - 1 - target.i or target.i == 0",
                      "round(source.i / 3) != target.i")
                  + ")"
                  + self,
              4);
      case 7 -> pairs(sources, targets, self);
      default ->
          new Rule(
              "probability(" + choice.of("0.5", "1", "0.1", "0.02") + ")" + self, 0.4 * sources);
    };
  }

  private Rule pairs(int sources, int targets, String self) {
    String file = "pairs" + files.size() + ".csv";
    StringBuilder text = new StringBuilder("source,target\n");
    int count = choice.whole(5, 3 * sources);
    for (int k = 0; k < count; k++) {
      text.append(choice.whole(0, sources - 1))
          .append(',')
          .append(choice.whole(0, targets - 1))
          .append('\n');
    }
    files.put(file, text.toString());
    return new Rule("pairs(\"" + file + "\")" + self, (double) count / targets, false);
  }

  /// Pairs with weights and delays of their own.
  private void listed(int sources, int targets, RandomSynapse synapse, String weight) {
    String file = "synapses" + files.size() + ".csv";
    String unit = synapse.weight().unit.isEmpty() ? "" : " (" + synapse.weight().unit + ")";
    double scale = Double.parseDouble(weight.split(" ")[0]);
    StringBuilder text = new StringBuilder("delay (ms),target,w" + unit + ",source\n");
    int count = choice.whole(5, 3 * sources);
    for (int k = 0; k < count; k++) {
      text.append(choice.whole(0, 8) * dt)
          .append(',')
          .append(choice.whole(0, targets - 1))
          .append(',')
          .append(scale * choice.between(0.2, 3))
          .append(',')
          .append(choice.whole(0, sources - 1))
          .append('\n');
    }
    files.put(file, text.toString());
    lines.add("  connect pairs(\"" + file + "\")" + (choice.chance(0.3) ? ", no autapses" : ""));
    lines.add("  w = column(\"w\")");
    lines.add("  delay = column(\"delay\")");
  }

  /// A drive of Poisson events for a family, perhaps.
  void poisson(Family family) {
    List<RandomSynapse> fitting = fitting(family);
    if (!own || fitting.isEmpty() || !choice.chance(0.4)) {
      return;
    }
    RandomSynapse synapse = choice.of(fitting);
    String name = "noise" + drives++;
    String target = family.name();
    if (family.indexed() && choice.chance(0.5)) {
      target += "[b]";
      name += "[b in area" + choice.of("", " where b != \"A\"") + "]";
    } else if (choice.chance(0.3)) {
      target = family.reference("\"A\"") + "[1 until " + choice.whole(3, 5) + "]";
    }
    String rate =
        choice.of(
            Choice.text(choice.between(0.02, 1.5) / dt) + " [1/ms]",
            Choice.text(choice.between(5, 200)) + " Hz",
            "(i + 1) / size * " + Choice.text(choice.between(0.5, 8) / dt) + " [1/ms]");
    String window =
        choice.of(
            "",
            "",
            ", from = " + choice.whole(0, 6) * dt + " ms",
            ", from = %s ms, until = %s ms".formatted(3 * dt, choice.whole(10, 25) * dt));
    lines.add(
        "drive "
            + (target.equals(family.name()) && drives == 1 ? "" : name + ": ")
            + target
            + " using "
            + use(synapse, family)
            + " { poisson(rate = "
            + rate
            + window
            + "); w = "
            + synapse.weightFor(1, choice.between(-0.1, 0.4))
            + " }");
  }
}
