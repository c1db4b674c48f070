package org.eimodel.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.parse.grammar.EimodelParser.ReferenceContext;
import org.eimodel.parse.grammar.EimodelParser.SuffixContext;
import org.eimodel.syntax.Binder;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Expression.IndexItem;
import org.eimodel.syntax.Family;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// The targets of one drive and the family over which they range.
final class DriveTargets {
  private final Places places;
  private final Problems problems;
  private final ExpressionBuilder expressions;
  private final List<Expression> targets = new ArrayList<>();
  private final List<Binder> binders = new ArrayList<>();
  private Optional<Expression> where = Optional.empty();

  DriveTargets(Places places, Problems problems, ExpressionBuilder expressions) {
    this.places = places;
    this.problems = problems;
    this.expressions = expressions;
  }

  /// {@return the name of a drive, `background[a in layer]`; its binders are the family's}
  Identifier name(ReferenceContext context) {
    boolean plain = context.arguments() == null && context.suffix().size() <= 1;
    Expression written = unbound(expressions.reference(context, true));
    findWhere(context);
    boolean named = written instanceof Expression.Name;
    boolean family =
        written instanceof Expression.Index index && index.items().size() == binders.size();
    if (!plain || !(named || family)) {
      problems.add(
          problems
              .error(
                  SyntaxCode.BINDER_PLACE,
                  places.of(context),
                  "a drive's name is a plain name, perhaps with binders")
              .withHelp("as in drive background[a in layer]: L[a] using Psc() { ... }"));
    }
    return places.name(context.name());
  }

  void add(ReferenceContext context) {
    targets.add(unbound(expressions.reference(context, true)));
    findWhere(context);
  }

  List<Expression> expressions() {
    return targets;
  }

  Family family() {
    return new Family(binders, where);
  }

  private void findWhere(ReferenceContext context) {
    for (SuffixContext suffix : context.suffix()) {
      if (suffix.WHERE() != null) {
        Expression condition = expressions.expression(suffix.expr());
        if (where.isPresent()) {
          problems.add(
              problems
                  .error(SyntaxCode.REPEATED_PART, condition.span(), "where is given twice")
                  .withHelp("join the conditions with and"));
        }
        where = Optional.of(condition);
      }
    }
  }

  /// {@return the expression with `a in area` replaced by `a`, its binders collected}
  private Expression unbound(Expression expression) {
    if (expression instanceof Expression.Index index) {
      List<IndexItem> items = new ArrayList<>();
      for (IndexItem item : index.items()) {
        items.add(unbound(item));
      }
      return new Expression.Index(unbound(index.base()), items, index.span());
    }
    return expression instanceof Expression.Member member
        ? new Expression.Member(unbound(member.base()), member.member(), member.span())
        : expression;
  }

  private IndexItem unbound(IndexItem item) {
    if (!(item instanceof IndexItem.In in)) {
      return item;
    }
    bind(in.binder(), in.span());
    Identifier variable = in.binder().variable();
    return new IndexItem.At(new Expression.Name(variable.name(), variable.span()), in.span());
  }

  private void bind(Binder binder, Span span) {
    for (Binder known : binders) {
      if (known.variable().name().equals(binder.variable().name())) {
        if (!known.index().name().equals(binder.index().name())) {
          problems.add(
              problems
                  .error(
                      SyntaxCode.BINDER_PLACE,
                      span,
                      binder.variable() + " already ranges over " + known.index())
                  .withNote(known.variable().span(), "here"));
        }
        return;
      }
    }
    binders.add(binder);
  }
}
