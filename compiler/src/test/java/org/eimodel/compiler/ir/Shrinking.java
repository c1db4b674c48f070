package org.eimodel.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes a failing kernel smaller while it still fails: drops statements, and puts operands in the place of expressions.
public final class Shrinking {
  private Shrinking() {}

  /// {@return a well-formed kernel that still fails, none of whose reductions does}
  public static Kernel shrink(Kernel kernel, Predicate<Kernel> fails) {
    Kernel smallest = kernel;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Kernel candidate : reductions(smallest)) {
        if (IrValidator.problems(candidate).isEmpty() && fails.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<Kernel> reductions(Kernel kernel) {
    List<Kernel> result = new ArrayList<>();
    lists(kernel.preamble()).forEach(preamble -> result.add(kernel.with(preamble, kernel.body())));
    lists(kernel.body()).forEach(body -> result.add(kernel.with(kernel.preamble(), body)));
    return result;
  }

  private static Stream<List<Statement>> lists(List<Statement> statements) {
    Stream<List<Statement>> dropped = each(statements, _ -> Stream.of(List.of()));
    Stream<List<Statement>> reduced =
        each(statements, statement -> reductions(statement).map(List::of));
    return Stream.concat(dropped, reduced);
  }

  private static Stream<List<Statement>> each(
      List<Statement> statements, Function<Statement, Stream<List<Statement>>> replacements) {
    return Stream.iterate(0, i -> i < statements.size(), i -> i + 1)
        .flatMap(i ->
            replacements
                .apply(statements.get(i))
                .map(replacement -> {
                  List<Statement> copy = new ArrayList<>(statements.subList(0, i));
                  copy.addAll(replacement);
                  copy.addAll(statements.subList(i + 1, statements.size()));
                  return copy;
                }));
  }

  private static Stream<Statement> reductions(Statement statement) {
    Stream<Statement> bodies =
        statement instanceof Statement.When(var condition, var body, var span)
            ? lists(body).map(less -> new Statement.When(condition, less, span))
            : Stream.of();
    List<Expr> values = Traversal.values(statement);
    Stream<Statement> simpler =
        values.stream()
            .flatMap(value ->
                reductions(value)
                    .map(less ->
                        Traversal.mapValues(statement, other -> other == value ? less : other)));
    return Stream.concat(bodies, simpler);
  }

  private static Stream<Expr> reductions(Expr expr) {
    List<Expr> operands = Traversal.operands(expr);
    Stream<Expr> outer = operands.stream().filter(operand -> operand.type() == expr.type());
    Stream<Expr> inner =
        operands.stream()
            .flatMap(operand ->
                reductions(operand)
                    .map(less ->
                        Traversal.mapOperands(expr, other -> other == operand ? less : other)));
    return Stream.concat(outer, inner);
  }
}
