package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eimodel.syntax.TemplateMember.Extent;

/// Templates and the statements of their blocks as canonical text, one member a line.
final class TemplateText {
  private final StringBuilder out;

  TemplateText(StringBuilder out) {
    this.out = out;
  }

  void append(Declaration.Template template) {
    String parent = template.parent().isPresent() ? " extends " + template.parent().get() : "";
    out.append(template.kind().text())
        .append(' ')
        .append(template.name())
        .append(parent)
        .append(" {\n");
    for (TemplateMember member : template.members()) {
      out.append("  ").append(text(member)).append('\n');
    }
    out.append("}\n");
  }

  private static String text(TemplateMember member) {
    return switch (member) {
      case TemplateMember.Parameter p -> "param " + p.name() + unit(p.unit()) + value(p.value());
      case TemplateMember.Input input ->
          "input " + input.name() + " : " + ExpressionText.of(input.unit());
      case TemplateMember.State s ->
          "state " + s.name() + unit(s.unit()) + value(s.value()) + extent(s.extent());
      case TemplateMember.Let let -> "let " + let.name() + " = " + ExpressionText.of(let.value());
      case TemplateMember.Noise noise ->
          "noise " + noise.name() + (noise.shared() ? " shared" : "");
      case TemplateMember.Equation equation ->
          equation.state()
              + "' = "
              + ExpressionText.of(equation.value())
              + (equation.unlessRefractory() ? " unless refractory" : "");
      case TemplateMember.Spike spike ->
          "spike when "
              + ExpressionText.of(spike.condition())
              + (spike.body().isEmpty() ? "" : " " + block(spike.body()));
      case TemplateMember.Integrate integrate -> integrate(integrate);
      case TemplateMember.Requires requires -> requires(requires);
      case TemplateMember.Weight weight ->
          "weight " + weight.name() + " : " + ExpressionText.of(weight.unit());
      case TemplateMember.Output output ->
          "output " + ExpressionText.of(output.value()) + " -> " + output.input();
      case TemplateMember.On on -> moment(on) + " " + block(on.body());
      case TemplateMember.Event event -> "event " + event.name();
      case TemplateMember.Keep keep ->
          "keep "
              + keep.name()
              + " in "
              + ExpressionText.of(keep.low())
              + " .. "
              + ExpressionText.of(keep.high());
    };
  }

  static String unit(Optional<UnitSyntax> unit) {
    return unit.isPresent() ? " : " + ExpressionText.of(unit.get()) : "";
  }

  private static String value(Optional<Expression> value) {
    return value.isPresent() ? " = " + ExpressionText.of(value.get()) : "";
  }

  private static String extent(Extent extent) {
    return extent == Extent.UNSTATED ? "" : " " + extent.text();
  }

  private static String integrate(TemplateMember.Integrate integrate) {
    StringJoiner states = new StringJoiner(", ", "", " ").setEmptyValue("");
    integrate.states().forEach(state -> states.add(state.name()));
    return "integrate " + states + "with " + integrate.method();
  }

  private static String requires(TemplateMember.Requires requires) {
    StringJoiner ports = new StringJoiner(", ");
    requires
        .ports()
        .forEach(port -> ports.add(port.name() + " : " + ExpressionText.of(port.unit())));
    return (requires.end() == TemplateMember.End.SOURCE ? "source" : "target")
        + " { "
        + ports
        + " }";
  }

  private static String moment(TemplateMember.On on) {
    return switch (on.kind()) {
      case ARRIVAL -> "on arrival";
      case SOURCE_SPIKE -> "at source spike";
      case TARGET_SPIKE -> "on target spike";
      case NAMED -> "on " + on.event().map(Identifier::name).orElse("?");
    };
  }

  private static String block(List<Statement> statements) {
    StringJoiner text = new StringJoiner("; ", "{ ", " }").setEmptyValue("{}");
    statements.forEach(statement -> text.add(text(statement)));
    return text.toString();
  }

  private static String text(Statement statement) {
    return switch (statement) {
      case Statement.Assign assign ->
          ExpressionText.of(assign.target())
              + " "
              + assign.operator().symbol()
              + " "
              + ExpressionText.of(assign.value());
      case Statement.Refractory refractory ->
          "refractory for " + ExpressionText.of(refractory.duration());
      case Statement.Send send -> "send " + send.name() + " = " + ExpressionText.of(send.value());
      case Statement.Local local ->
          "let " + local.name() + " = " + ExpressionText.of(local.value());
      case Statement.If choice ->
          "if "
              + ExpressionText.of(choice.condition())
              + " "
              + block(choice.yes())
              + (choice.no().isEmpty() ? "" : " else " + block(choice.no()));
    };
  }
}
