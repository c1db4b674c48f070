package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The MATLAB files of the connectome's publisher, read by a model, against the tables that this library carries.
///
/// *Source*: xjwanglab/JoglekarEtAl2018_Neuron (MIT licence). The files are not carried along: 29 areas, all entries of
/// which are compressed, and an opaque object in one of them that has to be passed over.
class ConnectomeTest {
  private static final List<String> FILES =
      List.of(
          "subgraphData.mat", "efelenMatpython.mat", "hierValspython.mat", "subgraphWiring29.mat");

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void copy() throws IOException {
    for (String file : FILES) {
      Files.copy(Figures.sharedFile("oracles/mat/" + file), folder.resolve(file));
    }
    model = folder.resolve("connectome.eimodel");
    Files.writeString(model, Experiment.text("connectome"));
  }

  @Test
  void everyNumberIsThatOfTheTables() {
    List<String> areas = List.of(Figures.resource("macaque29/areas.csv").texts("area"));
    Figures fln = Figures.resource("macaque29/fln.csv");
    Figures distance = Figures.resource("macaque29/distance.csv");
    Figures outdegree = Figures.resource("macaque29-outdegree3200.csv");
    Experiment experiment = Experiment.of(model);
    for (String to : areas) {
      for (String from : areas) {
        for (String state : List.of("fln", "fln_again", "length", "hierarchy")) {
          experiment.follow(pair(to, from) + "." + state, state.equals("length") ? "mm" : "1");
        }
      }
    }
    Experiment.Result result = experiment.run(0);
    double height = -1;
    for (String to : areas) {
      double own = result.state(pair(to, to) + ".hierarchy")[0];
      assertEquals(true, own >= height, "the areas are in the order of the hierarchy");
      height = own;
      for (String from : areas) {
        int row = areas.indexOf(to);
        double fraction = result.state(pair(to, from) + ".fln")[0];
        double shortened = fln.numbers(from)[row];
        assertEquals(shortened, fraction, 5.1e-6 * shortened, pair(to, from));
        assertEquals(fraction, result.state(pair(to, from) + ".fln_again")[0], pair(to, from));
        assertEquals(outdegree.numbers(from)[row], Math.rint(3200 * fraction), pair(to, from));
        double length = result.state(pair(to, from) + ".length")[0];
        assertEquals(distance.numbers(from)[row], length, 1e-12, pair(to, from));
      }
    }
    assertEquals(3.1161639, height, 1e-7);
  }

  private static String pair(String to, String from) {
    String target = to.equals("PROm") ? "ProM" : to;
    String source = from.equals("PROm") ? "ProM" : from;
    return "Pair[" + target + ", " + source + "]";
  }
}
