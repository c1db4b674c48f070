package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `projection` declaration: one projection for each combination of its indices that passes `where`.
///
/// @param weight where the template has one
/// @param delay empty for "in the next step"
public record ProjectionFamily(
    String name,
    List<Symbol.IndexVariable> binders,
    Optional<Formula> where,
    PopulationReference source,
    PopulationReference target,
    SynapseUse use,
    Connect connect,
    Optional<SynapseValue> weight,
    Optional<SynapseValue> delay,
    Span span)
    implements Afferent {
  public ProjectionFamily {
    binders = List.copyOf(binders);
  }

  /// Families are keys of maps. All that is in one would be costly to hash, and its name tells it from others.
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean ownWeights() {
    return weight.filter(SynapseValue::perSynapse).isPresent();
  }

  /// `connect rule(argument), options`
  ///
  /// @param argument the number, or the condition of `where`
  /// @param file of `pairs`; it is read when the sizes of the populations are known
  /// @param procedural whether rows are drawn anew for each spike
  public record Connect(
      Rule rule,
      Optional<Formula> argument,
      Optional<String> file,
      boolean autapses,
      boolean multapses,
      boolean procedural,
      Span span) {}

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
