package bandstand;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line of packages and the owners of libraries in this module. */
class HouseTest {

  /** Left to right, after the model's packages; a package imports only from those before it. */
  private static final List<String> LINE =
      List.of(
          "bandstand.journal",
          "bandstand.store",
          "bandstand.service",
          "bandstand.http",
          "bandstand.daemon");

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
  void onlyStoreKnowsMapDb() {
    owned("org.mapdb..", "bandstand.store");
  }

  @Test
  void onlyHttpAndTheWiringKnowHelidon() {
    owned("io.helidon..", "bandstand.http", "bandstand.daemon");
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    owned("picocli..", "bandstand.daemon");
  }

  @Test
  void jsonAndCsvStayInTheModel() {
    owned("com.fasterxml..");
    owned("de.siegmar..");
  }

  @Test
  void whatMapDbBringsAlongIsNobodys() {
    owned("com.google..");
    owned("kotlin..");
    owned("org.eclipse.collections..");
    owned("net.jpountz..");
  }

  private static void owned(String library, String... owners) {
    noClasses()
        .that()
        .resideOutsideOfPackages(owners)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
  }
}
