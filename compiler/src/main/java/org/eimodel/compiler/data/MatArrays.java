package org.eimodel.compiler.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sparse;

/// Decodes one variable of a MATLAB file: numbers to a table, a cell array of texts to labels.
final class MatArrays {
  /// 64 million numbers, half a gigabyte.
  private static final long MOST_NUMBERS = 1L << 26;

  private MatArrays() {}

  /// {@return a matrix of any numeric class, sparse ones filled with zeros}
  static DataResult<Table> numbers(MatFile file, MatVariable variable, Unit unit) {
    String name = "`" + variable.name() + "` of `" + file.file() + "`";
    if (!variable.isNumeric()) {
      return DataProblem.of(
              Kind.VARIABLE, name + " is " + kind(variable) + ", not numbers", readable(file))
          .failed();
    }
    if (variable.complex()) {
      return DataProblem.of(Kind.VARIABLE, name + " is complex", "save its real part").failed();
    }
    if (variable.dimensions().length != 2) {
      return DataProblem.of(Kind.SHAPE, name + " is " + variable.shape() + ", not a matrix")
          .failed();
    }
    int rows = variable.dimensions()[0];
    int columns = variable.dimensions()[1];
    if (variable.elements() > MOST_NUMBERS) {
      return DataProblem.of(Kind.UNREADABLE, name + " is too large: " + variable.shape()).failed();
    }
    if (variable.classNumber() != MatVariable.SPARSE
        && variable.elements() > variable.element().remaining()) {
      return damaged(file, variable);
    }
    return decode(file, variable)
        .then(array -> {
          double[] values = new double[rows * columns];
          if (array instanceof Sparse sparse) {
            sparse.forEach((row, column, real, _) -> values[row * columns + column] = real);
          } else if (array instanceof Matrix matrix && matrix.getNumElements() == values.length) {
            for (int i = 0; i < values.length; i++) {
              // MATLAB counts down the columns.
              values[i % rows * columns + i / rows] = matrix.getDouble(i);
            }
          } else {
            return damaged(file, variable);
          }
          return finite(name, values, columns, unit)
              .map(checked -> new Table(List.of(), List.of(), checked, rows, columns));
        });
  }

  /// {@return the texts of a cell array, in its order}
  static DataResult<List<String>> labels(MatFile file, MatVariable variable) {
    String name = "`" + variable.name() + "` of `" + file.file() + "`";
    if (variable.classNumber() != MatVariable.CELL) {
      String message = name + " is " + kind(variable) + ", not a cell array of texts";
      return DataProblem.of(Kind.VARIABLE, message, readable(file)).failed();
    }
    if (variable.elements() > variable.element().remaining() / 8) {
      return damaged(file, variable);
    }
    return decode(file, variable)
        .then(array -> {
          Set<String> labels = new LinkedHashSet<>();
          Cell cells = (Cell) array;
          for (int i = 0; i < cells.getNumElements(); i++) {
            if (!(cells.get(i) instanceof Char text)
                || text.getNumElements() > 0 && text.getNumRows() != 1) {
              return DataProblem.of(
                      Kind.LABELS, "cell " + (i + 1) + " of " + name + " is not a text")
                  .failed();
            }
            String label = text.getNumElements() == 0 ? "" : text.getString().strip();
            if (label.isEmpty()) {
              return DataProblem.of(Kind.LABELS, "cell " + (i + 1) + " of " + name + " is empty")
                  .failed();
            }
            if (!labels.add(label)) {
              return DataProblem.of(Kind.LABELS, "label `" + label + "` is twice in " + name)
                  .failed();
            }
          }
          return labels.isEmpty()
              ? DataProblem.of(Kind.FORMAT, name + " is empty").failed()
              : new DataResult.Ok<>(List.copyOf(labels));
        });
  }

  private static DataResult<double[]> finite(String name, double[] values, int columns, Unit unit) {
    for (int i = 0; i < values.length; i++) {
      double base = unit.toBase(values[i]);
      if (!Double.isFinite(base)) {
        String place = "row " + (i / columns + 1) + ", column " + (i % columns + 1) + " of " + name;
        return DataProblem.of(
                Kind.NUMBER, "`" + values[i] + "` in " + place + " is not a finite number")
            .failed();
      }
      values[i] = base;
    }
    return new DataResult.Ok<>(values);
  }

  /// Reads the element as a file of its own: a header without objects, then its bytes.
  private static DataResult<Array> decode(MatFile file, MatVariable variable) {
    ByteBuffer element = variable.element();
    int limit = MatFile.HEADER + element.remaining();
    ByteBuffer alone = ByteBuffer.allocate(limit).order(element.order());
    alone.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII)).position(124);
    alone
        .putShort((short) 0x0100)
        .putShort((short) ('M' << 8 | 'I'))
        .put(element.duplicate())
        .flip();
    try (Source source = new ElementSource(alone)) {
      Array array =
          Mat5.newReader(source)
              .disableSubsystemProcessing()
              .setBufferAllocator(new Bounded(limit))
              .readMat()
              .getArray(variable.name());
      return new DataResult.Ok<>(array);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError _) {
      // Sizes in a damaged file are arbitrary: the two errors mean an absurd one, or cells in cells
      // without end.
      return damaged(file, variable);
    }
  }

  private static <T> DataResult<T> damaged(MatFile file, MatVariable variable) {
    return DataProblem.of(
            Kind.FORMAT, "variable `" + variable.name() + "` of `" + file.file() + "` is damaged")
        .failed();
  }

  private static String kind(MatVariable variable) {
    return variable.classNumber() == MatVariable.OPAQUE
        ? "an object of class `" + variable.className() + "`, whose form is not documented"
        : "a " + variable.className();
  }

  private static String readable(MatFile file) {
    List<String> names = new ArrayList<>();
    for (MatVariable variable : file.variables()) {
      if (variable.isNumeric() || variable.classNumber() == MatVariable.CELL) {
        names.add(variable.toString());
      }
    }
    return names.isEmpty()
        ? "the file holds nothing readable"
        : "readable are " + String.join(", ", names);
  }

  /// No part of a variable is larger than the variable, whatever its tag says.
  private record Bounded(int largest) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int numBytes) {
      if (numBytes < 0 || numBytes > largest) {
        throw new IllegalArgumentException("a part of " + numBytes + " bytes");
      }
      return ByteBuffer.allocate(numBytes);
    }

    @Override
    public void release(ByteBuffer buffer) {}
  }
}
