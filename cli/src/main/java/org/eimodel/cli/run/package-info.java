/// `eimodel run`: from the arguments to the files of a run.
///
/// Called by [org.eimodel.cli.Main]. Calls the public API of the runtime for everything that computes, and
/// [org.eimodel.cli.results] for everything that is written.
package org.eimodel.cli.run;
