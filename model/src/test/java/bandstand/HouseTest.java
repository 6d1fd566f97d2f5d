package bandstand;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The line of packages, the owners of libraries and the purity of this module. */
class HouseTest {

  /** Left to right; a package imports only from those before it. */
  private static final List<String> LINE =
      List.of(
          "bandstand.framework",
          "bandstand.document",
          "bandstand.inspection",
          "bandstand.rating",
          "bandstand.wire");

  private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

  @Test
  void everyClassHasItsPlaceInTheLine() {
    classes().should().resideInAnyPackage(LINE.toArray(String[]::new)).check(MAIN);
  }

  @Test
  void aPackageImportsOnlyFromItsLeft() {
    for (int place = 0; place < LINE.size() - 1; place++) {
      var right = LINE.subList(place + 1, LINE.size()).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(LINE.get(place))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(right)
          .check(MAIN);
    }
  }

  @Test
  void onlyWireKnowsJacksonAndFastCsv() {
    noClasses()
        .that()
        .resideOutsideOfPackage("bandstand.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..", "de.siegmar..")
        .check(MAIN);
  }

  @Test
  void theModelTouchesNoDiskNoNetAndNoThread() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")
                .or(assignableTo(Thread.class)))
        .check(MAIN);
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
  }

  @Test
  void theModelAsksNoClockNoChanceAndNoLocale() {
    noClasses()
        .should()
        .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(RandomGenerator.class)))
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(Charset.class, "defaultCharset")
        .check(MAIN);
  }
}
