/// From kernels and formulas to one network with its numbers: sizes, labels, start values, delays in steps.
package org.eimodel.compiler.instantiate;
