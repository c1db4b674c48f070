package org.eimodel.compiler.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `projection` declaration: one projection for each combination of its indices that passes `where`.
///
/// @param states the target's states that stand for the template's, as `target.v`
/// @param inputs the target's inputs that the template's outputs feed, by the name in the template
public record ProjectionFamily(
    String name,
    List<Symbol.IndexVariable> binders,
    Optional<Formula> where,
    PopulationReference source,
    PopulationReference target,
    SynapseTemplate synapse,
    Map<Symbol.Parameter, Formula> arguments,
    Map<Symbol.TargetState, Symbol.State> states,
    Map<String, Symbol.Input> inputs,
    Connect connect,
    Optional<Formula> weight,
    Optional<Formula> delay,
    Span span) {
  public ProjectionFamily {
    binders = List.copyOf(binders);
    arguments = Map.copyOf(arguments);
    states = Map.copyOf(states);
    inputs = Map.copyOf(inputs);
  }

  /// `connect rule(argument), options`
  ///
  /// @param argument the number, or the condition of `where`
  /// @param file of `pairs`; it is read when the sizes of the populations are known
  public record Connect(
      Rule rule, Optional<Formula> argument, Optional<String> file, boolean autapses, boolean multapses, Span span) {}

  /// Which pairs are connected.
  public enum Rule {
    ALL("all"),
    ONE_TO_ONE("one_to_one"),
    PROBABILITY("probability"),
    OUTDEGREE("outdegree"),
    INDEGREE("indegree"),
    TOTAL("total"),
    PAIRS("pairs"),
    WHERE("where");

    private final String symbol;

    Rule(String symbol) {
      this.symbol = symbol;
    }

    /// {@return as the model writes it}
    public String symbol() {
      return symbol;
    }
  }
}
