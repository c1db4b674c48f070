package org.eimodel.runtime.kernel;

import java.util.Objects;
import org.eimodel.LanesMissingException;
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

  /// What ended the making of it.
  private volatile @Nullable RuntimeException bug;

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

  /// Nothing when it is [#ready].
  ///
  /// *Errors*: [LanesMissingException], which says why it is not.
  void orThrow() {
    RuntimeException cause = bug;
    if (cause != null) {
      throw new LanesMissingException(
          "`" + kernel.name() + "` was not made in vector lanes, by a bug of eimodel: " + cause.getMessage(), cause);
    }
    if (!ready()) {
      throw new LanesMissingException("the JVM did not compile `" + kernel.name() + "` in vector lanes");
    }
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
      } catch (RuntimeException error) {
        // seen by the thread that makes kernels; a run that did not ask for lanes goes on in the scalar form
        bug = error;
        throw error;
      } finally {
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
