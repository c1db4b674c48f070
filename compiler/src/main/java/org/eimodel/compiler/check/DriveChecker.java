package org.eimodel.compiler.check;

import java.util.Arrays;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.model.Drive;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;

/// Drives with a waveform: `drive E.current with 11 mV`.
record DriveChecker(Report report, ExpressionChecker expressions, FamilyChecker families) {
  private static final Set<String> WAVEFORMS = Set.of("constant", "pulse", "step", "ramp", "sine", "table");

  List<Drive> check(Declaration.Drive syntax, Declaration.DriveSource.Waveform waveform, Scope outer) {
    FamilyChecker.Checked family = families.check(syntax.family(), outer);
    List<Drive> drives = new ArrayList<>();
    for (Expression target : syntax.targets()) {
      Optional<Target> known = target(target, family.scope());
      for (Expression term : terms(waveform.value())) {
        known.flatMap(found -> drive(found, term, family, syntax)).ifPresent(drives::add);
      }
    }
    return drives;
  }

  /// {@return the waveforms of a sum, `constant(a) + pulse(b, ...)`; a sum of plain numbers is one of them}
  private static List<Expression> terms(Expression waveform) {
    if (waveform instanceof Expression.Binary binary
        && binary.operator() == Expression.BinaryOperator.ADD
        && (shaped(binary.left()) || shaped(binary.right()))) {
      List<Expression> terms = new ArrayList<>(terms(binary.left()));
      terms.addAll(terms(binary.right()));
      return terms;
    }
    return List.of(waveform);
  }

  private static boolean shaped(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> WAVEFORMS.contains(call.function().name());
      case Expression.Binary binary ->
          binary.operator() == Expression.BinaryOperator.ADD && (shaped(binary.left()) || shaped(binary.right()));
      default -> false;
    };
  }

  private record Target(NeuronSlice slice, Symbol.Input input) {}

  private Optional<Target> target(Expression expression, Scope scope) {
    if (!(expression instanceof Expression.Member member)) {
      report.add(
          Diagnostic.error(Codes.WRONG_KIND, expression.span(), "a drive goes into an input of a population")
              .withHelp("as in drive " + expression.span().text() + ".current with ..."));
      return Optional.empty();
    }
    Optional<NeuronSlice> slice = new SliceChecker(expressions).check(member.base(), scope);
    if (slice.isEmpty()) {
      return Optional.empty();
    }
    NeuronTemplate template = slice.get().populations().population().template();
    Optional<Symbol.Input> input = PopulationChecker.named(template.inputs(), member.member().name());
    if (input.isEmpty()) {
      Diagnostic diagnostic =
          Diagnostic.error(
                  Codes.UNKNOWN_NAME,
                  member.member().span(),
                  "neuron `" + template.name() + "` has no input `" + member.member() + "`")
              .withNote(template.span(), "declared here");
      List<String> names = template.inputs().stream().map(Symbol::name).toList();
      Optional<String> help = Suggestions.helpOrList(member.member().name(), names, "it has");
      report.add(
          diagnostic.withHelp(help.orElse("declare it there, as in input " + member.member() + " : mV")));
      return Optional.empty();
    }
    return Optional.of(new Target(slice.get(), input.get()));
  }

  private Optional<Drive> drive(
      Target target, Expression waveform, FamilyChecker.Checked family, Declaration.Drive syntax) {
    Scope scope = family.scope().inner();
    scope.declare(new Symbol.Known("i", Symbol.Known.Kind.NEURON, Dimension.NONE, syntax.span()));
    scope.declare(new Symbol.Known("size", Symbol.Known.Kind.SIZE, Dimension.NONE, syntax.span()));
    ValueType type = target.input.type();
    String what = "a drive of `" + target.input.name() + "`";
    if (waveform instanceof Expression.Call call) {
      switch (call.function().name()) {
        case "constant" -> {
          return shaped(call, List.of("amplitude"), scope, type, what)
              .map(a -> drive(target, family, new Drive.Shape.Constant(), a.getFirst(), syntax));
        }
        case "pulse" -> {
          return shaped(call, List.of("amplitude", "from", "until"), scope, type, what)
              .map(a -> drive(target, family, new Drive.Shape.Pulse(a.get(1), a.get(2)), a.getFirst(), syntax));
        }
        case "step" -> {
          return shaped(call, List.of("amplitude", "from"), scope, type, what)
              .map(a -> drive(target, family, new Drive.Shape.StepUp(a.get(1)), a.getFirst(), syntax));
        }
        case "ramp", "sine", "table" -> {
          report.unsupported(call.span(), "the waveform `" + call.function() + "` is");
          return Optional.empty();
        }
        default -> {}
      }
    }
    Formula amplitude = expressions.checkAs(waveform, scope, type, what, Codes.VALUE_DIMENSION);
    return Optional.of(drive(target, family, new Drive.Shape.Constant(), amplitude, syntax));
  }

  private static Drive drive(
      Target target, FamilyChecker.Checked family, Drive.Shape shape, Formula amplitude, Declaration.Drive syntax) {
    return new Drive(
        family.binders(), family.where(), target.slice, target.input, shape, amplitude, syntax.span());
  }

  private Optional<List<Formula>> shaped(
      Expression.Call call, List<String> names, Scope scope, ValueType amplitude, String what) {
    Formula[] values = new Formula[names.size()];
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression.Argument argument = call.arguments().get(i);
      int position = argument.name().isPresent() ? names.indexOf(argument.name().get().name()) : i;
      if (position < 0 || position >= values.length || values[position] != null) {
        return wrongArguments(call, names);
      }
      values[position] =
          position == 0
              ? expressions.checkAs(argument.value(), scope, amplitude, what, Codes.VALUE_DIMENSION)
              : expressions.checkAs(
                  argument.value(),
                  scope,
                  new ValueType.Real(Dimension.TIME),
                  "`" + names.get(position) + "` of a " + call.function(),
                  Codes.VALUE_DIMENSION);
    }
    if (Arrays.asList(values).contains(null)) {
      return wrongArguments(call, names);
    }
    return Optional.of(List.of(values));
  }

  private Optional<List<Formula>> wrongArguments(Expression.Call call, List<String> names) {
    report.add(
        Diagnostic.error(
                Codes.ARGUMENTS,
                call.span(),
                "the arguments of `" + call.function() + "` are " + String.join(", ", names))
            .withHelp("as in pulse(8 mV, from = 400 ms, until = 500 ms)"));
    return Optional.empty();
  }
}
