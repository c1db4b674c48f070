package org.eimodel.runtime.random;

import java.util.List;
import java.util.Locale;

/// A random synapse template: how it is written and what it needs of its target.
///
/// @param weight dimension of the weight
/// @param reach the sum of weights that moves a membrane from rest to threshold, about, in the weight's unit
/// @param input kind of the target's input, or none for a jump of the membrane
record RandomSynapse(String name, List<String> lines, Kind weight, double reach, Kind input) {

  /// {@return a synapse; what its neurons lack is none of its outputs}
  static RandomSynapse draw(Choice choice, String name, boolean currents) {
    String tau = choice.quantity(1.5, 12, "ms");
    String method =
        choice.chance(0.25)
            ? "  integrate with "
                + choice.of("euler", "rk2", "rk4", "sequential_euler", "exponential_euler", "exact")
            : "";
    return switch (choice.whole(-1, currents ? 11 : 9)) {
      case -1 -> {
        String text =
            """
            synapse %s {
              param tau = %s, share = gain / 2
              weight w : mV
              state s = 0 mV per target
              let leak = s / tau
              s' = -leak%s
            %s
              on arrival {
                let size = w * share
                if size > 0 mV and w != 0 mV { s += size } else { if gain < 1 { s += 0.5 * size } else { s -= size } }
              }
              output s * %s -> I
            }
            """;
        String more = choice.of("", " * gain", " + " + choice.quantity(0.001, 0.01, "[mV/ms]"));
        String factor = choice.of("gain", "(1 + 0.2 * sin(t / 5 ms))", "2", "cos(pi / 8)");
        yield of(
            name, text.formatted(name, tau, more, method, factor), Kind.VOLTAGE, 30, Kind.VOLTAGE);
      }
      case 0, 1 -> {
        String text =
            """
            synapse %s {
              param tau = %s
              weight w : mV
              state s = 0 mV per target
              s' = -s / tau
            %s
              on arrival { s += w }
              output s -> I
            }
            """;
        yield of(name, text.formatted(name, tau, method), Kind.VOLTAGE, 15, Kind.VOLTAGE);
      }
      case 2 -> {
        String text =
            """
            synapse %s {
              param tau = %s, rise = %s
              weight w : mV
              state s = 0 mV per target, h = 0 mV per target
              h' = -h / rise
              s' = (h - s) / tau
            %s
              on arrival { h += w }
              output %s -> I
            }
            """;
        String out = choice.of("s", "(s - h)", "2 * s", "s");
        yield of(
            name,
            text.formatted(name, tau, choice.quantity(1, 4, "ms"), method, out),
            Kind.VOLTAGE,
            20,
            Kind.VOLTAGE);
      }
      case 3, 4 -> {
        String text =
            """
            synapse %s {
              target { v : mV }
              param tau = %s, E = %s
              weight w : 1
              state g = 0 per target
              g' = -g / tau
            %s
              on arrival { g += w }
              output g * (E - target.v) -> I
            }
            """;
        yield of(
            name,
            text.formatted(name, tau, choice.of("0 mV", "-20 mV", "-45 mV"), method),
            Kind.NUMBER,
            0.6,
            Kind.VOLTAGE);
      }
      case 5 -> {
        String text =
            """
            synapse %s {
              target { v : mV }
              weight w : mV
              on arrival { target.v += w }
            }
            """;
        yield of(name, text.formatted(name), Kind.VOLTAGE, 6, null);
      }
      case 6 -> {
        String text =
            """
            synapse %s {
              target { v : mV }
              param most = %s
              weight w : mV
              on arrival {
                let far = most - target.v
                if far > 0 mV { target.v += w * tanh(far / %s) } else { target.v -= 0.1 * w }
              }
            }
            """;
        yield of(
            name,
            text.formatted(name, choice.quantity(-50, -40, "mV"), choice.quantity(4, 20, "mV")),
            Kind.VOLTAGE,
            6,
            null);
      }
      case 7 -> {
        String text =
            """
            synapse %s {
              param tau = %s, most = %s
              weight w : mV
              state s = 0 mV per target
              s' = (%s - s) / tau
            %s
              on arrival { s = min(s + w, most); s *= 0.99 }
              output %s -> I
            }
            """;
        String out =
            choice.of("s", "s", "5 mV * tanh(s / 5 mV)", "(if s > 1 mV then s else 0.5 * s)");
        yield of(
            name,
            text.formatted(
                name, tau, choice.quantity(5, 30, "mV"), choice.of("0.5 mV", "0 mV"), method, out),
            Kind.VOLTAGE,
            15,
            Kind.VOLTAGE);
      }
      case 8 -> {
        String text =
            """
            synapse %s {
              target { v : mV }
              param tau = %s
              weight w : mV
              state s = 0 mV per target, seen = 0 per target
              s' = -s / tau
              seen' = -seen / %s
            %s
              on arrival { s += w / (1 + seen); seen += 0.1; target.v += 0.05 * w }
              output s -> I
            }
            """;
        yield of(
            name,
            text.formatted(name, tau, choice.quantity(5, 30, "ms"), method),
            Kind.VOLTAGE,
            15,
            Kind.VOLTAGE);
      }
      case 9 -> {
        String text =
            """
            synapse %s {
              param tau = %s
              weight w : mV
              state s = 0 mV per target, x = 0 mV per target
              s' = -s / tau
              x' = -x / tau
            %s
              on arrival { s += w; x -= 0.3 * w }
              output s -> I
              output x -> I
            }
            """;
        yield of(name, text.formatted(name, tau, method), Kind.VOLTAGE, 20, Kind.VOLTAGE);
      }
      case 10 -> {
        String text =
            """
            synapse %s {
              target { v : mV }
              param tau = %s, E = 0 mV
              weight w : nS
              state g = 0 nS per target
              g' = -g / tau
            %s
              on arrival { g += w }
              output g * (E - target.v) -> K
            }
            """;
        yield of(name, text.formatted(name, tau, method), Kind.CONDUCTANCE, 40, Kind.CURRENT);
      }
      default -> {
        String text =
            """
            synapse %s {
              param tau = %s
              weight w : pA
              state s = 0 pA per target
              s' = -s / tau
            %s
              on arrival { s += w }
              output s -> K
            }
            """;
        yield of(name, text.formatted(name, tau, method), Kind.CURRENT, 900, Kind.CURRENT);
      }
    };
  }

  private static RandomSynapse of(String name, String text, Kind weight, double reach, Kind input) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return new RandomSynapse(name, lines, weight, reach, input);
  }

  /// {@return a child of this template that decays faster}
  RandomSynapse child(String childName) {
    String text = "synapse %s extends %s {\n  param tau = 3 ms\n}".formatted(childName, name);
    return new RandomSynapse(childName, text.lines().toList(), weight, reach, input);
  }

  /// {@return whether it needs a state `v` of its target}
  boolean readsMembrane() {
    return lines.contains("  target { v : mV }");
  }

  /// {@return whether it has a parameter `tau`}
  boolean decays() {
    return lines.stream().anyMatch(line -> line.strip().startsWith("param tau"));
  }

  /// {@return a weight so that `arrivals` at once move a membrane to its threshold, times `factor`}
  String weightFor(double arrivals, double factor) {
    double value = reach * factor / Math.max(1, arrivals);
    String text = String.format(Locale.ROOT, "%.5f", Math.abs(value));
    return (value < 0 ? "-" : "") + text + (weight.unit.isEmpty() ? "" : " " + weight.unit);
  }
}
