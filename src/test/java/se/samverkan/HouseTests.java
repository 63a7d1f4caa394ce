package se.samverkan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house holds: arrows are declared, there is no circle, hidden things stay hidden. */
class HouseTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.samverkan");

    @Test
    void everyArrowBetweenRoomsIsDeclaredAndNoneGoesRound() {
        ApplicationModules.of(Samverkan.class).verify();
    }

    /**
     * Every package is a slice, the one of the room itself too. The fragments that every page is made of lie in
     * {@code templates/shared} and know {@code shared.page}, so they are left out.
     */
    @Test
    void noPartOfARoomStandsOnOneThatStandsOnIt() {
        slices().matching("se.samverkan.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(nameMatching("se\\.samverkan\\.shared\\.Jte.+"), alwaysTrue())
                .check(CLASSES);
    }

    @Test
    void onlyTheEdgeKnowsTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("se.samverkan", "se.samverkan.web..", "se.samverkan.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.samverkan.web..", "se.samverkan.cli..")
                .check(CLASSES);
    }

    @Test
    void controllersAreHidden() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePublic()
                .check(CLASSES);
    }
}
