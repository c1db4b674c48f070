package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `record` declaration, one per recorded quantity.
public sealed interface Recording {
  /// {@return where it was written}
  Span span();

  /// `record spikes of E, I`
  record Spikes(List<NeuronSlice> of, Span span) implements Recording {
    public Spikes {
      of = List.copyOf(of);
    }
  }

  /// `record rate of E, I every 10 ms`
  record Rate(List<NeuronSlice> of, Formula every, Span span) implements Recording {
    public Rate {
      of = List.copyOf(of);
    }
  }

  /// `record v of E[0 until 10] every 1 ms`
  record State(String name, List<NeuronSlice> of, Optional<Formula> every, Span span) implements Recording {
    public State {
      of = List.copyOf(of);
    }
  }
}
