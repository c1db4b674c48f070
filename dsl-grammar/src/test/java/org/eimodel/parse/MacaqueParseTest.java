package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.TemplateMember;
import org.junit.jupiter.api.Test;

/// The 29-area network, looked at declaration by declaration.
class MacaqueParseTest {
  private static ModelSyntax model() throws IOException {
    try (InputStream in = MacaqueParseTest.class.getResourceAsStream("valid/macaque29.eimodel")) {
      return SourceFiles.decode("macaque29.eimodel", in.readAllBytes())
          .then(ModelParser::parse)
          .orThrow();
    }
  }

  private static <T> List<T> all(Class<T> kind) throws IOException {
    return model().declarations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void hasItsDeclarations() throws IOException {
    assertEquals(19, model().declarations().size());
    assertEquals(
        List.of("E", "I"),
        all(Declaration.Population.class).stream().map(p -> p.name().name()).toList());
    assertEquals(
        List.of("EE", "EI", "IE", "II", "between"),
        all(Declaration.Projection.class).stream().map(p -> p.name().name()).toList());
  }

  @Test
  void theMembraneEquationStopsInRefractoriness() throws IOException {
    List<TemplateMember> members = all(Declaration.Template.class).getFirst().members();
    TemplateMember.Equation equation =
        members.stream()
            .filter(TemplateMember.Equation.class::isInstance)
            .map(TemplateMember.Equation.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("(v_rest - v + current) / tau", equation.value().span().text());
    assertTrue(equation.unlessRefractory());
  }

  @Test
  void longRangeProjectionsRangeOverPairsOfAreas() throws IOException {
    Declaration.Projection between = all(Declaration.Projection.class).getLast();
    assertEquals(
        List.of("to", "from"),
        between.family().binders().stream().map(b -> b.variable().name()).toList());
    assertEquals("fln[to, from] > 0", between.family().where().orElseThrow().span().text());
    assertEquals("outdegree", between.connect().orElseThrow().rule().name());
    assertEquals(List.of("w", "delay"), between.body().stream().map(a -> a.name().name()).toList());
  }

  @Test
  void thePulseGoesToOneArea() throws IOException {
    Declaration.Drive pulse = all(Declaration.Drive.class).getLast();
    Expression.Member target =
        assertInstanceOf(Expression.Member.class, pulse.targets().getFirst());
    assertEquals("E[\"V1\"]", target.base().span().text());
    Declaration.DriveSource.Waveform source =
        assertInstanceOf(Declaration.DriveSource.Waveform.class, pulse.source());
    Expression.Call call = assertInstanceOf(Expression.Call.class, source.value());
    assertEquals("from", call.arguments().get(1).name().orElseThrow().name());
  }
}
