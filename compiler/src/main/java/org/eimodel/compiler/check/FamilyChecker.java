package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;


import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.syntax.Binder;
import org.eimodel.syntax.Family;

/// The index part of a declaration: `[to in area, from in area where fln[to, from] > 0]`.
record FamilyChecker(DataChecker data, ExpressionChecker expressions) {

  /// The variables of a family, its condition, and the scope in which they are known.
  record Checked(List<Symbol.IndexVariable> binders, Optional<Formula> where, Scope scope) {}

  Checked check(Family family, Scope outer) {
    Scope scope = outer.inner();
    List<Symbol.IndexVariable> binders = new ArrayList<>();
    for (Binder binder : family.binders()) {
      data.set(binder.index())
          .ifPresent(
              set -> {
                Symbol.IndexVariable variable =
                    new Symbol.IndexVariable(binder.variable().name(), set, binder.variable().span());
                scope.declare(variable);
                binders.add(variable);
              });
    }
    Optional<Formula> where =
        family
            .where()
            .map(c -> expressions.checkAs(c, scope, ValueType.TRUTH, "the condition after `where`", Codes.WRONG_TYPE));
    return new Checked(binders, where, scope);
  }
}
