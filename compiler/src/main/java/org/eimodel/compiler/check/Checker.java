package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.model.Drive;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.PoissonFamily;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Recording;
import org.eimodel.compiler.model.Run;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.TemplateMember;

/// Gives syntax its meaning: every name resolved, every dimension known, every table read.
public final class Checker {
  private final ModelSyntax syntax;
  private final DataFiles files;
  private final Report report = new Report();
  private final ExpressionChecker expressions = new ExpressionChecker(report);
  private final DataChecker data;
  private final FamilyChecker families;
  private final Scope scope = new Scope(report);
  private final Map<String, Declaration.Template> templates = new LinkedHashMap<>();
  private final Map<String, NeuronTemplate> neurons = new LinkedHashMap<>();
  private final Map<String, SynapseTemplate> synapses = new LinkedHashMap<>();

  private Checker(ModelSyntax syntax, DataFiles files) {
    this.syntax = syntax;
    this.files = files;
    this.data = new DataChecker(report, files);
    this.families = new FamilyChecker(data, expressions);
  }

  /// {@return the typed model, or what is wrong}
  ///
  /// @param files where the model may read data
  public static Outcome<TypedModel> check(ModelSyntax syntax, DataFiles files) {
    Checker checker = new Checker(syntax, files);
    TypedModel model = checker.model();
    List<Diagnostic> diagnostics = checker.report.diagnostics();
    return Outcome.of(model, diagnostics);
  }

  private TypedModel model() {
    uniqueNames();
    scope.declare("pi", new Symbol.Known("pi", Symbol.Known.Kind.PI, Dimension.NONE, new Span(syntax.source(), 0, 0)));
    each(Declaration.IndexSet.class).forEach(data::check);
    each(Declaration.Data.class).forEach(declaration -> scope.declare(data.check(declaration)));
    each(Declaration.Parameter.class).forEach(this::declare);
    List<Symbol.Global> globals = globals();
    each(Declaration.Template.class).forEach(template -> templates.putIfAbsent(template.name().name(), template));
    each(Declaration.Template.class).forEach(this::template);
    List<PopulationFamily> populations = populations();
    List<ProjectionFamily> projections = projections();
    List<Drive> drives = new ArrayList<>();
    List<PoissonFamily> poisson = new ArrayList<>();
    DriveChecker driveChecker = new DriveChecker(report, expressions, families);
    PoissonChecker poissonChecker =
        new PoissonChecker(report, expressions, families, new SynapseUseChecker(report, expressions, synapses));
    for (Declaration.Drive drive : each(Declaration.Drive.class)) {
      switch (drive.source()) {
        case Declaration.DriveSource.Waveform waveform ->
            drives.addAll(driveChecker.check(drive, waveform, scope));
        case Declaration.DriveSource.Events events -> poisson.addAll(poissonChecker.check(drive, events, scope));
      }
    }
    ProtocolChecker protocol = new ProtocolChecker(report, expressions);
    List<Recording> recordings = new ArrayList<>();
    each(Declaration.Recording.class).forEach(recording -> recordings.addAll(protocol.check(recording, scope)));
    List<Run> runs = new ArrayList<>();
    each(Declaration.Run.class).forEach(run -> runs.add(protocol.check(run, scope)));
    unsupported();
    if (populations.isEmpty() && report.diagnostics().stream().noneMatch(Diagnostic::isError)) {
      report.add(
          Diagnostic.error(Codes.NOTHING_TO_RUN, start(), "the model has no population")
              .withHelp("as in population E = 100 of LIF"));
    }
    new UnreadParameters(report, expressions).find(syntax.declarations());
    return new TypedModel(
        modelName(), syntax.source(), files, data.sets(), data.tables(), globals, populations, projections, drives, poisson, recordings, runs);
  }

  private Span start() {
    return new Span(syntax.source(), 0, Math.min(1, syntax.source().text().length()));
  }

  private String modelName() {
    String name = syntax.source().name();
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return file.endsWith(".eimodel") ? file.substring(0, file.length() - ".eimodel".length()) : file;
  }

