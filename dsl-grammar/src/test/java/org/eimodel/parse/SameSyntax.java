package org.eimodel.parse;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Syntax records as text without their places, so that two readings of a model can be compared.
final class SameSyntax {
  private SameSyntax() {}

  /// {@return every component of a record and its parts, but for spans}
  static String of(Object node) {
    StringBuilder out = new StringBuilder();
    append(node, out);
    return out.toString();
  }

  private static void append(Object node, StringBuilder out) {
    switch (node) {
      case Span _, SourceText _ -> {}
      case Optional<?> optional ->
          optional.ifPresentOrElse(value -> append(value, out), () -> out.append('-'));
      case List<?> list -> {
        out.append('[');
        list.forEach(element -> {
          append(element, out);
          out.append(' ');
        });
        out.append(']');
      }
      case Record record -> appendRecord(record, out);
      default -> out.append(node);
    }
  }

  private static void appendRecord(Record record, StringBuilder out) {
    out.append('(').append(record.getClass().getSimpleName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getType() != Span.class && component.getType() != SourceText.class) {
        out.append(' ');
        try {
          append(component.getAccessor().invoke(record), out);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    out.append(')');
  }
}
