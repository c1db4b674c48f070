/// From the typed model to kernels: which states sit together, which integrator advances them, and the statements of a step
/// in the order that the language defines.
package org.eimodel.compiler.lower;
