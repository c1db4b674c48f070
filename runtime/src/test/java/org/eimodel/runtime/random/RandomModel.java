package org.eimodel.runtime.random;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.syntax.SourceText;

/// A small model and the files that it reads.
///
/// @param text the model; a statement a line
/// @param files contents by name
record RandomModel(String text, Map<String, String> files) {

  /// {@return the model of a seed: well-formed, with spikes and delays nearly always}
  static RandomModel draw(long seed) {
    return new Writer(new Choice(seed), true).model();
  }

  SourceText source() {
    return new SourceText("random.eimodel", text);
  }

  DataFolder folder() {
    return DataFolder.ofResources(
        "memory",
        name ->
            files.containsKey(name)
                ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                : null);
  }

  RandomModel with(String otherText) {
    return new RandomModel(otherText, files);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(text);
    files.forEach((name, content) -> out.append("--- ").append(name).append('\n').append(content));
    return out.toString();
  }

  /// A family of populations on its way into the text.
  record Family(String name, RandomNeuron neuron, int size, boolean indexed) {
    String reference(String label) {
      return indexed ? name + "[" + label + "]" : name;
    }
  }

  /// Writes one model.
  private static final class Writer {
    private static final List<String> LABELS = List.of("A", "B", "C");

    private final Choice choice;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<RandomNeuron> neurons = new ArrayList<>();
    private final List<RandomSynapse> synapses = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final double dt;
    private final boolean own;
    private int areas;

    Writer(Choice choice, boolean own) {
      this.choice = choice;
      this.own = own;
      this.dt = choice.of(0.1, 0.25, 0.25, 0.5, 0.5);
    }

    RandomModel model() {
      lines.add(
          "param gain = " + choice.number(0.5, 1.5) + ", shift = " + choice.quantity(-2, 2, "mV"));
      templates();
      lines.add("param p = " + choice.number(0.05, 0.4) + ", strength = 1, speed = 3.5 [mm/ms]");
      indices();
      int count = choice.of(1, 1, 2, 2, 3);
      for (int k = 0; k < count; k++) {
        population("PQR".substring(k, k + 1));
      }
      RandomAfferents afferents =
          new RandomAfferents(choice, lines, files, families, synapses, dt, own);
      int projections = choice.of(1, 2, 2, 3, 4, 5);
      for (int k = 0; k < projections; k++) {
        afferents.projection("x" + k);
      }
      families.forEach(this::drive);
      families.forEach(afferents::poisson);
      families.forEach(this::record);
      int steps = choice.chance(0.1) ? choice.whole(80, 120) : choice.whole(30, 70);
      lines.add(
          "run %s ms with dt = %s ms, seed = %d".formatted(steps * dt, dt, choice.whole(1, 1000)));
      return new RandomModel(String.join("\n", lines) + "\n", files);
    }

    private void templates() {
      int kinds = choice.of(1, 1, 2);
      for (int k = 0; k < kinds; k++) {
        RandomNeuron neuron = new RandomNeuron(choice, "N" + k);
        neurons.add(neuron);
        lines.addAll(neuron.lines());
      }
      boolean currents = neurons.stream().anyMatch(neuron -> neuron.inputs.containsKey("K"));
      int shapes = choice.of(1, 2, 2, 3);
      for (int k = 0; k < shapes; k++) {
        RandomSynapse synapse = RandomSynapse.draw(choice, "S" + k, currents);
        synapses.add(synapse);
        lines.addAll(synapse.lines());
      }
      if (synapses.getFirst().decays() && choice.chance(0.2)) {
        RandomSynapse child = synapses.getFirst().child("Child");
        synapses.add(child);
        lines.addAll(child.lines());
      }
    }

    private void indices() {
      if (!choice.chance(0.45)) {
        return;
      }
      areas = choice.whole(2, 3);
      List<String> labels = LABELS.subList(0, areas);
      if (choice.chance(0.5)) {
        lines.add("index area = [\"" + String.join("\", \"", labels) + "\"]");
      } else {
        lines.add("index area = csv(\"areas.csv\")");
        files.put("areas.csv", "area\n" + String.join("\n", labels) + "\n");
      }
      lines.add(
          "data link[to area, from area] = csv(\"link.csv\"), length[to area, from area] : mm = csv(\"length.csv\")");
      files.put(
          "link.csv",
          table(labels, () -> choice.chance(0.3) ? "0" : Choice.text(choice.between(0.1, 0.9))));
      files.put("length.csv", table(labels, () -> Choice.text(choice.between(0.5, 15))));
    }

    private static String table(List<String> labels, Supplier<String> cell) {
      StringBuilder table = new StringBuilder("to\\from," + String.join(",", labels) + "\n");
      for (String label : labels) {
        table.append(label);
        labels.forEach(column -> table.append(',').append(cell.get()));
        table.append('\n');
      }
      return table.toString();
    }

