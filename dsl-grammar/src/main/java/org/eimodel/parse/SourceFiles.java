package org.eimodel.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Bytes on disk as a source text: UTF-8, of a size that a model can have.
public final class SourceFiles {
  private SourceFiles() {}

  /// {@return the text of a file, named by its last path element}
  ///
  /// *Errors*: E0102 when it is larger than [ModelParser#LONGEST_TEXT] bytes (it is not read to the end then), E0103 when
  /// it is not UTF-8.
  ///
  /// @throws IOException when the file cannot be read at all
  public static Outcome<SourceText> read(Path file) throws IOException {
    return read(file, String.valueOf(file.getFileName()));
  }

  /// {@return the text of a file, under the name that its user knows it by}
  ///
  /// *Errors*: as [#read(Path)].
  ///
  /// @param name what diagnostics call it
  /// @throws IOException when the file cannot be read at all
  public static Outcome<SourceText> read(Path file, String name) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(ModelParser.LONGEST_TEXT + 1);
    }
    if (bytes.length > ModelParser.LONGEST_TEXT) {
      return Outcome.failed(List.of(tooLarge(new SourceText(name, ""), Files.size(file))));
    }
    return decode(name, bytes);
  }

  /// {@return the text of some bytes; a byte order mark is dropped}
  ///
  /// *Errors*: E0103 with the line and column of the first byte that is not UTF-8.
  public static Outcome<SourceText> decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      return Outcome.failed(List.of(notUtf8(name, text, in.position(), bytes)));
    }
    return Outcome.of(new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
  }

  static Diagnostic tooLarge(SourceText source, long size) {
    String megabytes = String.format(Locale.ROOT, "%.1f", size / (1024.0 * 1024.0));
    return Diagnostic.error(
            SyntaxCode.TOO_LARGE.code(),
            new Span(source, 0, 0),
            "the file has "
                + megabytes
                + " MB, and a model may have "
                + ModelParser.LONGEST_TEXT / (1024 * 1024)
                + " MB")
        .withHelp(
            "put tables of numbers into files of their own: data fln[to area, from area] = csv(\"fln.csv\")");
  }

  private static Diagnostic notUtf8(String name, String before, int offset, byte[] bytes) {
    String rest =
        new String(bytes, offset, Math.min(80, bytes.length - offset), StandardCharsets.ISO_8859_1);
    SourceText shown = new SourceText(name, before + rest.lines().findFirst().orElse(""));
    return Diagnostic.error(
            SyntaxCode.NOT_UTF8.code(),
            new Span(shown, before.length(), before.length() + 1),
            String.format(
                "the byte 0x%02X at offset %d is not UTF-8", bytes[offset] & 0xFF, offset))
        .withHelp("save the file as UTF-8");
  }
}
