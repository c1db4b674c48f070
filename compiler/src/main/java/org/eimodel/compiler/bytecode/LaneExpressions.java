package org.eimodel.compiler.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/// Writes the expressions of one loop: a vector for each number, a mask for each condition.
///
/// What is the same for all elements is spread over a vector first; a state is loaded where it is first read.
final class LaneExpressions {
  private final LaneCode code;
  private final Bindings scalars;
  private final Map<Object, Variable> uniform = new HashMap<>();
  private final Map<Local, Variable> locals = new HashMap<>();
  private final Map<Slot, Variable> loaded = new HashMap<>();

  /// @param scalars where arrays, scalar slots and the preamble's locals are
  LaneExpressions(LaneCode code, Bindings scalars) {
    this.code = code;
    this.scalars = scalars;
  }

  /// Spreads what the statements use: constants, scalar slots, and locals of the preamble.
  void spread(List<Statement> statements, List<Local> preamble) {
    constant(0);
    constant(1);
    Traversal.allExpressions(statements)
        .forEach(expr -> {
          switch (expr) {
            case Expr.Constant(double value) -> constant(value);
            case Expr.Truth(boolean value) ->
                spreadTruth(value, () -> code.code().integer(value ? 1 : 0));
            case Expr.Read(Slot slot) when !slot.perElement() ->
                spreadNumber(slot, () -> code.code().load(scalars.scalar(slot)));
            default -> {}
          }
        });
    for (Local local : preamble) {
      Runnable load = () -> code.code().load(scalars.of(local));
      locals.put(
          local,
          switch (local.type()) {
            case REAL -> spreadNumber(local, load);
            case TRUTH -> spreadTruth(local, load);
          });
    }
  }

  private NumberType number() {
    return code.lanes().number();
  }

  private void constant(double value) {
    spreadNumber(key(value), () -> code.code().number(number(), value));
  }

  private Object key(double value) {
    return Double.doubleToRawLongBits(number().precision().round(value));
  }

  private Variable spreadNumber(Object key, Runnable push) {
    Variable known = uniform.get(key);
    if (known != null) {
      return known;
    }
    code.species();
    push.run();
    code.broadcast();
    return keep(key, code.lanes().vector());
  }

  private Variable spreadTruth(Object key, Runnable push) {
    Variable known = uniform.get(key);
    if (known != null) {
      return known;
    }
    code.species();
    push.run();
    code.broadcastTruth();
    return keep(key, LaneType.MASK);
  }

  private Variable keep(Object key, Type type) {
    Variable variable = code.code().storeNew(type);
    uniform.put(key, variable);
    return variable;
  }

  private void pushUniform(Object key) {
    code.code().load(found(uniform.get(key), key));
  }

  /// Pushes a constant that [#spread] has seen; 0 and 1 always.
  void pushConstant(double value) {
    pushUniform(key(value));
  }

  /// Names the vector or mask on the stack.
  void define(Local local) {
    locals.put(local, code.code().storeNew(typeOf(local)));
  }

  private Type typeOf(Local local) {
    return switch (local.type()) {
      case REAL -> code.lanes().vector();
      case TRUTH -> LaneType.MASK;
    };
  }

  /// Pushes a value of either type.
  void value(Expr expr) {
    switch (expr.type()) {
      case REAL -> number(expr);
      case TRUTH -> mask(expr);
    }
  }

  /// Pushes a vector.
  void number(Expr expr) {
    switch (expr) {
      case Expr.Constant(double value) -> pushConstant(value);
      case Expr.Read(Slot slot) -> read(slot);
      case Expr.Use(Local local) -> use(local);
      case Expr.Unary(var operator, Expr x) -> unary(operator, x);
      case Expr.Binary(var operator, Expr x, Expr y) -> binary(operator, x, y);
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) -> {
        number(a);
        number(b);
        number(c);
        code.multiplyAdd();
      }
      case Expr.Select(Expr condition, Expr yes, Expr no) -> {
        number(no);
        number(yes);
        mask(condition);
        code.blend();
      }
      case Expr.Call _ -> throw new CompilerBug("a call inside a loop of lanes: " + expr);
      case Expr.Truth _, Expr.Compare _, Expr.Logic _, Expr.Not _ ->
          throw new CompilerBug("a condition stands where a number belongs: " + expr);
    }
  }

  private void use(Local local) {
    code.code().load(found(locals.get(local), local));
  }

  private void read(Slot slot) {
    if (!slot.perElement()) {
      pushUniform(slot);
      return;
    }
    Variable known = loaded.get(slot);
    if (known == null) {
      code.species();
      code.code().load(scalars.array(slot));
      code.code().load(scalars.element());
      known =
          switch (slot.type()) {
            case REAL -> {
              code.load();
              yield code.code().storeNew(code.lanes().vector());
            }
            case TRUTH -> {
              code.loadTruth();
              yield code.code().storeNew(LaneType.MASK);
            }
          };
      loaded.put(slot, known);
    }
    code.code().load(known);
  }

  private void unary(UnaryOperator operator, Expr x) {
    number(x);
    switch (operator) {
      case NEGATE -> code.unary("neg");
      case ABS -> code.unary("abs");
      case SQRT -> code.unary("sqrt");
      case FLOOR -> code.function("floor");
      case CEIL -> code.function("ceil");
      case ROUND -> code.function("rint");
    }
  }

  private void binary(BinaryOperator operator, Expr x, Expr y) {
    switch (operator) {
      case ADD -> operate("add", x, y);
      case SUBTRACT -> operate("sub", x, y);
      case MULTIPLY -> operate("mul", x, y);
      case DIVIDE -> operate("div", x, y);
      case MIN -> pick(Comparison.LESS, x, y);
      case MAX -> pick(Comparison.GREATER, x, y);
    }
  }

  private void operate(String name, Expr x, Expr y) {
    number(x);
    number(y);
    code.binary(name);
  }

  /// `x op y ? x : y`: the Vector API's own minimum follows `Math.min`, which is another function and slower.
  private void pick(Comparison operator, Expr x, Expr y) {
    Variable left = held(x);
    Variable right = held(y);
    code.code().load(right);
    code.code().load(left);
    code.code().load(left);
    code.operator(operator);
    code.code().load(right);
    code.compare();
    code.blend();
  }

  private Variable held(Expr x) {
    number(x);
    return code.code().storeNew(code.lanes().vector());
  }

  /// Pushes a mask.
  void mask(Expr condition) {
    switch (condition) {
      case Expr.Truth(boolean value) -> pushUniform(value);
      case Expr.Read(Slot slot) -> read(slot);
      case Expr.Use(Local local) -> use(local);
      case Expr.Compare(var operator, Expr x, Expr y) -> {
        number(x);
        code.operator(operator);
        number(y);
        code.compare();
      }
      case Expr.Logic(var operator, Expr x, Expr y) -> {
        mask(x);
        mask(y);
        code.logic(operator);
      }
      case Expr.Not(Expr x) -> {
        mask(x);
        code.not();
      }
      case Expr.Constant _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.MultiplyAdd _,
          Expr.Call _,
          Expr.Select _ ->
          throw new CompilerBug("a number stands where a condition belongs: " + condition);
    }
  }

  private static Variable found(@Nullable Variable variable, Object what) {
    if (variable == null) {
      throw new CompilerBug("no vector holds " + what);
    }
    return variable;
  }
}
