package org.eimodel.compiler.interpret;

import java.util.List;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.jspecify.annotations.Nullable;

/// Runs a kernel statement by statement: the meaning of the IR.
///
/// Elements run one after the other, each to its end: in an arrival kernel a target that comes up twice sees in its
/// second run what the first one stored. Statements run in order, stores included.
public final class KernelInterpreter implements StepKernel, ArrivalKernel {
  private final Kernel kernel;
  private final Arithmetic arithmetic;

  public KernelInterpreter(Kernel kernel, Precision precision) {
    this.kernel = kernel;
    this.arithmetic = new Arithmetic(precision);
  }

  @Override
  public int step(int from, int to, Object scalars, Object[] arrays, int[] spikes, int count) {
    Run run = new Run(new Frame(scalars, arrays, null), spikes, count);
    run.all(kernel.preamble());
    for (int i = from; i < to; i++) {
      run.frame.element = i;
      if (!run.all(kernel.body())) {
        return ~i;
      }
    }
    return run.count;
  }

  @Override
  public void deliver(
      char[] targets,
      @Nullable Object weights,
      int from,
      int to,
      int base,
      Object scalars,
      Object[] arrays) {
    Run run = new Run(new Frame(scalars, arrays, weights), new int[0], 0);
    run.all(kernel.preamble());
    for (int i = from; i < to; i++) {
      run.frame.element = base + targets[i];
      run.frame.synapse = i;
      run.all(kernel.body());
    }
  }

  /// One call's progress.
  private final class Run {
    private final Frame frame;
    private final ExpressionInterpreter expressions;
    private final int[] spikes;
    private int count;

    Run(Frame frame, int[] spikes, int count) {
      this.frame = frame;
      this.expressions = new ExpressionInterpreter(arithmetic, frame);
      this.spikes = spikes;
      this.count = count;
    }

    /// {@return false when a check failed: what follows it did not run}
    boolean all(List<Statement> statements) {
      for (Statement statement : statements) {
        if (!one(statement)) {
          return false;
        }
      }
      return true;
    }

    private boolean one(Statement statement) {
      return switch (statement) {
        case Statement.Let(var local, var value, _) -> set(local, value);
        case Statement.Declare(var local, var value, _) -> set(local, value);
        case Statement.Assign(var local, var value, _) -> set(local, value);
        case Statement.When(var condition, var body, _) ->
            !expressions.truth(condition) || all(body);
        case Statement.CheckFinite(var values, _) -> {
          for (Expr value : values) {
            if (!Double.isFinite(expressions.number(value))) {
              yield false;
            }
          }
          yield true;
        }
        case Statement.Store(var slot, var value, _) -> {
          frame.write(slot, expressions.number(value));
          yield true;
        }
        case Statement.Spike _ -> {
          spikes[count++] = frame.element;
          yield true;
        }
      };
    }

    private boolean set(Local local, Expr value) {
      switch (local.type()) {
        case REAL -> frame.set(local, expressions.number(value));
        case TRUTH -> frame.set(local, expressions.truth(value));
      }
      return true;
    }
  }
}
