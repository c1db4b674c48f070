package org.eimodel.parse;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.eimodel.parse.grammar.EimodelLexer;

/// The words of the language: those that are never names, and those that may be.
///
/// A word that may follow a number is never a unit, reserved or not: `0 until 10`.
final class Words {
  /// Reserved: they begin what a reader looks for first, or would make an expression ambiguous to the eye.
  private static final Map<String, Integer> RESERVED =
      Map.ofEntries(
          entry("neuron", EimodelLexer.NEURON),
          entry("synapse", EimodelLexer.SYNAPSE),
          entry("plasticity", EimodelLexer.PLASTICITY),
          entry("population", EimodelLexer.POPULATION),
          entry("projection", EimodelLexer.PROJECTION),
          entry("param", EimodelLexer.PARAM),
          entry("state", EimodelLexer.STATE),
          entry("let", EimodelLexer.LET),
          entry("connect", EimodelLexer.CONNECT),
          entry("refractory", EimodelLexer.REFRACTORY),
          entry("send", EimodelLexer.SEND),
          entry("and", EimodelLexer.AND),
          entry("or", EimodelLexer.OR),
          entry("not", EimodelLexer.NOT),
          entry("if", EimodelLexer.IF),
          entry("then", EimodelLexer.THEN),
          entry("else", EimodelLexer.ELSE),
          entry("true", EimodelLexer.TRUE),
          entry("false", EimodelLexer.FALSE),
          entry("in", EimodelLexer.IN),
          entry("where", EimodelLexer.WHERE),
          entry("of", EimodelLexer.OF),
          entry("with", EimodelLexer.WITH),
          entry("using", EimodelLexer.USING),
          entry("per", EimodelLexer.PER),
          entry("when", EimodelLexer.WHEN),
          entry("unless", EimodelLexer.UNLESS),
          entry("crosses", EimodelLexer.CROSSES));

  /// Words with a meaning in their place, and free as names everywhere else.
  private static final Map<String, Integer> FREE =
      Map.ofEntries(
          entry("import", EimodelLexer.IMPORT),
          entry("index", EimodelLexer.INDEX),
          entry("data", EimodelLexer.DATA),
          entry("drive", EimodelLexer.DRIVE),
          entry("record", EimodelLexer.RECORD),
          entry("run", EimodelLexer.RUN),
          entry("set", EimodelLexer.SET),
          entry("repeat", EimodelLexer.REPEAT),
          entry("sweep", EimodelLexer.SWEEP),
          entry("over", EimodelLexer.OVER),
          entry("extends", EimodelLexer.EXTENDS),
          entry("input", EimodelLexer.INPUT),
          entry("output", EimodelLexer.OUTPUT),
          entry("weight", EimodelLexer.WEIGHT),
          entry("event", EimodelLexer.EVENT),
          entry("noise", EimodelLexer.NOISE),
          entry("shared", EimodelLexer.SHARED),
          entry("spike", EimodelLexer.SPIKE),
          entry("spikes", EimodelLexer.SPIKES),
          entry("for", EimodelLexer.FOR),
          entry("integrate", EimodelLexer.INTEGRATE),
          entry("keep", EimodelLexer.KEEP),
          entry("on", EimodelLexer.ON),
          entry("at", EimodelLexer.AT),
          entry("arrival", EimodelLexer.ARRIVAL),
          entry("source", EimodelLexer.SOURCE),
          entry("target", EimodelLexer.TARGET),
          entry("from", EimodelLexer.FROM),
          entry("until", EimodelLexer.UNTIL),
          entry("every", EimodelLexer.EVERY),
          entry("end", EimodelLexer.FINISH),
          entry("redraw", EimodelLexer.REDRAW),
          entry("clip", EimodelLexer.CLIP));

  private Words() {}

  /// {@return the token type of a word; [EimodelLexer#ID] when it is only a name}
  static int typeOf(String word) {
    Integer reserved = RESERVED.get(word);
    return reserved != null ? reserved : FREE.getOrDefault(word, EimodelLexer.ID);
  }

  /// {@return whether the word can never be a name}
  static boolean isReserved(String word) {
    return RESERVED.containsKey(word);
  }

  /// {@return whether a token of this type is a word of the language that may also be a name}
  static boolean isFree(int type) {
    return FREE.containsValue(type);
  }

  /// {@return all words that can never be names}
  static Set<String> reserved() {
    return RESERVED.keySet();
  }

  /// {@return all words with a meaning in their place that may also be names}
  static Set<String> free() {
    return FREE.keySet();
  }
}
