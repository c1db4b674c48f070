package org.eimodel;

import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;

/// From base units to a unit of a program and back.
///
/// @param factor of the larger of the two units: a power of ten that is not below 1
/// @param larger whether the program's unit is the larger one
record Scale(double factor, boolean larger) {

  /// {@return the scale of a unit}
  ///
  /// *Errors*: `IllegalArgumentException` when there is no such unit or it measures something else.
  static Scale of(String unit, Dimension dimension, String what) {
    Unit found =
        switch (Units.parse(unit)) {
          case UnitLookup.Found(Unit known) -> known;
          case UnitLookup.Unknown unknown ->
              throw new IllegalArgumentException(
                  unknown.message() + unknown.help().map(help -> ": " + help).orElse(""));
        };
    if (!found.dimension().equals(dimension)) {
      throw new IllegalArgumentException(
          what + " is in " + dimension + ", which `" + unit + "` does not measure");
    }
    double factor = found.factor();
    return factor >= 1
        ? new Scale(factor, true)
        : new Scale(new Unit("", dimension, found.decade().negated()).factor(), false);
  }

  double fromBase(double value) {
    return larger ? value / factor : value * factor;
  }

  double toBase(double value) {
    return larger ? value * factor : value / factor;
  }
}
