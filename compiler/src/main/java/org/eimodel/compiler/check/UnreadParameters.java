package org.eimodel.compiler.check;

import java.util.List;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.TemplateMember;

/// Parameters that no formula mentions: other values of them would change nothing.
///
/// A parameter that a template inherits is its parent's: one of them has to read it.
record UnreadParameters(Report report, ExpressionChecker expressions) {

  /// Says which there are, after everything else of a model was checked. Nothing is said where there are errors: what is
  /// wrong may be why a parameter is not read.
  void find(List<Declaration> declarations) {
    if (report.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return;
    }
    for (Declaration declaration : declarations) {
      switch (declaration) {
        case Declaration.Parameter parameter when parameter.settable() -> look(parameter.name());
        case Declaration.Template template -> template.members().forEach(this::look);
        default -> {}
      }
    }
  }

  private void look(TemplateMember member) {
    if (member instanceof TemplateMember.Parameter parameter) {
      look(parameter.name());
    }
  }

  private void look(Identifier name) {
    if (!expressions.reads(name.span())) {
      report.add(
          Diagnostic.warning(Codes.UNREAD, name.span(), "nothing reads parameter `" + name + "`")
              .withHelp("leave it out, or use it: as it is, no value of it changes anything"));
    }
  }
}