  private <T extends Declaration> List<T> each(Class<T> kind) {
    return syntax.declarations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Populations, projections and templates share one name space: a name in a result or an error means one thing.
  private void uniqueNames() {
    Map<String, Span> seen = new LinkedHashMap<>();
    for (Declaration declaration : syntax.declarations()) {
      Optional<Identifier> name =
          switch (declaration) {
            case Declaration.Template t -> Optional.of(t.name());
            case Declaration.Population p -> Optional.of(p.name());
            case Declaration.Projection p -> Optional.of(p.name());
            case Declaration.Data d -> Optional.of(d.name());
            case Declaration.Drive d -> d.name();
            default -> Optional.empty();
          };
      name.ifPresent(
          identifier -> {
            Span earlier = seen.putIfAbsent(identifier.name(), identifier.span());
            if (earlier != null) {
              report.add(
                  Diagnostic.error(Codes.DUPLICATE_NAME, identifier.span(), "`" + identifier + "` is declared twice")
                      .withNote(earlier, "first here"));
            }
          });
    }
  }

  private void declare(Declaration.Parameter parameter) {
    String name = parameter.name().name();
    scope.declareLater(
        name,
        parameter.name().span(),
        () -> {
          Formula value = expressions.check(parameter.value(), scope);
          ValueType type = value.type();
          if (parameter.unit().isPresent()) {
            type =
                new UnitChecker(report).dimension(parameter.unit().get()).<ValueType>map(ValueType.Real::new).orElse(ValueType.UNKNOWN);
            expressions.require(value, type, "`" + name + "`", Codes.VALUE_DIMENSION);
          }
          return Optional.of(new Symbol.Global(name, type, value, parameter.settable(), parameter.name().span()));
        });
  }

  private List<Symbol.Global> globals() {
    List<Symbol.Global> globals = new ArrayList<>();
    for (Declaration.Parameter parameter : each(Declaration.Parameter.class)) {
      if (scope.symbol(parameter.name().name(), parameter.name().span()).orElse(null) instanceof Symbol.Global global
          && !globals.contains(global)) {
        globals.add(global);
      }
    }
    return globals;
  }

  private void template(Declaration.Template template) {
    List<TemplateMember> members = TemplateMembers.of(template, templates, report);
    switch (template.kind()) {
      case NEURON ->
          neurons.put(template.name().name(), new NeuronChecker(report, expressions).check(template, members, scope));
      case SYNAPSE ->
          synapses.put(template.name().name(), new SynapseChecker(report, expressions).check(template, members, scope));
      case PLASTICITY -> report.unsupported(template.name().span(), "plasticity is");
    }
  }

  private List<PopulationFamily> populations() {
    PopulationChecker checker = new PopulationChecker(report, expressions, families, neurons);
    List<PopulationFamily> populations = new ArrayList<>();
    for (Declaration.Population declaration : each(Declaration.Population.class)) {
      checker
          .check(declaration, scope)
          .ifPresentOrElse(
              family -> {
                populations.add(family);
                scope.declare(family);
              },
              () -> scope.declareBroken(declaration.name().name()));
    }
    return populations;
  }

  private List<ProjectionFamily> projections() {
    ProjectionChecker checker = new ProjectionChecker(report, expressions, families, new SynapseUseChecker(report, expressions, synapses));
    List<ProjectionFamily> projections = new ArrayList<>();
    for (Declaration.Projection declaration : each(Declaration.Projection.class)) {
      checker.check(declaration, scope).ifPresent(projections::add);
    }
    return projections;
  }

  private void unsupported() {
    for (Declaration declaration : syntax.declarations()) {
      switch (declaration) {
        case Declaration.Import i -> report.unsupported(i.span(), "`import` is");
        case Declaration.Set s -> report.unsupported(s.span(), "`set` in a file is");
        case Declaration.Repeat r -> report.unsupported(r.span(), "`repeat` is");
        case Declaration.Sweep s -> report.unsupported(s.span(), "`sweep` is");
        case Declaration.Template t -> {}
        case Declaration.IndexSet i -> {}
        case Declaration.Data d -> {}
        case Declaration.Parameter p -> {}
        case Declaration.Population p -> {}
        case Declaration.Projection p -> {}
        case Declaration.Drive d -> {}
        case Declaration.Recording r -> {}
        case Declaration.Run r -> {}
      }
    }
  }
}
