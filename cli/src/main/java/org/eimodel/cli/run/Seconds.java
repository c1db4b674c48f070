package org.eimodel.cli.run;

/// Where the time of a run went, in seconds.
///
/// @param load from the start of Java until the text of the model was read
/// @param compile from text to kernels
/// @param build drawing the numbers and the synapses
/// @param simulate all steps
/// @param write tables, pictures and copies
/// @param total from the start of Java until the summary
public record Seconds(
    double load, double compile, double build, double simulate, double write, double total) {}
