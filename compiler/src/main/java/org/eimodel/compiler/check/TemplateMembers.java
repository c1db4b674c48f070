package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.TemplateMember;

/// The members of a template, those of its parents included: what a child declares again replaces the parent's.
final class TemplateMembers {
  private TemplateMembers() {}

  /// {@return the members, parents' first}
  static List<TemplateMember> of(
      Declaration.Template template, Map<String, Declaration.Template> templates, Report report) {
    return of(template, templates, report, 0);
  }

  private static List<TemplateMember> of(
      Declaration.Template template, Map<String, Declaration.Template> templates, Report report, int depth) {
    if (template.parent().isEmpty()) {
      return template.members();
    }
    String parentName = template.parent().get().name();
    Declaration.Template parent = templates.get(parentName);
    if (parent == null || parent.kind() != template.kind()) {
      Diagnostic diagnostic =
          Diagnostic.error(
              Codes.UNKNOWN_NAME,
              template.parent().get().span(),
              "there is no " + template.kind().text() + " `" + parentName + "` to extend");
      report.add(Suggestions.help(parentName, templates.keySet()).map(diagnostic::withHelp).orElse(diagnostic));
      return template.members();
    }
    if (depth > templates.size()) {
      report.add(
          Diagnostic.error(
              Codes.DEFINED_BY_ITSELF, template.parent().get().span(), "`" + template.name() + "` extends itself"));
      return template.members();
    }
    List<TemplateMember> merged = new ArrayList<>(of(parent, templates, report, depth + 1));
    for (TemplateMember member : template.members()) {
      Optional<String> key = key(member);
      if (key.isPresent()) {
        merged.removeIf(inherited -> key(inherited).equals(key));
      }
      merged.add(member);
    }
    return merged;
  }

  /// What a member of a child replaces in its parent; empty for what always adds.
  private static Optional<String> key(TemplateMember member) {
    return switch (member) {
      case TemplateMember.Parameter p -> Optional.of("name " + p.name());
      case TemplateMember.Input i -> Optional.of("name " + i.name());
      case TemplateMember.State s -> Optional.of("name " + s.name());
      case TemplateMember.Let l -> Optional.of("name " + l.name());
      case TemplateMember.Noise n -> Optional.of("name " + n.name());
      case TemplateMember.Weight w -> Optional.of("name " + w.name());
      case TemplateMember.Event e -> Optional.of("name " + e.name());
      case TemplateMember.Equation e -> Optional.of("equation " + e.state());
      case TemplateMember.Spike s -> Optional.of("spike");
      case TemplateMember.Output o -> Optional.of("output " + o.input());
      case TemplateMember.On on -> Optional.of("on " + on.kind() + on.event());
      case TemplateMember.Keep k -> Optional.of("keep " + k.name());
      case TemplateMember.Requires r -> Optional.empty();
      case TemplateMember.Integrate i -> Optional.empty();
    };
  }
}
