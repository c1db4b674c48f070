/// The two calls that the engine makes into a kernel, whether it is bytecode or interpreted, and the loops that it runs beside
/// kernels, in their scalar form or in lanes.
package org.eimodel.compiler.kernel;
