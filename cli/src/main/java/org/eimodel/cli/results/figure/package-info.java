/// Draws the figures of a run with Java2D: raster, population rates, state traces.
///
/// A figure is a function from tables to a [org.eimodel.cli.results.figure.Canvas]; the canvas writes itself as PNG.
/// Only [org.eimodel.cli.results] calls this package. Sizes are in pixels and chosen to stay legible at half size.
package org.eimodel.cli.results.figure;
