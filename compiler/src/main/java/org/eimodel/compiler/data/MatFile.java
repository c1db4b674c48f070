package org.eimodel.compiler.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.text.Suggestions;

/// A MATLAB 5 file taken apart into its variables, none of which is decoded yet.
///
/// Every variable is an element of its own, so that one that nobody can read (an object of a class, whose form MathWorks
/// does not document) leaves the others readable.
///
/// *Source*: MathWorks, MAT-File Format, version 5.
record MatFile(String file, List<MatVariable> variables, int unreadable) {
  static final int HEADER = 128;

  private static final int COMPRESSED = 15;
  private static final int MATRIX = 14;
  private static final int LARGEST = 1 << 29;

  static DataResult<MatFile> open(DataFolder folder, String file) {
    return FileBytes.read(folder, file).then(bytes -> split(file, bytes));
  }

  private static DataResult<MatFile> split(String file, byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, 116), StandardCharsets.US_ASCII);
    if (text.startsWith("MATLAB 7.3")) {
      return DataProblem.of(
              Kind.FORMAT,
              "`" + file + "` is a MATLAB 7.3 file",
              "save it in version 7: save('" + file + "', '-v7')")
          .failed();
    }
    if (!text.startsWith("MATLAB 5.0") || bytes.length < HEADER) {
      return DataProblem.of(Kind.FORMAT, "`" + file + "` is not a MATLAB 5 file").failed();
    }
    boolean little = bytes[126] == 'I' && bytes[127] == 'M';
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    // The data of objects lie in an element without a name, which the header points at.
    long hidden = buffer.getLong(116);
    List<MatVariable> variables = new ArrayList<>();
    int unreadable = 0;
    for (int at = HEADER; at + 8 <= bytes.length; ) {
      int type = buffer.getInt(at);
      int size = buffer.getInt(at + 4);
      boolean known = type == COMPRESSED || type == MATRIX;
      if (!known || size < 0 || size > bytes.length - at - 8) {
        return DataProblem.of(Kind.FORMAT, "`" + file + "` is damaged or cut short at byte " + at)
            .failed();
      }
      if (at != hidden) {
        try {
          ByteBuffer element = buffer.slice(at, 8 + size).order(buffer.order());
          variables.add(MatVariable.of(type == COMPRESSED ? inflate(element) : element));
        } catch (DataFormatException | RuntimeException _) {
          unreadable++;
        }
      }
      at += 8 + size;
    }
    variables.removeIf(variable -> variable.name().isEmpty());
    return new DataResult.Ok<>(new MatFile(file, List.copyOf(variables), unreadable));
  }

  /// {@return the element inside a compressed one}
  private static ByteBuffer inflate(ByteBuffer compressed) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(compressed.slice(8, compressed.remaining() - 8));
      byte[] tag = new byte[8];
      if (inflater.inflate(tag) < 8) {
        throw new DataFormatException("no tag");
      }
      int size = ByteBuffer.wrap(tag).order(compressed.order()).getInt(4);
      if (size < 0 || size > LARGEST) {
        throw new DataFormatException("larger than " + LARGEST);
      }
      // Grown as the data come: the size is only a claim.
      byte[] element = Arrays.copyOf(tag, Math.min(8 + size, 1 << 16));
      int filled = 8;
      while (filled < 8 + size) {
        element =
            filled == element.length
                ? Arrays.copyOf(element, (int) Math.min(8L + size, 2L * filled))
                : element;
        int more = inflater.inflate(element, filled, element.length - filled);
        if (more == 0) {
          throw new DataFormatException("cut short");
        }
        filled += more;
      }
      return ByteBuffer.wrap(element).order(compressed.order());
    }
  }

  /// {@return the variable of a name}
  DataResult<MatVariable> variable(String name) {
    for (MatVariable variable : variables) {
      if (variable.name().equals(name)) {
        return new DataResult.Ok<>(variable);
      }
    }
    List<String> names = variables.stream().map(MatVariable::name).toList();
    List<String> help = new ArrayList<>();
    Suggestions.help(name, names).ifPresent(help::add);
    help.add(
        variables.isEmpty()
            ? "the file holds no variables"
            : "it holds " + String.join(", ", described()));
    if (unreadable > 0) {
      help.add(Words.count(unreadable, "variable") + " of the file could not be read");
    }
    return DataProblem.of(
            Kind.VARIABLE,
            "`" + file + "` has no variable `" + name + "`",
            help.toArray(String[]::new))
        .failed();
  }

  private List<String> described() {
    return variables.stream().limit(20).map(MatVariable::toString).toList();
  }
}
