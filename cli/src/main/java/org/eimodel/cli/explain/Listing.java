package org.eimodel.cli.explain;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A class file as a list of instructions, with the lines of the model that they come from.
final class Listing {
  private final StringBuilder out = new StringBuilder();
  private final Map<Label, String> labels = new HashMap<>();

  private Listing() {}

  /// {@return the class, method by method}
  static String of(byte[] bytes) {
    Listing listing = new Listing();
    ClassModel model = ClassFile.of().parse(bytes);
    listing
        .out
        .append("class ")
        .append(model.thisClass().asInternalName().replace('/', '.'))
        .append('\n');
    model.methods().forEach(listing::method);
    return listing.out.toString();
  }

  private void method(MethodModel method) {
    out.append("  ")
        .append(method.methodName().stringValue())
        .append(method.methodTypeSymbol().displayDescriptor())
        .append('\n');
    labels.clear();
    method.code().ifPresent(code -> code.forEach(this::element));
  }

  private void element(CodeElement element) {
    switch (element) {
      case LineNumber line -> out.append("    // line ").append(line.line()).append('\n');
      case LabelTarget target -> out.append("   ").append(name(target.label())).append(":\n");
      case Instruction instruction -> out.append("      ").append(text(instruction)).append('\n');
      default -> {
        // local variables and frames say nothing that the instructions do not
      }
    }
  }

  private String text(Instruction instruction) {
    String name = instruction.opcode().name().toLowerCase(Locale.ROOT);
    return switch (instruction) {
      case LoadInstruction load -> base(name) + " " + load.slot();
      case StoreInstruction store -> base(name) + " " + store.slot();
      case IncrementInstruction increment ->
          name + " " + increment.slot() + " " + increment.constant();
      case ConstantInstruction constant ->
          name.startsWith("ldc") ? "ldc " + constant.constantValue() : name + operand(constant);
      case BranchInstruction branch -> name + " " + name(branch.target());
      case FieldInstruction field ->
          name + " " + owner(field.owner().asInternalName()) + "." + field.name().stringValue();
      case InvokeInstruction invoke ->
          name
              + " "
              + owner(invoke.owner().asInternalName())
              + "."
              + invoke.name().stringValue()
              + invoke.typeSymbol().displayDescriptor();
      case TypeCheckInstruction check -> name + " " + owner(check.type().asInternalName());
      default -> name;
    };
  }

  /// `iload_1` and `iload 1` are the same to a reader.
  private static String base(String name) {
    return name.replaceAll("_(\\d|w)$", "");
  }

  private static String operand(ConstantInstruction constant) {
    return switch (constant) {
      case ConstantInstruction.ArgumentConstantInstruction argument ->
          " " + argument.constantValue();
      default -> "";
    };
  }

  private static String owner(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private String name(Label label) {
    return labels.computeIfAbsent(label, _ -> "L" + labels.size());
  }
}
