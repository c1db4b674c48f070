package org.eimodel.compiler.model;

import org.eimodel.syntax.Span;

/// How the weights, or the delays, of a projection come about.
public sealed interface SynapseValue {
  /// {@return where it was written}
  Span span();

  /// A formula: one number for a projection, or one for each pair where it mentions source or target.
  record Computed(Formula formula) implements SynapseValue {
    @Override
    public Span span() {
      return formula.span();
    }
  }

  /// A draw for each synapse.
  record Drawn(ValueSource.Drawn draw) implements SynapseValue {
    @Override
    public Span span() {
      return draw.span();
    }
  }

  /// `column("w")`: a column of the file that names the pairs.
  record Column(String name, Span span) implements SynapseValue {}

  /// {@return whether synapses of one projection may differ}
  default boolean perSynapse() {
    return switch (this) {
      case Computed(Formula formula) -> formula.mentions(SynapseValue::ofPair);
      case Drawn drawn -> true;
      case Column column -> true;
    };
  }

  /// {@return whether a symbol differs from pair to pair}
  static boolean ofPair(Symbol symbol) {
    return symbol instanceof Symbol.EndValue
        || symbol instanceof Symbol.Known known
            && (known.kind() == Symbol.Known.Kind.SOURCE_NEURON
                || known.kind() == Symbol.Known.Kind.TARGET_NEURON);
  }
}
