package org.eimodel.compiler.bytecode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.TraceClassVisitor;

/// Shows the instructions of an emitted class as text: what `explain --bytecode` prints and golden tests compare.
///
/// Line numbers, stack frames and the sizes of stack and frame are left out: they change with every edit and say nothing
/// that the instructions do not.
public final class BytecodeText {
  private BytecodeText() {}

  /// {@return one line for each instruction}
  public static String of(EmittedClass emitted) {
    StringWriter text = new StringWriter();
    new ClassReader(emitted.bytes())
        .accept(
            new TraceClassVisitor(new PrintWriter(text)),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("    MAX"))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
