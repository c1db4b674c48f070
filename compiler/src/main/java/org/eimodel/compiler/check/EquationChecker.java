package org.eimodel.compiler.check;

import java.util.LinkedHashMap;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.TemplateMember;

/// The equations of a template, and which integrator each of them asks for.
final class EquationChecker {
  private final Report report;
  private final ExpressionChecker expressions;

  EquationChecker(Report report, ExpressionChecker expressions) {
    this.report = report;
    this.expressions = expressions;
  }

  List<Equation> check(List<TemplateMember> members, TemplateScope template) {
    Map<String, Equation.Method> methods = methods(members, template);
    Map<String, Equation> equations = new LinkedHashMap<>();
    for (TemplateMember member : members) {
      if (member instanceof TemplateMember.Equation syntax) {
        equation(syntax, template, methods)
            .ifPresent(
                equation -> {
                  Equation earlier = equations.putIfAbsent(syntax.state().name(), equation);
                  if (earlier != null) {
                    report.add(
                        Diagnostic.error(
                                Codes.DUPLICATE_NAME, syntax.state().span(), "`" + syntax.state() + "` has two equations")
                            .withNote(earlier.span(), "the first one"));
                  }
                });
      }
    }
    return List.copyOf(equations.values());
  }

  private Optional<Equation> equation(
      TemplateMember.Equation syntax, TemplateScope template, Map<String, Equation.Method> methods) {
    Formula right = expressions.check(syntax.value(), template.scope());
    Optional<Symbol.State> state = state(syntax.state(), template);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    checkDimension(syntax, state.get(), right);
    return Optional.of(
        new Equation(
            state.get(),
            right,
            syntax.unlessRefractory(),
            Optional.ofNullable(methods.get(state.get().name())),
            syntax.span()));
  }

  private void checkDimension(TemplateMember.Equation syntax, Symbol.State state, Formula right) {
    if (!(state.type() instanceof ValueType.Real(Dimension own)) || right.type() instanceof ValueType.Unknown) {
      return;
    }
    Dimension expected = own.dividedBy(Dimension.TIME);
    if (right.type().equals(new ValueType.Real(expected))) {
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.EQUATION_DIMENSION,
                right.span(),
                state.name() + "' must be " + expected + ", but the right side is " + right.type())
            .withLabel(right.type() instanceof ValueType.Real(Dimension found) ? found.toString() : "")
            .withNote(state.span(), "`" + state.name() + "` is " + state.type());
    if (right.type().equals(state.type())) {
      String whole = syntax.value().span().text();
      boolean sum = right instanceof Formula.Binary binary && isSum(binary);
      boolean closed = whole.startsWith("(") && whole.endsWith(")");
      diagnostic =
          diagnostic.withHelp("divide by a time constant, as in " + (sum && !closed ? "(" + whole + ")" : whole) + " / tau");
    }
    if (right.type() instanceof ValueType.Real) {
      diagnostic = UnitSlips.help(right, expected).map(diagnostic::withHelp).orElse(diagnostic);
    }
    report.add(diagnostic);
  }

  private static boolean isSum(Formula.Binary binary) {
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> true;
      default -> false;
    };
  }

  /// {@return the state of that name; says so when it is something else}
  private Optional<Symbol.State> state(Identifier name, TemplateScope template) {
    Optional<Symbol> symbol =
        template.scope().knows(name.name()) ? template.scope().symbol(name.name(), name.span()) : Optional.empty();
    if (symbol.isPresent() && symbol.get() instanceof Symbol.State state) {
      return Optional.of(state);
    }
    if (symbol.isPresent()) {
      report.add(
          Diagnostic.error(Codes.WRONG_KIND, name.span(), "`" + name + "` is not a state: only states have equations")
              .withNote(symbol.get().span(), "declared here"));
      return Optional.empty();
    }
    if (!template.scope().knows(name.name())) {
      List<String> states = template.states().stream().map(Symbol::name).toList();
      Diagnostic diagnostic =
          Diagnostic.error(Codes.UNKNOWN_NAME, name.span(), "there is no state `" + name + "`")
              .withHelp(Suggestions.help(name.name(), states).orElse("declare it, as in state " + name + " = 0 mV"));
      report.add(diagnostic);
    }
    return Optional.empty();
  }

  private Map<String, Equation.Method> methods(List<TemplateMember> members, TemplateScope template) {
    Map<String, Equation.Method> methods = new HashMap<>();
    for (TemplateMember member : members) {
      if (member instanceof TemplateMember.Integrate integrate) {
        Optional<Equation.Method> method = method(integrate.method());
        List<String> names = new ArrayList<>();
        if (integrate.states().isEmpty()) {
          template.states().forEach(state -> names.add(state.name()));
        }
        for (Identifier name : integrate.states()) {
          state(name, template).ifPresent(state -> names.add(state.name()));
        }
        method.ifPresent(known -> names.forEach(name -> methods.put(name, known)));
      }
    }
    return methods;
  }

  private Optional<Equation.Method> method(Identifier name) {
    List<String> known = Arrays.stream(Equation.Method.values()).map(Equation.Method::symbol).toList();
    int position = known.indexOf(name.name());
    if (position >= 0) {
      return Optional.of(Equation.Method.values()[position]);
    }
    report.add(
        Diagnostic.error(Codes.METHOD, name.span(), "there is no integrator `" + name + "`")
            .withHelp("known are " + String.join(", ", known)));
    return Optional.empty();
  }
}
