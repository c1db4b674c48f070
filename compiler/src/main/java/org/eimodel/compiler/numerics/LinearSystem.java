package org.eimodel.compiler.numerics;

import java.util.List;
import org.eimodel.compiler.ir.Expr;

/// `x' = A x + b` with a matrix that is fixed before the run.
///
/// *Shape*: `matrix` is square, row by row; a weight that is zero by structure is [Algebra#ZERO].
public record LinearSystem(List<List<Expr>> matrix) {
  public LinearSystem {
    matrix = matrix.stream().map(List::copyOf).toList();
  }

  /// {@return the number of states}
  public int size() {
    return matrix.size();
  }

  /// {@return whether the rate of `row` depends on `column`, through any number of others}
  public boolean depends(int row, int column) {
    boolean[] seen = new boolean[size()];
    return depends(row, column, seen);
  }

  private boolean depends(int row, int column, boolean[] seen) {
    for (int next = 0; next < size(); next++) {
      if (!Algebra.isZero(matrix.get(row).get(next)) && !seen[next]) {
        seen[next] = true;
        if (next == column || depends(next, column, seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
