package org.eimodel.cli.results;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Ordered maps as JSON text.
///
/// Written through Jackson's generator alone: its object mapper takes 0.2 s to start, the generator 0.03 s.
///
/// *Shape.* Values are maps with text keys, collections, text, whole and decimal numbers, truth values and `null`.
/// Numbers
/// that JSON cannot hold (NaN, infinity) become `null`.
/// *Errors.* [IllegalArgumentException] for any other type.
public final class Json {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          Separators separators =
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER);
          return new DefaultPrettyPrinter(separators)
              .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private Json() {}

  /// {@return one JSON object, indented, with a newline at the end}
  public static String indented(Map<String, ?> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(INDENTED, text)) {
      write(json, object);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, member) -> {
          json.writeName((String) name);
          write(json, member);
        });
        json.writeEndObject();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(element -> write(json, element));
        json.writeEndArray();
      }
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Double _ -> json.writeNull();
      default ->
          throw new IllegalArgumentException("no JSON form of " + value.getClass().getName());
    }
  }
}
