package org.eimodel.compiler.bytecode;

import java.util.List;
import java.util.function.Consumer;
import org.eimodel.compiler.ir.CompilerBug;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// A class under construction: its constructor, and methods whose bodies are written by a block.
final class ClassCode {
  /// HotSpot never compiles a longer method: `HugeMethodLimit`.
  static final int LONGEST_METHOD = 8000;

  private final String className;
  private final ClassWriter out;
  private int largestMethod;

  /// @param className with package, in source form
  /// @param sourceFile what a stack trace names
  ClassCode(String className, Class<?> implemented, String sourceFile) {
    this(className, implemented, sourceFile, ClassCode::constructor);
  }

  private ClassCode(
      String className, Class<?> implemented, String sourceFile, Consumer<ClassCode> constructor) {
    this.className = className;
    this.out = new FrameWriter();
    out.visit(
        Opcodes.V25,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        internalName(),
        null,
        Type.getInternalName(Object.class),
        new String[] {Type.getInternalName(implemented)});
    out.visitSource(sourceFile, null);
    constructor.accept(this);
  }

  /// {@return a class whose instances keep what their constructor is given, and an array of their own}
  ///
  /// @param kept the field that holds the constructor's one argument
  /// @param scratch the field that holds the array
  /// @param length of the array
  static ClassCode keeping(
      String className,
      Class<?> implemented,
      String sourceFile,
      Variable.Field kept,
      Variable.Field scratch,
      int length) {
    return new ClassCode(
        className, implemented, sourceFile, out -> out.constructor(kept, scratch, length));
  }

  /// {@return this class, for calls of its own methods}
  Type type() {
    return Type.getObjectType(internalName());
  }

  private String internalName() {
    return className.replace('.', '/');
  }

  private void constructor() {
    MethodVisitor method = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, Type.getInternalName(Object.class), "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void constructor(Variable.Field kept, Variable.Field scratch, int length) {
    for (Variable.Field field : List.of(kept, scratch)) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      out.visitField(access, field.name(), field.type().getDescriptor(), null, null).visitEnd();
    }
    String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, kept.type());
    MethodVisitor method = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, Type.getInternalName(Object.class), "<init>", "()V", false);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitFieldInsn(
        Opcodes.PUTFIELD, internalName(), kept.name(), kept.type().getDescriptor());
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitLdcInsn(length);
    boolean single = scratch.type().getElementType().equals(Type.FLOAT_TYPE);
    method.visitIntInsn(Opcodes.NEWARRAY, single ? Opcodes.T_FLOAT : Opcodes.T_DOUBLE);
    method.visitFieldInsn(
        Opcodes.PUTFIELD, internalName(), scratch.name(), scratch.type().getDescriptor());
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /// Adds the method by which the engine calls.
  void method(Entry entry, Body body) {
    method(entry.method(), entry.result(), entry.arguments(), body);
  }

  /// Adds a public method of instances.
  void method(String name, Type result, List<Type> arguments, Body body) {
    write(Opcodes.ACC_PUBLIC, 1, name, result, arguments, body);
  }

  /// Adds a private static method.
  void function(String name, Type result, List<Type> arguments, Body body) {
    write(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, 0, name, result, arguments, body);
  }

  /// Writes a method's body, given a variable for each argument.
  interface Body {
    void write(MethodCode code, List<Variable> arguments);
  }

  private void write(
      int access, int firstIndex, String name, Type result, List<Type> arguments, Body body) {
    String descriptor = Type.getMethodDescriptor(result, arguments.toArray(Type[]::new));
    MethodVisitor method = out.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    MethodCode code = new MethodCode(method, firstIndex);
    body.write(code, arguments.stream().map(code::variable).toList());
    Label end = new Label();
    method.visitLabel(end);
    method.visitMaxs(0, 0);
    method.visitEnd();
    checkLength(name, end.getOffset());
  }

  private void checkLength(String method, int length) {
    largestMethod = Math.max(largestMethod, length);
    if (length >= LONGEST_METHOD) {
      throw new CompilerBug(
          "%s.%s has %d bytecodes; HotSpot compiles less than %d"
              .formatted(className, method, length, LONGEST_METHOD));
    }
  }

  EmittedClass finish() {
    out.visitEnd();
    return new EmittedClass(className, out.toByteArray(), largestMethod);
  }

  /// Computes frames without loading classes: no two different classes ever meet in a variable.
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES | COMPUTE_MAXS);
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      throw new CompilerBug(first + " and " + second + " meet in one variable");
    }
  }
}
