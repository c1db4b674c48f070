package org.eimodel.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.kernel.InterpretedKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The models of the library, small and for a short time: generated code, the interpreter and a network that follows the
/// semantics literally agree in every bit of every step.
final class LibraryModelsTest {
  private static final Path LIBRARY =
      Path.of(
          System.getProperty("basedir", ""),
          "..",
          "models",
          "src",
          "main",
          "resources",
          "org",
          "eimodel",
          "models");

  private static final Map<String, String> SMALL_CORTEX =
      Map.of("= 3200 of", "= 40 of", "=  800 of", "= 10 of");

  /// @param scale of networks that have one
  @ParameterizedTest
  @CsvSource({
    "macaque29,    , 25 ms,  100",
    "microcircuit, 0.005, 20 ms, 100",
    "coba,       0.1, 60 ms,   100",
    "cuba,       0.1, 60 ms,   100",
    "cobahh,     0.05, 20 ms,   10",
    "hh,             , 35 ms,    1",
    "izhikevich,     , 150 ms,  10",
    "adex,           , 90 ms,    1",
  })
  void everyBit(String name, String scale, String duration, long spikes) throws IOException {
    RandomModel model = model(name);
    Settings settings =
        new Settings(
            scale == null ? Map.of() : Map.of("scale", scale),
            OptionalLong.empty(),
            Optional.of(duration),
            Optional.empty());
    NetworkPlan plan = Comparison.compile(model, settings).orThrow().plan();
    for (Precision precision : Precision.values()) {
      ReferenceNetwork reference =
          new ReferenceNetwork(
              plan, new InterpretedKernels(precision), ReferenceNetwork.synapses(plan));
      List<EngineRun> runs =
          List.of(
              new EngineRun(plan, new CompiledKernels(precision), 2, 97, 1, "compiled"),
              new EngineRun(plan, new InterpretedKernels(precision), 1, 24_576, 1, "interpreted"));
      assertEquals(Optional.empty(), Comparison.together(reference, runs));
      assertTrue(
          reference.spikeCount >= spikes, name + " has only " + reference.spikeCount + " spikes");
    }
  }

  private static RandomModel model(String name) throws IOException {
    Map<String, String> files = new HashMap<>();
    Path folder = LIBRARY.resolve(name);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(file -> file.toString().endsWith(".csv")).toList()) {
          files.put(name + "/" + file.getFileName(), Files.readString(file));
        }
      }
    }
    String text = Files.readString(LIBRARY.resolve(name + ".eimodel"));
    for (Map.Entry<String, String> size : SMALL_CORTEX.entrySet()) {
      text = text.replace(size.getKey(), size.getValue());
    }
    return new RandomModel(text, files);
  }

  @Test
  void noModelIsForgotten() throws Exception {
    Set<String> known = new TreeSet<>();
    for (String row :
        LibraryModelsTest.class
            .getDeclaredMethod("everyBit", String.class, String.class, String.class, long.class)
            .getAnnotation(CsvSource.class)
            .value()) {
      known.add(row.split(",")[0]);
    }
    Set<String> there = new TreeSet<>();
    try (Stream<Path> all = Files.list(LIBRARY)) {
      List<String> names = new ArrayList<>(all.map(file -> file.getFileName().toString()).toList());
      names.stream()
          .filter(file -> file.endsWith(".eimodel"))
          .forEach(file -> there.add(file.replace(".eimodel", "")));
    }
    assertEquals(there, known);
  }
}
