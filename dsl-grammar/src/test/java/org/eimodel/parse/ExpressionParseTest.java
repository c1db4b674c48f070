package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.ExpressionText;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.UnitSyntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What binds how tightly: each expression beside its tree, operator first.
class ExpressionParseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a + b * c                    | (+ a (* b c))",
        "a - b - c                    | (- (- a b) c)",
        "a / b / c * d                | (* (/ (/ a b) c) d)",
        "a ^ b ^ c                    | (^ a (^ b c))",
        "-a ^ b                       | (- (^ a b))",
        "a ^ -b                       | (^ a (- b))",
        "a ^ -b ^ c                   | (^ a (- (^ b c)))",
        "-a * -b                      | (* (- a) (- b))",
        "a * b ^ c                    | (* a (^ b c))",
        "(a + b) * c                  | (* (+ a b) c)",
        "a - (b - c)                  | (- a (- b c))",
        "- -a                         | (- (- a))",
        "not a and b                  | (and (not a) b)",
        "not a == b                   | (not (== a b))",
        "a or b and c                 | (or a (and b c))",
        "a or b or c                  | (or (or a b) c)",
        "a < b and c >= d             | (and (< a b) (>= c d))",
        "a + b != c                   | (!= (+ a b) c)",
        "a crosses b + c              | (crosses a (+ b c))",
        "if a then b else c + d       | (if a b (+ c d))",
        "if a then b else if c then d else e | (if a b (if c d e))",
        "(if a then b else c) + d     | (+ (if a b c) d)",
        "f(a, b = c + d)[e].g         | (. ([] (f a b=(+ c d)) e) g)",
        "x[a, b + 1][0 until n].size  | (. ([] ([] x a (+ b 1)) (until 0 n)) size)",
        "20 ms * b                    | (* 20_[ms^1] b)",
        "20 ms / s                    | (/ 20_[ms^1] s)",
        "3.5 [mm/ms] - 2              | (- 3.5_[mm^1 ms^-1] 2)",
        "1 [1/ms]                     | 1_[ms^-1]",
        "1 [mV*nS/ms^2]               | 1_[mV^1 nS^1 ms^-2]",
        "1 [ms^-0.5]                  | 1_[ms^-1/2]",
        "1 [ms^(-1/2)*mV]             | 1_[ms^-1/2 mV^1]",
        "1 [ms^1/2/mV]                | 1_[ms^1/2 mV^-1]",
        "1 [1]                        | 1_[]",
        "20ms                         | 20_[ms^1]",
        "2 until                      | ERROR",
        "2 m * m                      | (* 2_[m^1] m)",
        "(20 ms)^2                    | (^ 20_[ms^1] 2)",
        "until + from * to            | (+ until (* from to))",
        "[a, -1 mV, \"b\"]            | (list a (- 1_[mV^1]) \"b\")",
        "true or false                | (or true false)",
      })
  void bindsAs(String text, String tree) {
    var outcome = ModelParser.parse(new SourceText("expression", "let x = " + text));
    String found =
        outcome
            .value()
            .map(model -> tree(((Declaration.Parameter) model.declarations().getFirst()).value()))
            .orElse("ERROR");
    assertEquals(tree, found);
  }

  private static String tree(Expression expression) {
    return switch (expression) {
      case Expression.Number n -> n.digits() + n.unit().map(unit -> "_" + unit(unit)).orElse("");
      case Expression.Text t -> '"' + t.value() + '"';
      case Expression.Truth t -> String.valueOf(t.value());
      case Expression.Name n -> n.name();
      case Expression.Member m -> "(. " + tree(m.base()) + " " + m.member() + ")";
      case Expression.Index i ->
          "([] "
              + tree(i.base())
              + " "
              + i.items().stream().map(ExpressionParseTest::item).collect(Collectors.joining(" "))
              + ")";
      case Expression.Call c ->
          "("
              + c.function()
              + " "
              + c.arguments().stream()
                  .map(ExpressionParseTest::argument)
                  .collect(Collectors.joining(" "))
              + ")";
      case Expression.ListOf l ->
          "(list "
              + l.elements().stream()
                  .map(ExpressionParseTest::tree)
                  .collect(Collectors.joining(" "))
              + ")";
      case Expression.Unary u -> "(" + u.operator().symbol() + " " + tree(u.operand()) + ")";
      case Expression.Binary b ->
          "(" + b.operator().symbol() + " " + tree(b.left()) + " " + tree(b.right()) + ")";
      case Expression.Conditional c ->
          "(if " + tree(c.condition()) + " " + tree(c.yes()) + " " + tree(c.no()) + ")";
      case Expression.Range r -> "(until " + tree(r.from()) + " " + tree(r.until()) + ")";
      case Expression.Crosses c -> "(crosses " + tree(c.left()) + " " + tree(c.right()) + ")";
    };
  }

  private static String unit(UnitSyntax unit) {
    return unit.factors().stream()
        .map(f ->
            f.name() + "^" + f.numerator() + (f.denominator() == 1 ? "" : "/" + f.denominator()))
        .collect(Collectors.joining(" ", "[", "]"));
  }

  private static String item(Expression.IndexItem item) {
    return switch (item) {
      case Expression.IndexItem.At at -> tree(at.value());
      case Expression.IndexItem.In in -> in.binder().variable() + ":" + in.binder().index();
    };
  }

  private static String argument(Expression.Argument argument) {
    return argument.name().map(name -> name + "=").orElse("") + tree(argument.value());
  }

  @ParameterizedTest
  @CsvSource({
    "a - (b - c)",
    "(20 ms)^2",
    "-(a + b)",
    "(-a)^2",
    "2^-3^2",
    "not (a and b)",
    "(if a then b else c) + 1"
  })
  void printsWithTheParenthesesItNeeds(String text) {
    var model = ModelParser.parse(new SourceText("expression", "let x = " + text)).orThrow();
    assertEquals(
        text, ExpressionText.of(((Declaration.Parameter) model.declarations().getFirst()).value()));
  }
}
