package org.eimodel.runtime.drive;

import org.eimodel.compiler.plan.DrivePlan;

/// One drive as a segment sees it: two are equal when they always have the same value.
///
/// @param position of the input in the scalar block
record Term(int position, DrivePlan.Waveform waveform, double amplitude) {
  double at(long step) {
    return waveform.on(step) ? amplitude : 0;
  }
}
