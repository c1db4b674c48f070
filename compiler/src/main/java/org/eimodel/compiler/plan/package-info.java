/// A model with its numbers: everything that the engine needs to build and run one network, and nothing that it must look
/// up, convert or decide. Values are in base units (ms, mV, pA, um), times are in steps.
///
/// Written by `instantiate`, read by the runtime.
package org.eimodel.compiler.plan;
