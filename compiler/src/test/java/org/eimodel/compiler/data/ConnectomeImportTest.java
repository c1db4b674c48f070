package org.eimodel.compiler.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published MATLAB files of a 29-area connectome against its figures as text.
///
/// The files are not part of this repository; where they do not lie beside it, the tests are skipped and say so.
///
/// *Source*: xjwanglab/JoglekarEtAl2018_Neuron (MIT licence), see NOTICE.
class ConnectomeImportTest {
  private DataFiles files;
  private List<TableAxis> axes;

  @BeforeEach
  void findTheFiles() {
    Optional<Path> oracles =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/oracles"))
            .filter(folder -> Files.isRegularFile(folder.resolve("mat/subgraphData.mat")))
            .findFirst();
    assumeTrue(oracles.isPresent(), "no shared/oracles/mat beside the repository");
    files = new DataFiles(DataFolder.of(oracles.get()));
    List<String> areas =
        files.matLabels("mat/subgraphData.mat", "areaList").orThrow().stream()
            .map(area ->
                area.equals("ProM") ? "PROm" : area) // the one area that the two spell differently
            .toList();
    axes = List.of(TableAxis.of("to", "area", areas), TableAxis.of("from", "area", areas));
  }

  @Test
  void fractionsAgreeToTheSixDigitsOfTheText() {
    Table text = files.csvTable("macaque29-fln.csv", axes, Unit.ONE).orThrow();
    Table full =
        files.matTable("mat/efelenMatpython.mat", "flnMatpython", axes, Unit.ONE).orThrow();
    Table same = files.matTable("mat/subgraphData.mat", "flnMat", axes, Unit.ONE).orThrow();
    Table outdegree = files.csvTable("macaque29-outdegree3200.csv", axes, Unit.ONE).orThrow();
    long sum = 0;
    for (int i = 0; i < 29 * 29; i++) {
      assertEquals(
          text.values()[i],
          new BigDecimal(full.values()[i]).round(new MathContext(6)).doubleValue());
      assertEquals(full.values()[i], same.values()[i]);
      assertEquals(outdegree.values()[i], Math.round(3200 * full.values()[i]));
      assertEquals(outdegree.values()[i], Math.round(3200 * text.values()[i]));
      sum += Math.round(3200 * full.values()[i]);
    }
    assertEquals(47058, sum);
  }

  @Test
  void distancesAgree() {
    Unit mm = Units.named("mm").orThrow();
    Table text = files.csvTable("macaque29-distance.csv", axes, mm).orThrow();
    Table full = files.matTable("mat/subgraphWiring29.mat", "wiring", axes, mm).orThrow();
    for (int i = 0; i < 29 * 29; i++) {
      // One of them is 18.299999999999997 in the file: somebody computed it.
      assertEquals(
          text.values()[i],
          new BigDecimal(full.values()[i]).round(new MathContext(15)).doubleValue());
    }
    assertEquals(9300, text.at(0, 1));
  }

  @Test
  void otherVariables() {
    Table hierarchy =
        files
            .matTable("mat/hierValspython.mat", "hierVals", axes.subList(0, 1), Unit.ONE)
            .orThrow();
    assertEquals(3.1161639, hierarchy.at(28, 0), 5e-8);
    assertEquals(29, files.matNumbers("mat/subgraphData.mat", "nNodes").orThrow().at(0, 0));
  }

  @Test
  void theObjectIsRefusedByName() {
    DataProblem problem =
        assertInstanceOf(
                DataResult.Failed.class, files.matNumbers("mat/subgraphData.mat", "areaMap"))
            .problem();
    assertEquals(Kind.VARIABLE, problem.kind());
    assertEquals(
        "`areaMap` of `mat/subgraphData.mat` is an object of class `containers.Map`, whose form is not documented, not numbers",
        problem.message());
  }
}
