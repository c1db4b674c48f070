package org.eimodel.runtime;

/// Where the time of some steps went. What the looks at the clock cost is taken away.
///
/// *Units*: nanoseconds. The phases of slices are sums over all threads, [#wall] and [#record] are not.
///
/// @param steps how many steps
/// @param wall of all steps
/// @param deliver of spikes and Poisson events
/// @param drive of inputs that change
/// @param integrate in step kernels: integration and firing
/// @param send of spikes on their way, and counting them
/// @param record into the logs
public record PhaseTimes(
    long steps,
    double wall,
    double deliver,
    double drive,
    double integrate,
    double send,
    double record) {
  /// No steps.
  public static final PhaseTimes NONE = new PhaseTimes(0, 0, 0, 0, 0, 0, 0);

  /// {@return both together}
  public PhaseTimes plus(PhaseTimes other) {
    return new PhaseTimes(
        steps + other.steps,
        wall + other.wall,
        deliver + other.deliver,
        drive + other.drive,
        integrate + other.integrate,
        send + other.send,
        record + other.record);
  }
}
