package org.eimodel.cli.results.figure;

/// A part of the run that figures shade and name, as the time of a stimulus.
///
/// *Units.* Milliseconds, half open.
///
/// @param from when it begins
/// @param until when it ends
/// @param label what happens, `pulse to V1`
public record Epoch(double from, double until, String label) {}
