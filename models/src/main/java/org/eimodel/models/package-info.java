/// The library of models: texts in the language, their data, and a way to name them.
///
/// The command lists and runs them; a program may open one as an example. The tests
/// of this module are the figures, published or closed, that models written in the language must reproduce.
package org.eimodel.models;
