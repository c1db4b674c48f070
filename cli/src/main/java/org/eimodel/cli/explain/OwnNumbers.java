package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;

/// What the synapses of a projection have of their own, in words.
final class OwnNumbers {
  private OwnNumbers() {}

  /// {@return `weights: normal with redraws; delays: by source and target`; empty where there is nothing}
  static String text(ProjectionPlan projection) {
    List<String> parts = new ArrayList<>();
    projection.weights().ifPresent(weights -> parts.add("weights: " + text(weights)));
    if (projection.delays() instanceof Delays.Each(SynapseValues delays)) {
      parts.add("delays: " + text(delays));
    }
    if (projection.procedural()) {
      parts.add("procedural");
    }
    return String.join("; ", parts);
  }

  private static String text(SynapseValues values) {
    return switch (values) {
      case SynapseValues.Uniform _ -> "one for all";
      case SynapseValues.Drawn drawn ->
          drawn.distribution().name().toLowerCase(Locale.ROOT)
              + drawn.bound().map(OwnNumbers::text).orElse("");
      case SynapseValues.ByPair _ -> "by source and target";
      case SynapseValues.Listed _ -> "from the file";
    };
  }

  private static String text(SynapseValues.Bound bound) {
    return switch (bound.outside()) {
      case REDRAW -> " with redraws";
      case CLIP -> ", clipped";
    };
  }
}
