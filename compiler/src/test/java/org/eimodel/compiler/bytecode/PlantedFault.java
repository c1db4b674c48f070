package org.eimodel.compiler.bytecode;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Mistakes that an emitter could make. Each is planted in the kernel on its way to the emitter, or in the code after it.
enum PlantedFault {
  MIN_FOR_MAX {
    @Override
    Kernel inKernel(Kernel kernel) {
      return expressions(
          kernel,
          expr ->
              expr instanceof Expr.Binary(var operator, Expr x, Expr y)
                      && operator == BinaryOperator.MAX
                  ? new Expr.Binary(BinaryOperator.MIN, x, y)
                  : expr);
    }
  },

  MULTIPLY_ADD_ROUNDED_TWICE {
    @Override
    Kernel inKernel(Kernel kernel) {
      return expressions(
          kernel,
          expr ->
              expr instanceof Expr.MultiplyAdd(Expr a, Expr b, Expr c)
                  ? new Expr.Binary(
                      BinaryOperator.ADD, new Expr.Binary(BinaryOperator.MULTIPLY, a, b), c)
                  : expr);
    }
  },

  CONSTANT_CUT_OFF_INSTEAD_OF_ROUNDED {
    @Override
    Kernel inKernel(Kernel kernel) {
      return expressions(
          kernel,
          expr -> expr instanceof Expr.Constant(double x) ? new Expr.Constant(cut(x)) : expr);
    }

    private static double cut(double x) {
      float rounded = (float) x;
      return Math.abs(rounded) > Math.abs(x)
          ? Math.nextDown(Math.abs(rounded)) * Math.signum(x)
          : x;
    }
  },

  SLOTS_SWAPPED {
    @Override
    Kernel inKernel(Kernel kernel) {
      Kernel swapped =
          expressions(
              kernel,
              expr -> expr instanceof Expr.Read(Slot slot) ? new Expr.Read(swap(slot)) : expr);
      return new Kernel(
          kernel.name(), kernel.kind(), kernel.slots(), swapped.preamble(), swapped.body());
    }

    private static Slot swap(Slot slot) {
      int position =
          slot.perElement() && slot.position() < 3 ? 2 - slot.position() : slot.position();
      return new Slot(slot.name(), slot.kind(), slot.extent(), position, slot.dimension());
    }
  },

  CONDITION_IGNORED {
    @Override
    Kernel inKernel(Kernel kernel) {
      return statements(
          kernel,
          statement ->
              statement instanceof Statement.When(_, var body, var span)
                  ? new Statement.When(new Expr.Truth(true), body, span)
                  : statement);
    }
  },

  CHECK_FORGETS_ITS_FIRST_VALUE {
    @Override
    Kernel inKernel(Kernel kernel) {
      return statements(
          kernel,
          statement ->
              statement instanceof Statement.CheckFinite(var values, var span)
                  ? new Statement.CheckFinite(values.subList(1, values.size()), span)
                  : statement);
    }
  },

  STORE_LOST {
    @Override
    MethodVisitor inCode(MethodVisitor out, Precision precision) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        private boolean lost;

        @Override
        public void visitInsn(int opcode) {
          if (!lost && (opcode == Opcodes.FASTORE || opcode == Opcodes.DASTORE)) {
            lost = true;
            super.visitInsn(opcode == Opcodes.FASTORE ? Opcodes.POP : Opcodes.POP2);
            super.visitInsn(Opcodes.POP2);
          } else {
            super.visitInsn(opcode);
          }
        }
      };
    }
  },

  COMPARISON_HOLDS_FOR_NAN {
    @Override
    MethodVisitor inCode(MethodVisitor out, Precision precision) {
      return instructions(
          out,
          opcode ->
              switch (opcode) {
                case Opcodes.FCMPG -> Opcodes.FCMPL;
                case Opcodes.DCMPG -> Opcodes.DCMPL;
                default -> opcode;
              });
    }
  },

  STRICT_COMPARISON {
    @Override
    MethodVisitor inCode(MethodVisitor out, Precision precision) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        @Override
        public void visitJumpInsn(int opcode, Label label) {
          super.visitJumpInsn(opcode == Opcodes.IFGT ? Opcodes.IFGE : opcode, label);
        }
      };
    }
  },

  LAST_ELEMENT_MISSED {
    @Override
    MethodVisitor inCode(MethodVisitor out, Precision precision) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        @Override
        public void visitJumpInsn(int opcode, Label label) {
          if (opcode == Opcodes.IF_ICMPGE) {
            super.visitInsn(Opcodes.ICONST_1);
            super.visitInsn(Opcodes.ISUB);
          }
          super.visitJumpInsn(opcode, label);
        }
      };
    }
  },

  FUNCTION_OF_THE_OTHER_PRECISION {
    @Override
    MethodVisitor inCode(MethodVisitor out, Precision precision) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean inInterface) {
          if (owner.endsWith("FloatFunctions") && descriptor.equals("(F)F")) {
            super.visitInsn(Opcodes.F2D);
            super.visitMethodInsn(
                opcode, owner.replace("Float", "Double"), name, "(D)D", inInterface);
            super.visitInsn(Opcodes.D2F);
          } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
          }
        }
      };
    }
  },

  SPIKE_NOT_COUNTED {
    @Override
    Kernel inKernel(Kernel kernel) {
      return statements(
          kernel,
          statement ->
              statement instanceof Statement.When(var condition, var body, var span)
                  ? new Statement.When(
                      condition,
                      body.stream().filter(inner -> !(inner instanceof Statement.Spike)).toList(),
                      span)
                  : statement);
    }
  };

  /// {@return the kernel that the emitter gets to see}
  Kernel inKernel(Kernel kernel) {
    return kernel;
  }

  /// {@return a visitor that spoils the instructions on their way to `out`}
  MethodVisitor inCode(MethodVisitor out, Precision precision) {
    return out;
  }

  /// {@return what an emitter with this mistake would write}
  EmittedClass emit(Kernel kernel, Precision precision) {
    EmittedClass sound = Loaded.EMITTER.emit(inKernel(kernel), precision);
    ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    new ClassReader(sound.bytes())
        .accept(
            new ClassVisitor(Opcodes.ASM9, out) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return inCode(
                    super.visitMethod(access, name, descriptor, signature, thrown), precision);
              }
            },
            ClassReader.SKIP_FRAMES);
    return new EmittedClass(sound.className(), out.toByteArray(), sound.largestMethod());
  }

  private static Kernel expressions(Kernel kernel, UnaryOperator<Expr> f) {
    return kernel.with(
        Traversal.mapAllValues(kernel.preamble(), value -> Traversal.rewrite(value, f)),
        Traversal.mapAllValues(kernel.body(), value -> Traversal.rewrite(value, f)));
  }

  private static Kernel statements(Kernel kernel, UnaryOperator<Statement> f) {
    return kernel.with(kernel.preamble(), statements(kernel.body(), f));
  }

  private static List<Statement> statements(List<Statement> body, UnaryOperator<Statement> f) {
    return body.stream()
        .map(statement -> Traversal.mapBody(f.apply(statement), inner -> statements(inner, f)))
        .toList();
  }

  private static MethodVisitor instructions(MethodVisitor out, UnaryOperator<Integer> f) {
    return new MethodVisitor(Opcodes.ASM9, out) {
      @Override
      public void visitInsn(int opcode) {
        super.visitInsn(f.apply(opcode));
      }
    };
  }
}
