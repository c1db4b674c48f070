package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.Optional;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.SynapseUse;
import org.eimodel.compiler.model.SynapseValue;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;

/// `projection` declarations.
record ProjectionChecker(
    Report report, ExpressionChecker expressions, FamilyChecker families, SynapseUseChecker uses) {

  Optional<ProjectionFamily> check(Declaration.Projection syntax, Scope outer) {
    FamilyChecker.Checked family = families.check(syntax.family(), outer);
    Optional<PopulationReference> source = end(syntax.source(), family.scope());
    Optional<PopulationReference> target = end(syntax.target(), family.scope());
    Optional<SynapseTemplate> template = uses.template(syntax.synapse());
    syntax.plasticity().forEach(use -> report.unsupported(use.span(), "plasticity is"));
    syntax.events().forEach(event -> report.unsupported(event.span(), "an event from spikes is"));
    Scope pair = PairScope.inside(family.scope(), syntax.name().span(), source, target);
    Optional<ProjectionFamily.Connect> connect = connect(syntax, family.scope(), pair);
    if (source.isEmpty() || target.isEmpty() || template.isEmpty() || connect.isEmpty()) {
      return Optional.empty();
    }
    spiking(source.get());
    SynapseUse use =
        uses.check(syntax.synapse(), template.get(), target.get().population().template(), family.scope());
    Body body = body(syntax, template.get(), connect.get(), pair.inner());
    return Optional.of(
        new ProjectionFamily(
            syntax.name().name(),
            family.binders(),
            family.where(),
            source.get(),
            target.get(),
            use,
            connect.get(),
            body.weight,
            body.delay,
            syntax.name().span()));
  }

  private Optional<PopulationReference> end(Expression expression, Scope scope) {
    Optional<PopulationReference> reference = expressions.labels().reference(expression, scope);
    if (reference.isPresent() && reference.get().wholeFamily()) {
      String name = reference.get().population().name();
      report.add(
          Diagnostic.error(Codes.INDICES, expression.span(), "say which `" + name + "`: it has indices")
              .withNote(reference.get().population().span(), "declared here")
              .withHelp("as in projection name[a in " + reference.get().population().binders().getFirst().set().name() + "]: " + name + "[a] -> ..."));
      return Optional.empty();
    }
    return reference;
  }

  /// Synapses may still do something, by what their states start with: a warning.
  private void spiking(PopulationReference source) {
    NeuronTemplate neuron = source.population().template();
    if (neuron.spike().isEmpty()) {
      report.add(
          Diagnostic.warning(
                  Codes.NEVER_SENDS,
                  source.span(),
                  "population `" + source.population().name() + "` never spikes: nothing is ever sent")
              .withNote(neuron.span(), "`" + neuron.name() + "` has no `spike when`")
              .withHelp("say when it spikes, as in spike when v >= -50 mV { v = -65 mV }"));
    }
  }

  private Optional<ProjectionFamily.Connect> connect(Declaration.Projection syntax, Scope scope, Scope pair) {
    if (syntax.connect().isEmpty()) {
      report.add(
          Diagnostic.error(Codes.CONNECT, syntax.name().span(), "projection `" + syntax.name() + "` connects nothing")
              .withHelp("say which pairs, as in connect probability(0.1)"));
      return Optional.empty();
    }
    return new ConnectChecker(report, expressions).check(syntax.connect().get(), scope, pair);
  }

  private record Body(Optional<SynapseValue> weight, Optional<SynapseValue> delay) {}

  private Body body(
      Declaration.Projection syntax, SynapseTemplate template, ProjectionFamily.Connect connect, Scope pair) {
    SynapseValueChecker values = new SynapseValueChecker(report, expressions, connect);
    Optional<SynapseValue> weight = Optional.empty();
    Optional<SynapseValue> delay = Optional.empty();
    boolean weighted = false;
    for (Assignment assignment : syntax.body()) {
      String name = assignment.name().name();
      if (assignment.local()) {
        pair.declare(new Symbol.Let(name, expressions.check(assignment.value(), pair), assignment.name().span()));
      } else if (template.weight().isPresent() && template.weight().get().name().equals(name)) {
        weight = values.check(assignment, pair, template.weight().get().type(), "weight `" + name + "`");
        weighted = true;
      } else if (name.equals("delay")) {
        delay = values.check(assignment, pair, new ValueType.Real(Dimension.TIME), "a delay");
      } else {
        uses.noSuchParameter(assignment.name(), template);
      }
    }
    if (template.weight().isPresent() && !weighted) {
      uses.noWeight("projection `" + syntax.name() + "`", syntax.name().span(), template);
    }
    return new Body(weight, delay);
  }
}
