/// What was typed, as records: the only place that knows the command-line parser.
///
/// Called by [org.eimodel.cli.Main]; calls nothing but picocli. Values that only a model can judge, as `--set EE.w=0.12 mV`
/// or `--duration 2 s`, stay text and go on to the compiler.
package org.eimodel.cli.arguments;
