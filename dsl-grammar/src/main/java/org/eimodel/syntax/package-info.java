/// What a model's text says, as immutable records with their places, and what is wrong with it.
///
/// Everyone downstream reads these records; nothing here knows ANTLR, units or numbers.
package org.eimodel.syntax;
