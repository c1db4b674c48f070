package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Recording;
import org.eimodel.compiler.model.Run;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// `record` and `run`.
record ProtocolChecker(Report report, ExpressionChecker expressions) {

  List<Recording> check(Declaration.Recording syntax, Scope scope) {
    if (syntax.atEnd()) {
      report.unsupported(syntax.span(), "recording `at end` is");
      return List.of();
    }
    Optional<Formula> every =
        syntax
            .every()
            .map(
                e ->
                    expressions.checkAs(
                        e, scope, new ValueType.Real(Dimension.TIME), "a recording interval", Codes.VALUE_DIMENSION));
    List<NeuronSlice> slices = new ArrayList<>();
    for (Expression population : syntax.populations()) {
      new SliceChecker(expressions).check(population, scope).ifPresent(slices::add);
    }
    List<Recording> recordings = new ArrayList<>();
    for (Expression quantity : syntax.quantities()) {
      quantity(quantity, slices, every, syntax).ifPresent(recordings::add);
    }
    return recordings;
  }

  private Optional<Recording> quantity(
      Expression quantity, List<NeuronSlice> slices, Optional<Formula> every, Declaration.Recording syntax) {
    if (quantity instanceof Expression.Name name && name.name().equals("spikes")) {
      every.ifPresent(
          e ->
              report.add(
                  wrong(e.span(), "spikes are recorded when they happen, not at intervals")
                      .withHelp("leave `every` out, or count them, as in record rate of E every 10 ms")));
      whole(slices);
      spiking(slices);
      return Optional.of(new Recording.Spikes(slices, syntax.span()));
    }
    if (quantity instanceof Expression.Name name && name.name().equals("rate")) {
      whole(slices);
      spiking(slices);
      if (every.isEmpty()) {
        report.add(
            Diagnostic.error(Codes.RECORDING, quantity.span(), "a rate needs the width of its bins")
                .withHelp("as in record rate of E every 10 ms"));
        return Optional.empty();
      }
      return Optional.of(new Recording.Rate(slices, every.get(), syntax.span()));
    }
    if (quantity instanceof Expression.Call call) {
      report.unsupported(call.span(), "recording `" + call.function() + "(...)` is");
      return Optional.empty();
    }
    boolean state =
        quantity instanceof Expression.Name
            || quantity instanceof Expression.Member member && member.base() instanceof Expression.Name;
    if (!state) {
      report.add(
          wrong(quantity.span(), "`spikes`, `rate` or a state can be recorded")
              .withHelp("as in record v of E every 0.1 ms"));
      return Optional.empty();
    }
    return Optional.of(new Recording.State(quantity.span().text(), slices, every, syntax.span()));
  }

  private void whole(List<NeuronSlice> slices) {
    for (NeuronSlice slice : slices) {
      slice.neurons().ifPresent(range -> report.unsupported(range.span(), "spikes and rates of a part of a population are"));
    }
  }

  private void spiking(List<NeuronSlice> slices) {
    for (NeuronSlice slice : slices) {
      PopulationFamily population = slice.populations().population();
      NeuronTemplate neuron = population.template();
      if (neuron.spike().isEmpty()) {
        report.add(
            Diagnostic.error(Codes.RECORDING, slice.span(), "population `" + population.name() + "` never spikes")
                .withNote(neuron.span(), "`" + neuron.name() + "` has no `spike when`")
                .withHelp("say when it spikes, as in spike when v >= -50 mV { v = -65 mV }, or record a state"));
      }
    }
  }

  private static Diagnostic wrong(Span span, String message) {
    return Diagnostic.error(Codes.RECORDING, span, message);
  }

  Run check(Declaration.Run syntax, Scope scope) {
    ValueType time = new ValueType.Real(Dimension.TIME);
    Formula duration = expressions.checkAs(syntax.duration(), scope, time, "a run", Codes.VALUE_DIMENSION);
    Optional<Formula> dt = Optional.empty();
    Optional<Formula> seed = Optional.empty();
    for (Expression.Argument setting : syntax.settings()) {
      String name = setting.name().map(Identifier::name).orElse("");
      switch (name) {
        case "dt" ->
            dt = Optional.of(expressions.checkAs(setting.value(), scope, time, "`dt`", Codes.VALUE_DIMENSION));
        case "seed" ->
            seed = Optional.of(expressions.checkAs(setting.value(), scope, ValueType.NUMBER, "`seed`", Codes.NOT_A_PLAIN_NUMBER));
        default ->
            report.add(
                Diagnostic.error(Codes.ARGUMENTS, setting.value().span(), "a run has the settings dt and seed")
                    .withHelp("as in run 1 s with dt = 0.1 ms, seed = 1"));
      }
    }
    return new Run(duration, dt, seed, syntax.span());
  }
}
