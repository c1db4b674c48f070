/// Dimensions with rational exponents, units with decimal scales, and exact conversion between text and memory.
///
/// In memory every quantity is held in the base units ms, mV, pA, um, amol and K; hence nS, pF, mM, and 1/ms for a rate.
/// Every unit of the language is a power of ten times a product of base units, so conversion moves the decimal point and
/// rounds once.
///
/// Called by every stage from resolve onwards and by the runtime's API; calls `org.eimodel.compiler.text` alone.
package org.eimodel.compiler.units;
