/// The eimodel command: reads the arguments, does what they say, and turns every outcome into an exit code.
///
/// Nothing but the launcher calls it. The way goes from [org.eimodel.cli.arguments] by way of [org.eimodel.cli.source] to
/// [org.eimodel.cli.run] or [org.eimodel.cli.explain].
package org.eimodel.cli;
