/// `eimodel bench`: how long the parts of a model's steps take.
///
/// It measures the step loop that `run` uses, by turns without and with looks at the clock.
package org.eimodel.cli.bench;
