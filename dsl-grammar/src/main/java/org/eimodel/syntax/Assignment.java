package org.eimodel.syntax;

import java.util.Optional;

/// A value given in the body of a population, projection or drive: `v ~ normal(-55 mV, sd = 2 mV)`, `w = 0.1 mV`.
///
/// @param drawn `~`: the value is a distribution, drawn once per element
/// @param bound what to do with draws outside a range
public record Assignment(
    Identifier name,
    boolean drawn,
    Expression value,
    Optional<Bound> bound,
    boolean local,
    Span span) {

  /// `redraw below 0.1 ms`, `redraw above x`, `redraw across 0 pA`, `clip 0 mV .. 1 mV`.
  ///
  /// @param high the upper end of [Kind#CLIP] or [Kind#REDRAW_OUTSIDE], else empty
  public record Bound(Kind kind, Expression value, Optional<Expression> high, Span span) {}

  /// The forms of a bound.
  public enum Kind {
    REDRAW_BELOW,
    REDRAW_ABOVE,
    /// Redraw where the sign differs from that of the mean.
    REDRAW_ACROSS,
    /// `redraw outside a .. b`
    REDRAW_OUTSIDE,
    CLIP
  }
}
