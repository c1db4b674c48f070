/// From kernels of the compiler to objects that the step loop calls: compiled, or interpreted to compare with.
///
/// The classes of compiled kernels are defined in this package, hidden, and leave with the objects that use them.
package org.eimodel.runtime.kernel;
