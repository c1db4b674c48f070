package org.eimodel.compiler.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Expression.BinaryOperator;
import org.eimodel.syntax.Expression.UnaryOperator;
import org.eimodel.syntax.Span;

/// A checked expression: its names are symbols and its dimension is known.
public sealed interface Formula {
  /// {@return what it yields}
  ValueType type();

  /// {@return where it was written}
  Span span();

  /// {@return the dimension of a quantity; none for anything else}
  default Dimension dimension() {
    return type() instanceof ValueType.Real(Dimension dimension) ? dimension : Dimension.NONE;
  }

  /// A number in base units.
  record Literal(double value, ValueType type, Span span) implements Formula {}

  /// `true` or `false`
  record TruthLiteral(boolean value, Span span) implements Formula {
    @Override
    public ValueType type() {
      return ValueType.TRUTH;
    }
  }

  /// A label, by its position in the index.
  record LabelLiteral(IndexSet set, int position, Span span) implements Formula {
    @Override
    public ValueType type() {
      return new ValueType.Label(set);
    }
  }

  /// A symbol's value.
  record Reference(Symbol symbol, Span span) implements Formula {
    @Override
    public ValueType type() {
      return symbol.type();
    }
  }

  /// A number of a table, by labels.
  record Element(DataTable table, List<Formula> labels, Span span) implements Formula {
    public Element {
      labels = List.copyOf(labels);
    }

    @Override
    public ValueType type() {
      return new ValueType.Real(table.dimension());
    }
  }

  /// The size of a population: `E[a].size`.
  record SizeOf(PopulationReference population, Span span) implements Formula {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }
  }

  /// `-x`, `not x`
  record Unary(UnaryOperator operator, Formula operand, Span span) implements Formula {
    @Override
    public ValueType type() {
      return operand.type();
    }
  }

  /// `x + y`, `x < y`, ...
  record Binary(BinaryOperator operator, Formula left, Formula right, ValueType type, Span span) implements Formula {}

  /// `exp(x)`, ...
  record Call(BuiltinFunction function, List<Formula> arguments, ValueType type, Span span) implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `if condition then yes else no`
  record Conditional(Formula condition, Formula yes, Formula no, Span span) implements Formula {
    @Override
    public ValueType type() {
      return yes.type();
    }
  }

  /// Stands where an error has been reported.
  record Broken(Span span) implements Formula {
    @Override
    public ValueType type() {
      return ValueType.UNKNOWN;
    }
  }

  /// {@return the formulas that this one is made of}
  default List<Formula> parts() {
    return switch (this) {
      case Literal l -> List.of();
      case TruthLiteral t -> List.of();
      case LabelLiteral l -> List.of();
      case Reference r -> List.of();
      case Element element -> element.labels();
      case SizeOf size -> size.population().labels();
      case Unary unary -> List.of(unary.operand());
      case Binary binary -> List.of(binary.left(), binary.right());
      case Call call -> call.arguments();
      case Conditional c -> List.of(c.condition(), c.yes(), c.no());
      case Broken b -> List.of();
    };
  }

  /// {@return whether a symbol that passes the test occurs, also behind a [Symbol.Let]}
  default boolean mentions(Predicate<Symbol> test) {
    if (this instanceof Reference(Symbol symbol, Span place)) {
      return test.test(symbol) || symbol instanceof Symbol.Let let && let.value().mentions(test);
    }
    for (Formula part : parts()) {
      if (part.mentions(test)) {
        return true;
      }
    }
    return false;
  }

  /// {@return every symbol that occurs, those behind a [Symbol.Let] included, the `let` itself not}
  default Stream<Symbol> symbols() {
    if (this instanceof Reference(Symbol symbol, Span place)) {
      return symbol instanceof Symbol.Let let ? let.value().symbols() : Stream.of(symbol);
    }
    return parts().stream().flatMap(Formula::symbols);
  }
}
