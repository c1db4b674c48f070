package org.eimodel.parse;

import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;

/// Characters that word processors, papers and other languages put into a model, by name.
final class StrangeCharacters {
  private static final String GREEK = "αβγδεζηθικλμνξοπρςστυφχψω";
  private static final String[] GREEK_NAMES = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega"
  };

  private StrangeCharacters() {}

  /// What a character is called, the token that was meant (or [Token#INVALID_TYPE]), and what to write.
  record Meaning(String name, int type, String help) {}

  /// {@return what a run of characters outside the language stands for, judged by its first}
  static Meaning meaning(String text) {
    int character = text.codePointAt(0);
    return switch (character) {
      case 0x2212, 0x2013, 0x2014, 0x2010, 0x2011 -> sign(character, EimodelLexer.MINUS, "-");
      case 0x00D7, 0x00B7, 0x22C5, 0x2217 -> sign(character, EimodelLexer.STAR, "*");
      case 0x00F7, 0x2215 -> sign(character, EimodelLexer.SLASH, "/");
      case 0x2264 -> sign(character, EimodelLexer.LESS_EQUAL, "<=");
      case 0x2265 -> sign(character, EimodelLexer.GREATER_EQUAL, ">=");
      case 0x2260 -> sign(character, EimodelLexer.NOT_EQUAL, "!=");
      case 0x2192 -> sign(character, EimodelLexer.ARROW, "->");
      case 0x2032 -> sign(character, EimodelLexer.PRIME, "'");
      case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB ->
          dropped(character, "write a straight double quote: \"");
      case 0x2018, 0x2019, 0x201A, 0x0060, 0x00B4 ->
          dropped(
              character,
              "a derivative has a straight quote, as in v'; a string has straight double quotes");
      case 0x00A0, 0x2007, 0x2009, 0x202F, 0x3000 -> dropped(character, "write an ordinary space");
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF ->
          dropped(character, "delete it: it cannot be seen");
      case 0x00B5 -> name(character, "micro is written u, as in um or uF; a name is written mu");
      case 0x03A9, 0x2126 -> name(character, "the unit is written ohm");
      case 0x00B2 -> dropped(character, "write ^2");
      case 0x00B3 -> dropped(character, "write ^3");
      case '%' -> dropped(character, "write a fraction: 5 % is 0.05");
      case '@' -> dropped(character, "");
      case '?' -> dropped(character, "write if condition then a else b");
      case '\\' ->
          dropped(character, "a line that ends with an operator or a comma goes on by itself");
      default -> other(character);
    };
  }

  private static Meaning other(int character) {
    int greek = GREEK.indexOf(Character.toLowerCase(character));
    if (greek >= 0) {
      return name(character, "write its name: " + GREEK_NAMES[greek]);
    }
    if (Character.isLetter(character)) {
      return name(character, "names are written with a to z, A to Z, 0 to 9 and _");
    }
    return dropped(
        character, Character.isISOControl(character) ? "delete it: it cannot be seen" : "");
  }

  private static Meaning sign(int character, int type, String ours) {
    return new Meaning(called(character), type, "write " + ours);
  }

  private static Meaning name(int character, String help) {
    return new Meaning(called(character), EimodelLexer.ID, help);
  }

  private static Meaning dropped(int character, String help) {
    return new Meaning(called(character), Token.INVALID_TYPE, help);
  }

  /// {@return as `−` (U+2212, minus sign); characters that cannot be seen have no picture}
  private static String called(int character) {
    String number = String.format("U+%04X", character);
    String name = Character.getName(character);
    String words = name == null ? number : number + ", " + name.toLowerCase(Locale.ROOT);
    boolean visible =
        !Character.isISOControl(character)
            && !Character.isSpaceChar(character)
            && Character.getType(character) != Character.FORMAT
            && Character.getType(character) != Character.SURROGATE;
    return visible
        ? "`" + Character.toString(character) + "` (" + words + ")"
        : "the character " + words;
  }
}