    private void population(String name) {
      RandomNeuron neuron = choice.of(neurons);
      boolean indexed = areas > 0 && choice.chance(0.6);
      int size = choice.chance(0.1) ? choice.whole(20, 60) : choice.whole(5, indexed ? 10 : 20);
      if (!families.isEmpty() && choice.chance(0.3)) {
        size = families.getFirst().size();
      }
      String text =
          "population %s%s = %s of %s"
              .formatted(
                  name,
                  indexed ? "[a in area]" : "",
                  choice.of("" + size, "round(" + size + " * strength)"),
                  neuron.name);
      if (choice.chance(0.3)) {
        text += "(tau = " + choice.quantity(4, 20, "ms") + ")";
      }
      lines.add(text + " {");
      lines.add(
          "  v ~ "
              + choice.of(
                  "uniform(-62 mV, -49 mV)",
                  "normal(-55 mV, sd = 4 mV)",
                  "normal(-55 mV, sd = 4 mV) clip -70 mV .. -48 mV",
                  "normal(-54 mV, sd = 5 mV) redraw below -65 mV"));
      if (choice.chance(0.35)) {
        lines.add(
            "  "
                + choice.of(
                    "tau ~ lognormal(8 ms, sd = 3 ms) clip 3 ms .. 30 ms",
                    "tau = 5 ms + 10 ms * i / size",
                    "v_th ~ normal(-50 mV, sd = 1 mV)",
                    "v_th = -52 mV + 0.1 mV * i",
                    "v_rest ~ uniform(-62 mV, -58 mV)"));
      }
      if (neuron.parameters.containsKey("k") && choice.chance(0.5)) {
        lines.add("  let near = 0.5 + 0.1 * i / size");
        lines.add(
            "  k "
                + choice.of(
                    "= near * gain",
                    "~ uniform(-1, 1)",
                    "~ normal(0, sd = 0.5)",
                    "= i / size",
                    "= 0.7",
                    "~ exponential(0.5) clip 0 .. 2"));
      }
      for (Map.Entry<String, Kind> state : neuron.states.entrySet()) {
        if (choice.chance(0.25)) {
          Kind kind = state.getValue();
          String one = " 1" + (kind.unit.isEmpty() ? "" : " " + kind.unit);
          lines.add(
              "  "
                  + state.getKey()
                  + choice.of(
                      " =" + one,
                      " ~ uniform(0" + one.substring(2) + "," + one + ")",
                      " =" + one + " * i / size"));
        }
      }
      lines.add("}");
      families.add(new Family(name, neuron, size, indexed));
    }

    private void drive(Family family) {
      double reach = choice.between(8, 40);
      String strength = Choice.text(reach) + " mV";
      String all = family.name() + ".I";
      lines.add(
          "drive "
              + all
              + " with "
              + choice.of(
                  strength,
                  strength + " + gain * shift",
                  "constant(" + strength + ")",
                  "pulse("
                      + strength
                      + ", from = "
                      + 2 * dt
                      + " ms, until = "
                      + choice.whole(20, 90) * dt
                      + " ms)",
                  "step(" + strength + ", from = " + choice.whole(0, 9) * dt + " ms)",
                  "constant(" + strength + " * (1 + 0.5 * i / size))"));
      if (choice.chance(0.4)) {
        String some =
            family.reference("\"A\"")
                + "["
                + choice.whole(0, 1)
                + " until "
                + choice.whole(2, 5)
                + "]";
        lines.add(
            "drive "
                + some
                + ".I with "
                + choice.of(
                    choice.quantity(-5, 9, "mV"),
                    "pulse("
                        + choice.quantity(-5, 30, "mV")
                        + ", from = 0 ms, until = "
                        + 10 * dt
                        + " ms)",
                    "step("
                        + choice.quantity(-5, 9, "mV")
                        + " + 0.1 mV * i, from = "
                        + 5 * dt
                        + " ms)"));
      }
      if (family.neuron().inputs.containsKey("K") && choice.chance(0.6)) {
        lines.add("drive " + family.name() + ".K with " + choice.quantity(-50, 300, "pA"));
      }
      if (family.indexed() && choice.chance(0.3)) {
        lines.add("drive " + family.name() + "[a in area where a != \"A\"].I with 3 mV");
      }
    }

    private void record(Family family) {
      boolean spikes = family.neuron().spikes;
      if (choice.chance(0.5) && spikes) {
        lines.add("record spikes of " + family.name());
      }
      if (choice.chance(0.3)) {
        lines.add(
            "record v of " + family.reference("\"B\"") + "[0 until 3] every " + 2 * dt + " ms");
      }
      if (choice.chance(0.3) && spikes) {
        lines.add("record rate of " + family.name() + " every " + 10 * dt + " ms");
      }
    }
  }
}
