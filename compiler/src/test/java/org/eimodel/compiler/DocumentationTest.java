package org.eimodel.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.parse.ModelParser;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every model in the documentation parses; those that are whole (they have a population) compile without a remark.
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?s)```eimodel\\n(.*?)```");

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @TestFactory
  List<DynamicTest> blocks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = BLOCK.matcher(Files.readString(page));
      for (int number = 1; matcher.find(); number++) {
        String block = matcher.group(1);
        String name = page.getFileName() + " " + number;
        tests.add(DynamicTest.dynamicTest(name, () -> check(name, block)));
      }
    }
    assertTrue(tests.size() >= 5, "the documentation shows models");
    return tests;
  }

  private static void check(String name, String block) {
    SourceText source = new SourceText(name, block);
    Outcome<?> outcome =
        block.contains("population ") && !block.contains("csv(")
            ? Compiler.compile(source, DataFolder.ofResources("the documentation", file -> null))
                .then(model -> Instantiation.instantiate(model, Settings.NONE))
            : ModelParser.parse(source);
    assertEquals("", DiagnosticText.of(outcome.diagnostics()));
  }

  /// A link inside the repository leads somewhere.
  @Test
  void linksLeadSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(((?!https?:)[^)#\\s]+)");
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = link.matcher(Files.readString(page));
      while (matcher.find()) {
        if (!Files.exists(page.resolveSibling(matcher.group(1)))) {
          broken.add(page + ": " + matcher.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }
}
