package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import org.eimodel.syntax.Declaration.DriveSource;
import org.eimodel.syntax.Expression.IndexItem;

/// A model's records as text again: one declaration a line, one member a line, comments gone.
///
/// Parsing the text gives the same records, places apart.
public final class SyntaxPrinter {
  private final StringBuilder out = new StringBuilder();

  private SyntaxPrinter() {}

  /// {@return the whole model}
  public static String print(ModelSyntax model) {
    SyntaxPrinter printer = new SyntaxPrinter();
    for (Declaration declaration : model.declarations()) {
      printer.append(declaration);
    }
    return printer.out.toString();
  }

  private void append(Declaration declaration) {
    if (declaration instanceof Declaration.Template template) {
      new TemplateText(out).append(template);
    } else {
      out.append(text(declaration)).append('\n');
    }
  }

  private static String text(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Import file -> "import " + ExpressionText.quoted(file.file().value());
      case Declaration.Template template ->
          throw new IllegalArgumentException("a template has several lines: " + template.name());
      case Declaration.IndexSet index ->
          "index " + index.name() + " = " + ExpressionText.of(index.value());
      case Declaration.Data data ->
          "data "
              + data.name()
              + axes(data.axes())
              + TemplateText.unit(data.unit())
              + " = "
              + ExpressionText.of(data.value());
      case Declaration.Parameter p ->
          (p.settable() ? "param " : "let ")
              + p.name()
              + TemplateText.unit(p.unit())
              + " = "
              + ExpressionText.of(p.value());
      case Declaration.Population p ->
          "population "
              + p.name()
              + family(p.family())
              + " = "
              + ExpressionText.of(p.size())
              + " of "
              + use(p.template())
              + body(assignments(p.body()));
      case Declaration.Projection p -> projection(p);
      case Declaration.Drive drive -> drive(drive);
      case Declaration.Recording recording ->
          "record "
              + expressions(recording.quantities())
              + " of "
              + expressions(recording.populations())
              + (recording.every().isPresent()
                  ? " every " + ExpressionText.of(recording.every().get())
                  : "")
              + (recording.atEnd() ? " at end" : "");
      case Declaration.Run run ->
          "run "
              + ExpressionText.of(run.duration())
              + (run.settings().isEmpty() ? "" : " with " + ExpressionText.list(run.settings()));
      case Declaration.Set set ->
          "set " + ExpressionText.of(set.target()) + " = " + ExpressionText.of(set.value());
      case Declaration.Repeat repeat -> {
        StringJoiner body = new StringJoiner("; ", "{ ", " }").setEmptyValue("{}");
        repeat.body().forEach(inner -> body.add(text(inner)));
        yield "repeat " + ExpressionText.of(repeat.count()) + " " + body;
      }
      case Declaration.Sweep sweep ->
          "sweep "
              + ExpressionText.of(sweep.target())
              + " over "
              + ExpressionText.of(sweep.values());
    };
  }

  private static String axes(List<Declaration.Axis> axes) {
    StringJoiner text = new StringJoiner(", ", "[", "]").setEmptyValue("");
    for (Declaration.Axis axis : axes) {
      text.add(
          axis.role().isPresent() ? axis.role().get() + " " + axis.index() : axis.index().name());
    }
    return text.toString();
  }

  private static String family(Family family) {
    if (family.binders().isEmpty()) {
      return "";
    }
    StringJoiner text = new StringJoiner(", ");
    family.binders().forEach(binder -> text.add(binder.variable() + " in " + binder.index()));
    return "[" + text + where(family) + "]";
  }

  private static String where(Family family) {
    return family.where().isPresent() ? " where " + ExpressionText.of(family.where().get()) : "";
  }

  private static String use(Declaration.Use use) {
    return use.template() + ExpressionText.arguments(use.arguments());
  }

  private static String projection(Declaration.Projection p) {
    StringJoiner plasticity = new StringJoiner(", ", " with ", "").setEmptyValue("");
    p.plasticity().forEach(use -> plasticity.add(use(use)));
    StringJoiner items = new StringJoiner("; ");
    p.connect().ifPresent(connect -> items.add(connect(connect)));
    p.body().forEach(assignment -> items.add(assignment(assignment)));
    p.events()
        .forEach(
            e -> items.add(e.event() + " from spikes of " + ExpressionText.of(e.population())));
    return "projection "
        + p.name()
        + family(p.family())
        + ": "
        + ExpressionText.of(p.source())
        + " -> "
        + ExpressionText.of(p.target())
        + " using "
        + use(p.synapse())
        + plasticity
        + body(items);
  }

  private static String connect(Declaration.Connect connect) {
    StringBuilder text = new StringBuilder("connect ").append(connect.rule());
    if (connect.rule().name().equals("where")) {
      text.append(' ').append(ExpressionText.list(connect.arguments()));
    } else if (!connect.arguments().isEmpty()) {
      text.append(ExpressionText.arguments(connect.arguments()));
    }
    connect.options().forEach(option -> text.append(", ").append(option.text()));
    return text.toString();
  }

  private static StringJoiner assignments(List<Assignment> assignments) {
    StringJoiner items = new StringJoiner("; ");
    assignments.forEach(assignment -> items.add(assignment(assignment)));
    return items;
  }

  private static String assignment(Assignment assignment) {
    String sign = assignment.drawn() ? " ~ " : " = ";
    return (assignment.local() ? "let " : "")
        + assignment.name()
        + sign
        + ExpressionText.of(assignment.value())
        + assignment.bound().map(SyntaxPrinter::bound).orElse("");
  }

  private static String bound(Assignment.Bound bound) {
    String words =
        switch (bound.kind()) {
          case REDRAW_BELOW -> " redraw below ";
          case REDRAW_ABOVE -> " redraw above ";
          case REDRAW_ACROSS -> " redraw across ";
          case REDRAW_OUTSIDE -> " redraw outside ";
          case CLIP -> " clip ";
        };
    String high = bound.high().map(value -> " .. " + ExpressionText.of(value)).orElse("");
    return words + ExpressionText.of(bound.value()) + high;
  }

  private static String drive(Declaration.Drive drive) {
    String targets =
        drive.name().isPresent()
            ? drive.name().get() + family(drive.family()) + ": " + expressions(drive.targets())
            : unnamed(drive);
    return "drive "
        + targets
        + switch (drive.source()) {
          case DriveSource.Waveform waveform -> " with " + ExpressionText.of(waveform.value());
          case DriveSource.Events events -> {
            StringJoiner items = new StringJoiner("; ");
            items.add(ExpressionText.of(events.process()));
            events.body().forEach(assignment -> items.add(assignment(assignment)));
            yield " using " + use(events.synapse()) + body(items);
          }
        };
  }

  /// `drive L[a in layer] ...`: without a name, the binders stand among the targets.
  private static String unnamed(Declaration.Drive drive) {
    String text =
        expressions(drive.targets().stream().map(target -> bound(target, drive.family())).toList());
    return drive.family().where().isEmpty()
        ? text
        : text.replaceFirst(
            "]", Matcher.quoteReplacement(where(drive.family()) + "]"));
  }

  private static Expression bound(Expression expression, Family family) {
    return switch (expression) {
      case Expression.Member member ->
          new Expression.Member(bound(member.base(), family), member.member(), member.span());
      case Expression.Index index ->
          new Expression.Index(
              bound(index.base(), family),
              index.items().stream().map(item -> bound(item, family)).toList(),
              index.span());
      default -> expression;
    };
  }

  private static IndexItem bound(IndexItem item, Family family) {
    if (item instanceof IndexItem.At(Expression.Name name, Span span)) {
      Optional<Binder> binder =
          family.binders().stream()
              .filter(b -> b.variable().name().equals(name.name()))
              .findFirst();
      return binder.<IndexItem>map(b -> new IndexItem.In(b, span)).orElse(item);
    }
    return item;
  }

  private static String expressions(List<Expression> expressions) {
    StringJoiner text = new StringJoiner(", ");
    expressions.forEach(expression -> text.add(ExpressionText.of(expression)));
    return text.toString();
  }

  private static String body(StringJoiner items) {
    return items.length() == 0 ? "" : " { " + items + " }";
  }
}
