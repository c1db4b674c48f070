package org.eimodel.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.model.PoissonFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.SynapseUse;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// Drives through a synapse: `drive background[a in layer]: L[a] using Psc() { poisson(rate = 8 Hz); w = 87.8 pA }`.
record PoissonChecker(
    Report report, ExpressionChecker expressions, FamilyChecker families, SynapseUseChecker uses) {
  private static final List<String> ARGUMENTS = List.of("rate", "from", "until");

  /// {@return one family for each target}
  List<PoissonFamily> check(
      Declaration.Drive syntax, Declaration.DriveSource.Events events, Scope outer) {
    FamilyChecker.Checked family = families.check(syntax.family(), outer);
    Optional<SynapseTemplate> template = uses.template(events.synapse());
    Optional<Train> train = train(events.process(), family.scope(), syntax.span());
    Optional<Formula> weight =
        template.flatMap(known -> weight(events, known, family.scope(), syntax));
    List<PoissonFamily> drives = new ArrayList<>();
    for (Expression target : syntax.targets()) {
      Optional<NeuronSlice> neurons = neurons(target, family.scope());
      if (neurons.isEmpty() || template.isEmpty() || train.isEmpty()) {
        continue;
      }
      SynapseUse use =
          uses.check(
              events.synapse(),
              template.get(),
              neurons.get().populations().population().template(),
              family.scope());
      drives.add(
          new PoissonFamily(
              syntax.name().map(Identifier::name).orElse(template.get().name()),
              syntax.name().isPresent(),
              family.binders(),
              family.where(),
              neurons.get(),
              use,
              train.get().rate,
              train.get().from,
              train.get().until,
              weight,
              syntax.name().map(Identifier::span).orElse(syntax.span())));
    }
    return drives;
  }

  private Optional<NeuronSlice> neurons(Expression target, Scope scope) {
    if (target instanceof Expression.Member member) {
      report.add(
          Diagnostic.error(
                  Codes.WRONG_KIND,
                  member.span(),
                  "a drive through a synapse goes to neurons: the synapse says into which input")
              .withHelp("as in drive " + member.base().span().text() + " using ..."));
      return Optional.empty();
    }
    return new SliceChecker(expressions).check(target, scope);
  }

  /// When events come.
  private record Train(Formula rate, Optional<Formula> from, Optional<Formula> until) {}

  private Optional<Train> train(Expression.Call process, Scope outer, Span place) {
    switch (process.function().name()) {
      case "poisson" -> {}
      case "spikes" -> {
        report.unsupported(process.span(), "a drive with recorded spikes is");
        return Optional.empty();
      }
      default -> {
        report.add(
            Diagnostic.error(
                    Codes.UNKNOWN_FUNCTION,
                    process.function().span(),
                    "there is no source of spikes `" + process.function() + "`")
                .withHelp("as in poisson(rate = 8 Hz)"));
        return Optional.empty();
      }
    }
    Scope scope = outer.inner();
    scope.declare(new Symbol.Known("i", Symbol.Known.Kind.NEURON, Dimension.NONE, place));
    scope.declare(new Symbol.Known("size", Symbol.Known.Kind.SIZE, Dimension.NONE, place));
    List<Optional<Formula>> values =
        new ArrayList<>(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
    for (int i = 0; i < process.arguments().size(); i++) {
      Expression.Argument argument = process.arguments().get(i);
      int position = argument.name().map(name -> ARGUMENTS.indexOf(name.name())).orElse(i);
      if (position < 0 || position >= ARGUMENTS.size() || values.get(position).isPresent()) {
        return wrongArguments(process);
      }
      values.set(
          position,
          Optional.of(argument(argument.value(), position, position == 0 ? scope : outer)));
    }
    return values.get(0).isEmpty()
        ? wrongArguments(process)
        : Optional.of(new Train(values.get(0).get(), values.get(1), values.get(2)));
  }

  private Formula argument(Expression value, int position, Scope scope) {
    Formula formula = expressions.check(value, scope);
    if (position == 0 && formula.type().equals(ValueType.NUMBER)) {
      report.add(
          Diagnostic.error(
                  Codes.VALUE_DIMENSION,
                  value.span(),
                  "a rate is a number of events in a time, but this is a plain number")
              .withHelp("as in poisson(rate = 8 Hz)"));
      return formula;
    }
    Dimension dimension = position == 0 ? Dimension.NONE.dividedBy(Dimension.TIME) : Dimension.TIME;
    expressions.require(
        formula,
        new ValueType.Real(dimension),
        "`" + ARGUMENTS.get(position) + "` of a Poisson train",
        Codes.VALUE_DIMENSION);
    return formula;
  }

  private Optional<Train> wrongArguments(Expression.Call process) {
    report.add(
        Diagnostic.error(
                Codes.ARGUMENTS,
                process.span(),
                "the arguments of `poisson` are rate, and perhaps from and until")
            .withHelp("as in poisson(rate = 8 Hz, from = 100 ms)"));
    return Optional.empty();
  }

  private Optional<Formula> weight(
      Declaration.DriveSource.Events events,
      SynapseTemplate template,
      Scope outer,
      Declaration.Drive syntax) {
    Scope scope = outer.inner();
    Optional<Formula> weight = Optional.empty();
    for (Assignment assignment : events.body()) {
      String name = assignment.name().name();
      if (assignment.local()) {
        scope.declare(
            new Symbol.Let(
                name, expressions.check(assignment.value(), scope), assignment.name().span()));
      } else if (template.weight().isEmpty() || !template.weight().get().name().equals(name)) {
        uses.noSuchParameter(assignment.name(), template);
      } else if (assignment.drawn()) {
        report.unsupported(assignment.span(), "a weight of its own for each event of a drive is");
        return Optional.of(new Formula.Broken(assignment.span()));
      } else {
        weight =
            Optional.of(
                expressions.checkAs(
                    assignment.value(),
                    scope,
                    template.weight().get().type(),
                    "weight `" + name + "`",
                    Codes.VALUE_DIMENSION));
      }
    }
    if (template.weight().isPresent() && weight.isEmpty()) {
      uses.noWeight(
          syntax.name().map(name -> "drive `" + name + "`").orElse("this drive"),
          events.synapse().span(),
          template);
    }
    return weight;
  }
}
