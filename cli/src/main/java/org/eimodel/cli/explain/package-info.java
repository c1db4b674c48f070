/// `eimodel explain`: what the compiler makes of a model, in words and tables of 80 columns.
package org.eimodel.cli.explain;
