package org.eimodel.compiler.instantiate;

import org.eimodel.compiler.model.NeuronSlice;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;

/// Neurons `from` up to `until`, exclusive, of one population.
record SliceBounds(int from, int until) {

  static SliceBounds of(NeuronSlice slice, PopulationInstance population, Evaluator evaluator, Report report) {
    if (slice.neurons().isEmpty()) {
      return new SliceBounds(0, population.size());
    }
    NeuronSlice.Range range = slice.neurons().get();
    double first = evaluator.value(range.from());
    double last = range.until().map(evaluator::value).orElse(first + 1);
    boolean whole = first == Math.rint(first) && last == Math.rint(last);
    if (whole && first >= 0 && last > first && last <= population.size()) {
      return new SliceBounds((int) first, (int) last);
    }
    report.add(
        Diagnostic.error(
                Codes.UNKNOWN_LABEL,
                range.span(),
                "`" + range.span().text() + "` is out of range: " + population.name() + " has " + population.size() + (population.size() == 1 ? " neuron" : " neurons"))
            .withHelp("neurons are counted from 0; the end of a range is not part of it"));
    return new SliceBounds(0, population.size());
  }
}
