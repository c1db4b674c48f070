package org.eimodel.compiler.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What the head of one element of a MATLAB 5 file says: name, class and shape.
///
/// @param classNumber of the format: 1 cell, 4 char, 5 sparse, 6 to 15 numbers, 17 an object of an undocumented form
/// @param className as MATLAB calls it, such as `double` or `containers.Map`
/// @param dimensions empty for an object
/// @param element the whole element, uncompressed, from its tag on
record MatVariable(
    String name,
    int classNumber,
    String className,
    boolean complex,
    int[] dimensions,
    ByteBuffer element) {
  static final int CELL = 1;
  static final int SPARSE = 5;
  static final int FIRST_NUMBER = 6;
  static final int LAST_NUMBER = 15;
  static final int OPAQUE = 17;

  private static final int COMPLEX_FLAG = 0x0800;

  private static final String[] CLASSES = {
    "unknown",
    "cell",
    "struct",
    "object",
    "char",
    "sparse",
    "double",
    "single",
    "int8",
    "uint8",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "function_handle",
    "object"
  };

  /// Reads the head of an uncompressed element.
  ///
  /// *Errors*: any `RuntimeException` of the buffer when the element is damaged; {@link MatFile} turns it into a problem.
  static MatVariable of(ByteBuffer element) {
    ByteBuffer head = element.duplicate().order(element.order());
    head.position(head.position() + 8);
    int flags = subelement(head).getInt();
    int number = flags & 0xff;
    boolean complex = (flags & COMPLEX_FLAG) != 0;
    if (number == OPAQUE) {
      String name = text(subelement(head));
      subelement(head);
      return new MatVariable(name, number, text(subelement(head)), complex, new int[0], element);
    }
    ByteBuffer sizes = subelement(head);
    int[] dimensions = new int[sizes.remaining() / Integer.BYTES];
    Arrays.setAll(dimensions, _ -> sizes.getInt());
    String className = CLASSES[number < CLASSES.length ? number : 0];
    return new MatVariable(text(subelement(head)), number, className, complex, dimensions, element);
  }

  boolean isNumeric() {
    return classNumber >= SPARSE && classNumber <= LAST_NUMBER;
  }

  /// {@return the number of elements that the head claims; the largest number for a nonsensical claim}
  long elements() {
    long count = 1;
    for (int dimension : dimensions) {
      boolean sensible =
          dimension >= 0 && (dimension == 0 || count <= Integer.MAX_VALUE / dimension);
      count = sensible ? count * dimension : Long.MAX_VALUE;
    }
    return count;
  }

  /// {@return `29 x 29`}
  String shape() {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
  }

  @Override
  public String toString() {
    return name + " (" + className + (dimensions.length == 0 ? "" : " " + shape()) + ")";
  }

  /// {@return the data of the next part, which stand after a tag of eight bytes, or in its second half when short}
  private static ByteBuffer subelement(ByteBuffer from) {
    ByteOrder order = from.order();
    int start = from.position();
    int tag = from.getInt(start);
    boolean small = tag >>> 16 != 0;
    int size = small ? tag >>> 16 : from.getInt(start + 4);
    int data = start + (small ? 4 : 8);
    ByteBuffer part = from.slice(data, size).order(order);
    from.position(small ? start + 8 : data + (size + 7) / 8 * 8);
    return part;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.US_ASCII.decode(bytes).toString();
  }
}
