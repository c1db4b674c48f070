package org.eimodel.compiler.ir;

import org.eimodel.compiler.units.Dimension;

/// A place that a kernel reads from, or writes to: one number for all elements of a call, one per element, or one per
/// arriving synapse.
///
/// @param name qualified, for people: `v`, `LIF.tau`, `EE.s`
/// @param position index into the kernel's scalar block ([Extent#SCALAR]) or its list of arrays ([Extent#ELEMENT]); 0 for
///     [Extent#SYNAPSE]: a kernel has one such slot at most
/// @param dimension of the value, which is in base units
public record Slot(String name, Kind kind, Extent extent, int position, Dimension dimension) {

  /// What the number is.
  public enum Kind {
    /// Changes from step to step; written by kernels. Always per element.
    STATE,
    /// A value of the model; the kernel never writes it.
    PARAMETER,
    /// Derived from parameters and the time step before the run, in double precision, rounded once.
    COEFFICIENT,
    /// What drives add up to in this step.
    INPUT,
    /// The time at the start of the step.
    TIME,
    /// Whether a neuron is past its refractory period: a truth value of each element, which the engine changes between steps.
    ACTIVE
  }

  /// How many numbers there are.
  public enum Extent {
    SCALAR,
    ELEMENT,
    /// Of arrival kernels alone, and never written: the weight of the arriving synapse.
    SYNAPSE
  }

  /// {@return what a read of it yields}
  public Type type() {
    return kind == Kind.ACTIVE ? Type.TRUTH : Type.REAL;
  }

  /// {@return whether all elements of a call share the number}
  public boolean shared() {
    return extent == Extent.SCALAR;
  }

  /// {@return whether each element has its own number}
  public boolean perElement() {
    return extent == Extent.ELEMENT;
  }

  /// {@return whether each arriving synapse has its own number}
  public boolean perSynapse() {
    return extent == Extent.SYNAPSE;
  }

  /// Passes look slots up all the time; the dimension is costly to hash and tells no slots apart.
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + position;
  }

  @Override
  public String toString() {
    return name;
  }
}
