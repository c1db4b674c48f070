package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eimodel.Model;
import org.eimodel.Network;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every model is listed, described, and correct.
class ModelLibraryTest {
  @Test
  void everyModelFileIsListed() throws URISyntaxException, IOException {
    Path folder = Path.of(ModelLibrary.class.getResource("coba.eimodel").toURI()).getParent();
    TreeSet<String> files = new TreeSet<>();
    try (var stream = Files.newDirectoryStream(folder, "*.eimodel")) {
      stream.forEach(file -> files.add(file.getFileName().toString().replace(".eimodel", "")));
    }
    assertEquals(files, new TreeSet<>(ModelLibrary.names()));
    assertEquals(files.size(), ModelLibrary.names().size());
  }

  /// What never happens in it is compiled anew in every run.
  @Test
  void allPopulationsOfTheRecordedModelFireAndItIsOnNoList() {
    assertFalse(ModelLibrary.names().contains(".training"));
    Model model = ModelLibrary.find(".training").orElseThrow().compile().orThrow();
    try (Network network = model.configure().build()) {
      long[] fired = new long[5];
      List<String> families = List.of("E", "I", "X", "Y", "Z");
      for (int k = 0; k < fired.length; k++) {
        int own = k;
        network.onSpikes(families.get(k), (step, neurons) -> fired[own] += neurons.size());
      }
      network.run();
      assertTrue(Arrays.stream(fired).allMatch(count -> count > 100), Arrays.toString(fired));
    }
  }

  @Test
  void otherNamesAreNotThere() {
    assertTrue(ModelLibrary.find("cobra").isEmpty());
    assertTrue(ModelLibrary.find("../coba").isEmpty());
    assertTrue(ModelLibrary.find("coba.eimodel").isEmpty());
  }

  @TestFactory
  List<DynamicTest> everyModelIsCorrect() {
    return ModelLibrary.models().stream()
        .map(model -> DynamicTest.dynamicTest(model.name(), () -> correct(model)))
        .toList();
  }

  private static void correct(LibraryModel model) {
    Outcome<Model> outcome = model.compile();
    assertEquals("", DiagnosticText.of(outcome.diagnostics()));
    assertEquals(model.name(), outcome.orThrow().name());
  }

  @TestFactory
  List<DynamicTest> everyModelSaysWhatItIs() {
    return ModelLibrary.models().stream()
        .map(model -> DynamicTest.dynamicTest(model.name(), () -> described(model)))
        .toList();
  }

  private static void described(LibraryModel model) {
    assertTrue(model.source().line(1).startsWith("/// "));
    assertTrue(model.summary().length() > 30, model.summary());
    assertFalse(model.summary().startsWith("/"), model.summary());
    assertFalse(model.summary().endsWith("."), model.summary());
    String head =
        model.source().text().lines().takeWhile(line -> line.startsWith("///")).toList().toString();
    assertTrue(head.matches("(?s).*\\((19|20)\\d\\d\\).*"), "the description cites its source");
  }
}
