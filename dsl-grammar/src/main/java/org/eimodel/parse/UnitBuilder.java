package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.eimodel.parse.grammar.EimodelLexer;
import org.eimodel.parse.grammar.EimodelParser.UnitContext;
import org.eimodel.parse.grammar.EimodelParser.UnitOfContext;
import org.eimodel.parse.grammar.EimodelParser.UnitPartContext;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.UnitSyntax;
import org.jspecify.annotations.Nullable;

/// Units: `ms`, `1`, `[uF/cm^2]`, `[ms^-0.5]`, `[nS*mV^(1/2)/s]`.
final class UnitBuilder {
  private final Places places;
  private final Problems problems;

  UnitBuilder(Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
  }

  /// {@return the unit after a number}
  UnitSyntax unit(UnitContext context) {
    return context.UNIT() != null
        ? simple(context.UNIT().getSymbol())
        : bracketed(context, context.unitPart());
  }

  /// {@return the unit after a colon; `1` stands for none}
  UnitSyntax unit(UnitOfContext context) {
    if (context.ID() != null) {
      return simple(context.ID().getSymbol());
    }
    if (context.NUMBER() != null) {
      if (!context.NUMBER().getText().equals("1")) {
        problems.add(
            problems
                .error(
                    SyntaxCode.UNIT_FORM,
                    places.of(context),
                    "a unit is expected here, not a number")
                .withHelp("a plain number has the unit 1, as in: input x : 1"));
      }
      return new UnitSyntax(List.of(), places.of(context));
    }
    return bracketed(context, context.unitPart());
  }

  private UnitSyntax simple(Token token) {
    Span span = places.of(token);
    return new UnitSyntax(List.of(new UnitSyntax.Factor(token.getText(), 1, 1, span)), span);
  }

  private UnitSyntax bracketed(ParserRuleContext context, List<UnitPartContext> parts) {
    List<Token> tokens = new ArrayList<>();
    for (UnitPartContext part : parts) {
      tokens.add(part.getStart());
    }
    Reader reader = new Reader(tokens);
    List<UnitSyntax.Factor> factors = reader.product();
    if (factors == null) {
      problems.add(
          problems
              .error(
                  SyntaxCode.UNIT_FORM, reader.place(context), "this is not how a unit is written")
              .withHelp(
                  "units are joined with * and /, exponents are numbers: [mm/ms], [uF/cm^2], [1/ms], [ms^-0.5]"));
      factors = List.of();
    }
    return new UnitSyntax(factors, places.of(context));
  }

  /// Reads the tokens between unit brackets; `null` from a method says that they are not a unit.
  private final class Reader {
    private final List<Token> tokens;
    private int next;

    Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    Span place(ParserRuleContext whole) {
      return next < tokens.size() ? places.of(tokens.get(next)) : places.of(whole);
    }

    @Nullable List<UnitSyntax.Factor> product() {
      List<UnitSyntax.Factor> factors = new ArrayList<>();
      int sign = 1;
      do {
        if (at(EimodelLexer.NUMBER) && tokens.get(next).getText().equals("1")) {
          next++;
        } else {
          UnitSyntax.@Nullable Factor factor = factor(sign);
          if (factor == null) {
            return null;
          }
          factors.add(factor);
        }
        sign = at(EimodelLexer.SLASH) ? -1 : 1;
      } while (take(EimodelLexer.SLASH) || take(EimodelLexer.STAR));
      return next == tokens.size() ? factors : null;
    }

    private UnitSyntax.@Nullable Factor factor(int sign) {
      if (!at(EimodelLexer.UNIT)) {
        return null;
      }
      Token name = tokens.get(next++);
      int[] exponent = {1, 1};
      if (take(EimodelLexer.CARET)) {
        boolean inner = take(EimodelLexer.LPAREN);
        exponent = exponent();
        if (exponent == null || (inner && !take(EimodelLexer.RPAREN))) {
          return null;
        }
      }
      Span span = places.between(name, tokens.get(next - 1));
      return new UnitSyntax.Factor(name.getText(), sign * exponent[0], exponent[1], span);
    }

    /// `2`, `-2`, `-0.5`, `1/2`: a slash before a number divides the exponent, before a name the unit.
    private int @Nullable [] exponent() {
      int sign = take(EimodelLexer.MINUS) ? -1 : 1;
      int[] above = decimal();
      if (above == null) {
        return null;
      }
      int[] below = {1, 1};
      if (at(EimodelLexer.SLASH)
          && next + 1 < tokens.size()
          && tokens.get(next + 1).getType() == EimodelLexer.NUMBER) {
        next++;
        below = decimal();
        if (below == null || below[0] == 0) {
          return null;
        }
      }
      return reduced(sign * above[0] * below[1], above[1] * below[0]);
    }

    /// {@return a short decimal as a fraction; exponents of units are small}
    private int @Nullable [] decimal() {
      if (!at(EimodelLexer.NUMBER)) {
        return null;
      }
      String digits = tokens.get(next).getText();
      int whole = 0;
      int scale = 0;
      for (int k = 0; k < digits.length(); k++) {
        char c = digits.charAt(k);
        if (c == '.') {
          scale = 1;
        } else if (c < '0' || c > '9' || k > 4) {
          return null;
        } else {
          whole = 10 * whole + c - '0';
          scale *= 10;
        }
      }
      next++;
      return reduced(whole, Math.max(1, scale));
    }

    private static int[] reduced(int numerator, int denominator) {
      int a = Math.abs(numerator);
      int b = denominator;
      while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
      }
      return new int[] {numerator / Math.max(a, 1), denominator / Math.max(a, 1)};
    }

    private boolean at(int type) {
      return next < tokens.size() && tokens.get(next).getType() == type;
    }

    private boolean take(int type) {
      boolean here = at(type);
      if (here) {
        next++;
      }
      return here;
    }
  }
}
