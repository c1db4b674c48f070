package org.eimodel.compiler.ir;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.and;
import static org.eimodel.compiler.ir.Ir.compare;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.divide;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.negate;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.select;
import static org.eimodel.compiler.ir.Ir.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.junit.jupiter.api.Test;

/// Brackets stand where the tree needs them, and nowhere else.
final class IrPrinterTest {
  private static final Ir K = new Ir("k", Kernel.Kind.STEP);
  private static final Expr A = read(K.state("a"));
  private static final Expr B = read(K.state("b"));
  private static final Expr C = read(K.state("c"));

  private static void prints(String text, Expr expr) {
    assertEquals(text, IrPrinter.print(expr));
  }

  @Test
  void sumsAndProducts() {
    prints("a - b - c", subtract(subtract(A, B), C));
    prints("a - (b - c)", subtract(A, subtract(B, C)));
    prints("a + (b + c)", add(A, add(B, C)));
    prints("(a + b) * c", multiply(add(A, B), C));
    prints("a / (b * c)", divide(A, multiply(B, C)));
    prints("a * b / c", divide(multiply(A, B), C));
  }

  @Test
  void signs() {
    prints("-(a + b)", negate(add(A, B)));
    prints("-a * b", multiply(negate(A), B));
    prints("-(-a)", negate(negate(A)));
    prints("a - -2.0", subtract(A, constant(-2)));
    prints("-(-2.0)", negate(constant(-2)));
  }

  @Test
  void conditions() {
    Expr less = compare(Comparison.LESS, A, B);
    Expr same = compare(Comparison.EQUAL, add(A, B), C);
    Expr either = new Expr.Logic(LogicOperator.OR, less, same);
    prints("a < b or a + b == c", either);
    prints("(a < b or a + b == c) and a < b", and(either, less));
    prints("not (a < b)", new Expr.Not(less));
    prints("a < b ? a : b", select(less, A, B));
    prints("(a < b ? a : b) + c", add(select(less, A, B), C));
    prints("a < b ? (a < b ? a : b) : c", select(less, select(less, A, B), C));
  }
}
