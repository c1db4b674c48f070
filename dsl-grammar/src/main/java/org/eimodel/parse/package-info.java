/// Text to syntax records: [ModelParser][org.eimodel.parse.ModelParser] for a text, [SourceFiles][org.eimodel.parse.SourceFiles]
/// for bytes on disk.
///
/// The way through: `Scanner` (characters to tokens), `Brackets` (nesting and pairs), `Layout` (ends of statements, units),
/// the generated parser, and the builders that turn its tree into records. ANTLR lives here alone, and no public signature
/// shows it. A person's mistake is a diagnostic, never an exception.
package org.eimodel.parse;
