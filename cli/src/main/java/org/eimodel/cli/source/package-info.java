/// Finds the model that the user named: a file, or a model of the library.
package org.eimodel.cli.source;
