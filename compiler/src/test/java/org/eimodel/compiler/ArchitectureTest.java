package org.eimodel.compiler;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom inside the compiler.
final class ArchitectureTest {
  private static final String COMPILER = "org.eimodel.compiler.";

  @TestFactory
  Stream<DynamicTest> rules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.eimodel");
    return Stream.of(
            noClasses()
                .that(resideOutsideOfPackage(COMPILER + "bytecode"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.objectweb.asm.."))
                .as("ASM is seen in the bytecode package alone"),
            noClasses()
                .that(resideInAPackage("org.eimodel.compiler.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.antlr.."))
                .as("ANTLR is not seen in the compiler"),
            noClasses()
                .that(resideInAPackage(COMPILER + "passes"))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("org.eimodel..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    COMPILER + "passes",
                                    COMPILER + "ir",
                                    COMPILER + "interpret",
                                    "org.eimodel.syntax"))))
                .as("passes know the IR and its arithmetic, never the emitter"),
            noClasses()
                .that(resideInAPackage(COMPILER + "ir"))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("org.eimodel..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    COMPILER + "ir", COMPILER + "units", "org.eimodel.syntax"))))
                .as("the IR knows places and units alone"),
            noClasses()
                .that(resideInAPackage(COMPILER + "interpret"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(COMPILER + "bytecode", COMPILER + "passes"))
                .as("the interpreter knows neither passes nor bytecode"))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
