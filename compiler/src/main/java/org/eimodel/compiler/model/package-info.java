/// The typed model: what the text means, with every name resolved and every dimension known, before any number of the
/// network is fixed. Written by `check`, read by `lower`, `instantiate` and `explain`.
package org.eimodel.compiler.model;
