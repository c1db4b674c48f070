package org.eimodel.vector.kernel;

import java.util.function.UnaryOperator;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Mistakes that the vector back end could make, planted in the code that it wrote.
enum LaneFault {
  STRICT_COMPARISON {
    @Override
    String field(String name) {
      return name.equals("LE") ? "LT" : name;
    }
  },

  GREATER_INCLUDES_EQUAL {
    @Override
    String field(String name) {
      return name.equals("GT") ? "GE" : name;
    }
  },

  AND_FOR_OR {
    @Override
    String method(String owner, String name) {
      return owner.endsWith("VectorMask") && name.equals("or") ? "and" : name;
    }
  },

  ONE_SOUND_LANE_IS_ENOUGH {
    @Override
    String method(String owner, String name) {
      return name.equals("allTrue") ? "anyTrue" : name;
    }
  },

  MINIMUM_OF_THE_API {
    @Override
    String method(String owner, String name) {
      return name.equals("div") ? "min" : name;
    }
  },

  ANOTHER_FUNCTION {
    @Override
    String method(String owner, String name) {
      return owner.endsWith("ArrayFunctions") && name.equals("sinh") ? "tanh" : name;
    }
  },

  FLOOR_FOR_ROUND {
    @Override
    String method(String owner, String name) {
      return name.equals("rint") ? "floor" : name;
    }
  },

  SPIKES_OF_THE_NEXT_NEURON {
    @Override
    MethodVisitor visitor(MethodVisitor out) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean inInterface) {
          super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
          if (name.equals("toLong")) {
            super.visitInsn(Opcodes.LCONST_1);
            super.visitInsn(Opcodes.LXOR);
          }
        }
      };
    }
  },

  LAST_VECTOR_MISSED {
    @Override
    MethodVisitor visitor(MethodVisitor out) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        private boolean inLoop;

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          inLoop = inLoop || name.startsWith("SPECIES");
          super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
          if (inLoop && opcode == Opcodes.IF_ICMPGE) {
            super.visitIntInsn(Opcodes.BIPUSH, 16);
            super.visitInsn(Opcodes.ISUB);
          }
          super.visitJumpInsn(opcode, label);
        }
      };
    }
  },

  STORE_LOST {
    @Override
    MethodVisitor visitor(MethodVisitor out) {
      return new MethodVisitor(Opcodes.ASM9, out) {
        private boolean lost;

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean inInterface) {
          if (name.equals("intoArray") && !lost) {
            lost = true;
            super.visitInsn(Opcodes.POP2);
            super.visitInsn(Opcodes.POP);
          } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
          }
        }
      };
    }
  };

  /// {@return the name of the static field that is read instead}
  String field(String name) {
    return name;
  }

  /// {@return the name of the method that is called instead}
  String method(String owner, String name) {
    return name;
  }

  /// {@return a visitor that spoils the instructions on their way to `out`}
  MethodVisitor visitor(MethodVisitor out) {
    return new MethodVisitor(Opcodes.ASM9, out) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, field(name), descriptor);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean inInterface) {
        super.visitMethodInsn(opcode, owner, method(owner, name), descriptor, inInterface);
      }
    };
  }

  /// {@return what a back end with this mistake would write}
  UnaryOperator<EmittedClass> planted() {
    return sound -> {
      ClassWriter out =
          new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
              return "java/lang/Object";
            }
          };
      new ClassReader(sound.bytes())
          .accept(
              new ClassVisitor(Opcodes.ASM9, out) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                  return visitor(super.visitMethod(access, name, descriptor, signature, thrown));
                }
              },
              ClassReader.SKIP_FRAMES);
      return new EmittedClass(sound.className(), out.toByteArray(), sound.largestMethod());
    };
  }
}
