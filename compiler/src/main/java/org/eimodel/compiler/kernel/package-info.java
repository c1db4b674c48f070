/// The two calls that the engine makes into a kernel, whether it is bytecode or interpreted.
package org.eimodel.compiler.kernel;
