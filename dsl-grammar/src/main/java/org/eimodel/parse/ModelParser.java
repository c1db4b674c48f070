package org.eimodel.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.eimodel.parse.grammar.EimodelParser;
import org.eimodel.parse.grammar.EimodelParser.ModelContext;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;

/// A model's text as syntax records.
///
/// ```java
/// Outcome<ModelSyntax> outcome = ModelParser.parse(new SourceText("lif.eimodel", text));
/// ```
public final class ModelParser {
  /// The longest text that is read, in characters. Tables of numbers belong in data files.
  public static final int LONGEST_TEXT = 4 * 1024 * 1024;

  private ModelParser() {}

  /// {@return the model's declarations, or every syntax error that could be told from the others}
  ///
  /// *Errors*: codes E0101 to E0131, see [SyntaxCode]. Nothing is thrown for a person's mistake.
  public static Outcome<ModelSyntax> parse(SourceText source) {
    Problems problems = new Problems(source);
    if (source.text().length() > LONGEST_TEXT) {
      return Outcome.failed(List.of(SourceFiles.tooLarge(source, source.text().length())));
    }
    List<CommonToken> tokens = Scanner.scan(source, problems);
    if (isBlank(tokens)) {
      if (!problems.any()) {
        problems.add(nothing(problems));
      }
      return Outcome.failed(problems.inOrder());
    }
    Brackets.Matched matched = Brackets.match(tokens, problems);
    if (matched.tokens().isEmpty() || matched.braceProblem()) {
      return Outcome.failed(
          problems.inOrder()); // where blocks end by guess, every further error would be one, too
    }
    ModelContext tree = tree(Layout.lay(matched.tokens(), problems), problems);
    if (problems.any()) {
      return Outcome.failed(problems.inOrder());
    }
    ModelSyntax model =
        new ModelSyntax(
            source,
            new DeclarationBuilder(new Places(source), problems)
                .declarations(tree.declarationLine()));
    return Outcome.of(model, problems.inOrder());
  }

  private static ModelContext tree(List<CommonToken> tokens, Problems problems) {
    CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
    stream.fill(); // an error message looks ahead to the end of its statement
    EimodelParser parser = new EimodelParser(stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(new StatementRecovery(problems));
    return parser.model();
  }

  private static boolean isBlank(List<CommonToken> tokens) {
    for (CommonToken token : tokens) {
      switch (token.getType()) {
        case EimodelParser.NEWLINE, EimodelParser.SEMICOLON, EimodelParser.EOF -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private static Diagnostic nothing(Problems problems) {
    return problems
        .error(SyntaxCode.EMPTY, problems.span(0, 0), "there is no model in this file")
        .withHelp("a small one:")
        .withHelp("  neuron LIF {")
        .withHelp("    param tau = 20 ms")
        .withHelp("    input current : mV")
        .withHelp("    state v = 0 mV")
        .withHelp("    v' = (current - v) / tau")
        .withHelp("    spike when v >= 10 mV { v = 0 mV }")
        .withHelp("  }")
        .withHelp("  population E = 100 of LIF")
        .withHelp("  drive E.current with 11 mV")
        .withHelp("  record spikes of E")
        .withHelp("  run 1 s with dt = 0.1 ms");
  }
}
