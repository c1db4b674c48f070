package org.eimodel.compiler.lower;

import java.util.stream.Collectors;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.Symbol;

/// What a formula says, without its places: two projections, or a projection and a drive, share synaptic states when their texts agree.
///
/// A literal is its number in base units: where two texts agree, so do the values, and units are checked before.
/// An index variable is written as the position at which it labels the target, so that `a` of one projection and `to` of
/// another are the same.
final class FormulaText {
  private final Afferent afferent;
  private boolean beyondTarget;

  private FormulaText(Afferent afferent) {
    this.afferent = afferent;
  }

  /// {@return the text of a formula in a projection or a drive}
  static String of(Formula formula, Afferent afferent) {
    return new FormulaText(afferent).text(formula);
  }

  /// {@return whether the value is the same for all projections of a family that end on the same population}
  static boolean fixedByTarget(Formula formula, Afferent afferent) {
    FormulaText text = new FormulaText(afferent);
    text.text(formula);
    return !text.beyondTarget;
  }

  private String text(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> String.valueOf(literal.value());
      case Formula.TruthLiteral truth -> String.valueOf(truth.value());
      case Formula.LabelLiteral label -> label.set().name() + "#" + label.position();
      case Formula.Reference(Symbol.IndexVariable variable, var span) -> label(variable);
      case Formula.Reference(Symbol.Let let, var span) -> text(let.value());
      case Formula.Reference(Symbol symbol, var span) -> symbol.name() + "@" + System.identityHashCode(symbol);
      case Formula.Element element -> element.table().name() + parts(element);
      case Formula.SizeOf size -> size.population().population().name() + parts(size) + ".size";
      case Formula.Unary unary -> unary.operator() + parts(unary);
      case Formula.Binary binary -> binary.operator() + parts(binary);
      case Formula.Call call -> call.function() + parts(call);
      case Formula.Conditional conditional -> "if" + parts(conditional);
      case Formula.Broken broken -> "?";
    };
  }

  private String parts(Formula formula) {
    return formula.parts().stream().map(this::text).collect(Collectors.joining(",", "(", ")"));
  }

  private String label(Symbol.IndexVariable variable) {
    PopulationReference target = afferent.target();
    for (int i = 0; i < target.labels().size(); i++) {
      if (target.labels().get(i) instanceof Formula.Reference(Symbol symbol, var span) && symbol == variable) {
        return "target label " + i;
      }
    }
    beyondTarget = true;
    return "beyond";
  }
}
