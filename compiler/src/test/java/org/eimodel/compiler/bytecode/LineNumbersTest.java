package org.eimodel.compiler.bytecode;

import static org.eimodel.compiler.ir.Ir.add;
import static org.eimodel.compiler.ir.Ir.constant;
import static org.eimodel.compiler.ir.Ir.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.StepKernel;
import org.junit.jupiter.api.Test;

/// A stack trace names the model's file and the line of the statement that was running.
final class LineNumbersTest {
  @Test
  void aStackTraceNamesTheLineOfTheModel() throws ReflectiveOperationException {
    Ir k = new Ir("Traced", Kernel.Kind.STEP);
    Slot first = k.state("first");
    Slot second = k.state("second");
    k.let("unused", constant(1));
    k.store(first, add(read(first), constant(1)));
    k.store(second, constant(1));
    // a hidden class would leave its frames out of the trace
    byte[] bytes = Loaded.EMITTER.emit(k.build(), Precision.DOUBLE).bytes();
    Class<?> visible = MethodHandles.lookup().defineClass(bytes);
    StepKernel kernel = (StepKernel) visible.getConstructor().newInstance();
    Object[] arrays = {new double[2], new double[1]};
    ArrayIndexOutOfBoundsException outside =
        assertThrows(
            ArrayIndexOutOfBoundsException.class,
            () -> kernel.step(0, 2, new double[0], arrays, new int[2], 0));
    StackTraceElement frame = frame(outside);
    assertEquals("hand.eimodel", frame.getFileName());
    assertEquals(3, frame.getLineNumber());
    Object[] swapped = {new double[1], new double[2]};
    assertEquals(
        2,
        frame(
                assertThrows(
                    ArrayIndexOutOfBoundsException.class,
                    () -> kernel.step(0, 2, new double[0], swapped, new int[2], 0)))
            .getLineNumber());
  }

  private static StackTraceElement frame(Exception thrown) {
    return thrown.getStackTrace()[0];
  }
}
