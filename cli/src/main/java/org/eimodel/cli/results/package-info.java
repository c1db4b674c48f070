/// Turns a finished run into files: spikes, rates and states as CSV and NPZ, the summary as JSON, pictures as PNG.
///
/// The command hands over [org.eimodel.cli.results.RunResults] and a [org.eimodel.cli.results.RunFolder];
/// [org.eimodel.cli.results.ResultWriter] does the rest. Nothing here knows the engine: the tables are plain arrays
/// with
/// labels, so that whatever produced them can fill them. Files appear whole or not at all, and nothing is ever
/// overwritten. Pictures are drawn by [org.eimodel.cli.results.figure].
package org.eimodel.cli.results;
