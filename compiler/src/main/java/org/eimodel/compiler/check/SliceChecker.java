package org.eimodel.compiler.check;

import java.util.List;
import org.eimodel.compiler.report.Codes;


import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.syntax.Expression;

/// Parts of populations: `E`, `E["V1"]`, `E["V1"][0 until 10]`, `N[3]`.
record SliceChecker(ExpressionChecker expressions) {

  /// {@return the neurons that an expression means; empty after an error}
  Optional<NeuronSlice> check(Expression expression, Scope scope) {
    if (expression instanceof Expression.Index index && index.items().size() == 1) {
      boolean second = index.base() instanceof Expression.Index;
      boolean plain =
          index.base() instanceof Expression.Name name
              && scope.population(name.name()).map(PopulationFamily::binders).filter(List::isEmpty).isPresent();
      if ((second || plain) && index.items().getFirst() instanceof Expression.IndexItem.At at) {
        Optional<PopulationReference> reference = expressions.labels().reference(index.base(), scope);
        return reference.map(
            populations -> new NeuronSlice(populations, Optional.of(range(at.value(), scope)), expression.span()));
      }
    }
    return expressions
        .labels()
        .reference(expression, scope)
        .map(populations -> new NeuronSlice(populations, Optional.empty(), expression.span()));
  }

  private NeuronSlice.Range range(Expression expression, Scope scope) {
    if (expression instanceof Expression.Range range) {
      return new NeuronSlice.Range(number(range.from(), scope), Optional.of(number(range.until(), scope)), range.span());
    }
    return new NeuronSlice.Range(number(expression, scope), Optional.empty(), expression.span());
  }

  private Formula number(Expression expression, Scope scope) {
    return expressions.checkAs(expression, scope, ValueType.NUMBER, "a neuron's number", Codes.NOT_A_PLAIN_NUMBER);
  }
}
