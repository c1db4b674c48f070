package org.eimodel.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom around the command.
class ArchitectureTest {
  private static final String CLI = "org.eimodel.cli..";

  @TestFactory
  Stream<DynamicTest> rules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.eimodel");
    ArchRule outside =
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                CLI, "picocli..", "me.tongfei..", "tools.jackson..", "java.awt..", "java.desktop..")
            .as("whoever embeds the runtime gets no command line, no progress bar and no pictures");
    ArchRule parser =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.eimodel.cli.arguments")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .as("the command-line parser is seen in one package");
    ArchRule bar =
        noClasses()
            .that()
            .resideOutsideOfPackage("org.eimodel.cli.run")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("me.tongfei..")
            .as("the progress bar is seen in one package");
    ArchRule results =
        noClasses()
            .that()
            .resideInAPackage("org.eimodel.cli.results..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.eimodel.runtime..", "org.eimodel.compiler..", "org.eimodel.cli.run..")
            .as("files and pictures do not know the engine");
    ArchRule exit =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.eimodel.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .as("only the command itself ends the process");
    ArchRule cycles =
        slices()
            .matching("org.eimodel.cli.(*)..")
            .should()
            .beFreeOfCycles()
            .as("the command's packages have no cycles");
    return Stream.of(outside, parser, bar, results, exit, cycles)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
