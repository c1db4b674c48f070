package org.eimodel.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.eimodel.LanesMissingException;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.StepKernel;
import org.junit.jupiter.api.Test;

class LaneFormTest {
  private static final Kernel KERNEL =
      new Kernel("LIF", Kernel.Kind.STEP, List.of(), List.of(), List.of(), Set.of(), List.of());
  private static final StepKernel SCALAR = (from, until, scalars, arrays, spikes, end) -> end;

  @Test
  void aBugOfOursIsNamedAndTheJvmNotBlamed() {
    CompilerBug bug = new CompilerBug("a number without a type");
    LaneBackEnd broken =
        (LaneBackEnd)
            Proxy.newProxyInstance(
                LaneBackEnd.class.getClassLoader(),
                new Class<?>[] {LaneBackEnd.class},
                (proxy, method, arguments) -> {
                  throw bug;
                });
    LaneForm form = new LaneForm(KERNEL, Precision.DOUBLE, SCALAR, broken);
    WarmUp notReached = null;

    assertSame(bug, assertThrows(CompilerBug.class, () -> form.make(notReached)));

    assertFalse(form.ready());
    LanesMissingException missing = assertThrows(LanesMissingException.class, form::orThrow);
    assertEquals(
        "`LIF` was not made in vector lanes, by a bug of eimodel: a number without a type",
        missing.getMessage());
    assertSame(bug, missing.getCause());
  }
}
