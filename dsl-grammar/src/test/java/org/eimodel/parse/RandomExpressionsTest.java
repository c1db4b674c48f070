package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Expression.BinaryOperator;
import org.eimodel.syntax.Expression.UnaryOperator;
import org.eimodel.syntax.ExpressionText;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.UnitSyntax;
import org.junit.jupiter.api.Test;

/// Whatever the printer writes, the parser reads back.
class RandomExpressionsTest {
  private static final long SEED = 7_331;
  private static final Span NOWHERE = new Span(new SourceText("made", ""), 0, 0);
  private static final String[] NAMES = {
    "v", "tau", "to", "from", "until", "size", "rate", "x_1", "target", "data"
  };
  private static final String[] UNITS = {"mV", "ms", "nS", "m", "um"};

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void printedExpressionsReadBackTheSame() {
    for (int round = 0; round < 3_000; round++) {
      Expression made = expression(random.nextInt(6));
      String text = ExpressionText.of(made);
      var model = ModelParser.parse(new SourceText("printed", "let x = " + text)).orThrow();
      Expression read = ((Declaration.Parameter) model.declarations().getFirst()).value();
      assertEquals(
          SameSyntax.of(made),
          SameSyntax.of(read),
          "seed " + SEED + ", round " + round + ": " + text);
    }
  }

  private Expression expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0 -> new Expression.Unary(one(UnaryOperator.values()), expression(depth - 1), NOWHERE);
      case 1, 2, 3 ->
          new Expression.Binary(
              one(BinaryOperator.values()), expression(depth - 1), expression(depth - 1), NOWHERE);
      case 4 ->
          new Expression.Conditional(
              expression(depth - 1), expression(depth - 1), expression(depth - 1), NOWHERE);
      case 5 -> new Expression.Crosses(expression(depth - 1), expression(depth - 1), NOWHERE);
      case 6 ->
          new Expression.ListOf(List.of(expression(depth - 1), expression(depth - 1)), NOWHERE);
      default -> reference(depth);
    };
  }

  private Expression reference(int depth) {
    Expression result =
        random.nextBoolean()
            ? name()
            : new Expression.Call(identifier(), List.of(argument(depth), argument(depth)), NOWHERE);
    if (random.nextBoolean()) {
      Expression at = expression(depth - 1);
      Expression item =
          random.nextBoolean() ? at : new Expression.Range(at, expression(depth - 1), NOWHERE);
      result =
          new Expression.Index(
              result, List.of(new Expression.IndexItem.At(item, NOWHERE)), NOWHERE);
    }
    return random.nextBoolean() ? result : new Expression.Member(result, identifier(), NOWHERE);
  }

  private Expression.Argument argument(int depth) {
    Optional<Identifier> name = random.nextBoolean() ? Optional.empty() : Optional.of(identifier());
    return new Expression.Argument(name, expression(depth - 1));
  }

  private Expression leaf() {
    return switch (random.nextInt(5)) {
      case 0 -> new Expression.Truth(random.nextBoolean(), NOWHERE);
      case 1 -> new Expression.Text("a \"quoted\" \\ text // no comment", NOWHERE);
      case 2 -> name();
      case 3 -> new Expression.Number("2.5e-3", Optional.empty(), NOWHERE);
      default -> new Expression.Number("20", Optional.of(unit()), NOWHERE);
    };
  }

  private UnitSyntax unit() {
    List<UnitSyntax.Factor> factors =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(k ->
                new UnitSyntax.Factor(
                    one(UNITS), 2 * random.nextInt(-2, 2) + 1, 1 + random.nextInt(2), NOWHERE))
            .toList();
    return new UnitSyntax(factors, NOWHERE);
  }

  private Expression name() {
    return new Expression.Name(one(NAMES), NOWHERE);
  }

  private Identifier identifier() {
    return new Identifier(one(NAMES), NOWHERE);
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
