package org.eimodel.cli.results.figure;

/// The rectangle that a panel's data fill.
///
/// *Units.* Pixels.
record Frame(double left, double top, double width, double height) {
  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }
}
