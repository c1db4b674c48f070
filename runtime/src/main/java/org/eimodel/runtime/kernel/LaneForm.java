package org.eimodel.runtime.kernel;

import java.util.Objects;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.StepKernel;
import org.jspecify.annotations.Nullable;

/// The form of one step kernel in vector lanes: made and warmed once, by whoever comes first, and then there for all.
public final class LaneForm {
  private final Kernel kernel;
  private final Precision precision;
  private final StepKernel scalar;
  private final LaneBackEnd backEnd;
  private @Nullable LaneStep made;
  private volatile State state = State.ABSENT;

  private enum State {
    ABSENT,
    READY,
    NEVER
  }

  /// @param kernel after the passes
  /// @param scalar its scalar form
  LaneForm(Kernel kernel, Precision precision, StepKernel scalar, LaneBackEnd backEnd) {
    this.kernel = kernel;
    this.precision = precision;
    this.scalar = scalar;
    this.backEnd = backEnd;
  }

  /// {@return how many neurons are in a vector}
  public int lanes() {
    return backEnd.lanes(precision);
  }

  /// {@return whether [#instance] may be asked for}
  public boolean ready() {
    return state == State.READY;
  }

  /// {@return a kernel for one slice}
  ///
  /// *Errors*: none once [#ready].
  public StepKernel instance() {
    return Objects.requireNonNull(made).instance(scalar);
  }

  /// Makes it and has the JVM compile it; nothing when that was done before. Takes about a second. An interrupt ends it, and
  /// another may begin anew.
  void make(WarmUp warmUp) {
    synchronized (this) {
      if (state != State.ABSENT) {
        return;
      }
      Compilation.Outcome outcome = Compilation.Outcome.TOO_SLOW;
      try {
        LaneStep step = made;
        if (step == null) {
          step = backEnd.load(kernel, precision);
          made = step;
        }
        outcome = warmUp.run(step, scalar, lanes());
      } finally {
        // An error of ours is seen by the thread that makes kernels; the run goes on in the scalar form.
        state =
            switch (outcome) {
              case COMPILED -> State.READY;
              case TOO_SLOW -> State.NEVER;
              case INTERRUPTED -> State.ABSENT;
            };
      }
    }
  }
}
