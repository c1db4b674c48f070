package org.eimodel.compiler.ir;

import java.util.List;

/// A side-effect-free expression of one element. All numbers are in the kernel's precision, all operations round once.
public sealed interface Expr {
  /// {@return what it yields}
  Type type();

  /// A number, rounded to the kernel's precision when it is used.
  record Constant(double value) implements Expr {
    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// A condition that is known.
  record Truth(boolean value) implements Expr {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /// The slot's number or truth value: as stored when the element's body began.
  record Read(Slot slot) implements Expr {
    @Override
    public Type type() {
      return slot.type();
    }
  }

  /// The present value of a local.
  record Use(Local local) implements Expr {
    @Override
    public Type type() {
      return local.type();
    }
  }

  /// `-x`, `|x|`, `sqrt(x)`, ...
  record Unary(UnaryOperator operator, Expr operand) implements Expr {
    public Unary {
      require(operand, Type.REAL);
    }

    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// `x + y`, ...
  record Binary(BinaryOperator operator, Expr left, Expr right) implements Expr {
    public Binary {
      require(left, Type.REAL);
      require(right, Type.REAL);
    }

    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// `a * b + c`, rounded once.
  record MultiplyAdd(Expr a, Expr b, Expr c) implements Expr {
    public MultiplyAdd {
      require(a, Type.REAL);
      require(b, Type.REAL);
      require(c, Type.REAL);
    }

    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// `exp(x)`, ...
  record Call(MathFunction function, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.arity()) {
        throw new IllegalArgumentException(function + " takes " + function.arity());
      }
      arguments.forEach(argument -> require(argument, Type.REAL));
    }

    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// `x < y`, ...: false when one of them is not a number, but for [Comparison#NOT_EQUAL].
  record Compare(Comparison operator, Expr left, Expr right) implements Expr {
    public Compare {
      require(left, Type.REAL);
      require(right, Type.REAL);
    }

    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /// Both conditions hold, or at least one does.
  record Logic(LogicOperator operator, Expr left, Expr right) implements Expr {
    public Logic {
      require(left, Type.TRUTH);
      require(right, Type.TRUTH);
    }

    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /// The condition does not hold.
  record Not(Expr operand) implements Expr {
    public Not {
      require(operand, Type.TRUTH);
    }

    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /// `yes` where the condition holds, `no` elsewhere. Both sides may be computed.
  record Select(Expr condition, Expr yes, Expr no) implements Expr {
    public Select {
      require(condition, Type.TRUTH);
      require(yes, Type.REAL);
      require(no, Type.REAL);
    }

    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /// Operators with one operand. `ROUND` rounds half to even.
  enum UnaryOperator {
    NEGATE,
    ABS,
    SQRT,
    FLOOR,
    CEIL,
    ROUND
  }

  /// Operators with two operands.
  enum BinaryOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /// `left < right ? left : right`
    MIN,
    /// `left > right ? left : right`
    MAX
  }

  /// Comparisons.
  enum Comparison {
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    EQUAL,
    NOT_EQUAL
  }

  /// Joins of two conditions; both sides may be computed.
  enum LogicOperator {
    AND,
    OR
  }

  private static void require(Expr expr, Type type) {
    if (expr.type() != type) {
      throw new IllegalArgumentException("expected " + type + ", found " + expr);
    }
  }
}
