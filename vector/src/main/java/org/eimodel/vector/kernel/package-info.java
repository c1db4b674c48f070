/// The home of kernels in vector lanes: their classes are defined here, hidden, because this module can see the Vector API.
///
/// The engine reaches it as a service of the compiler; nobody else calls it.
package org.eimodel.vector.kernel;
