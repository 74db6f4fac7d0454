package io.echeance.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may use what; see {@link Room}. */
@DisplayName("The rooms of the house")
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "echeance");

    /** In the order of the law: each rule may use what those before it found, and knows of none after it. */
    private static final List<String> ORDER = List.of(
            "money",
            "calendar",
            "terms",
            "order",
            "vat",
            "receipts",
            "course",
            "shares",
            "settlement",
            "invoicing",
            "notice",
            "lateness",
            "dunning",
            "refunds",
            "safeguards",
            "customer",
            "mailing",
            "statement",
            "invoice",
            "ledger",
            "admission",
            "matching",
            "decision",
            "book",
            "reporting",
            "lint");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Room.HOUSE);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("each use only what they may")
    void eachRoomUsesOnlyWhatItMay(Room room) {
        List<JavaClass> classes = classesOf(room);

        if (Files.isDirectory(SOURCES.resolve(room.folder()))) {
            assertThat(classes).as("classes seen in %s", room).isNotEmpty();
        }
        assertThat(room.trespasses(classes)).isEmpty();
    }

    @Test
    @DisplayName("hold every class")
    void everyClassStandsInARoom() {
        assertThat(HOUSE).isNotEmpty();
        assertThat(HOUSE)
                .filteredOn(type -> !type.getPackageName().equals(Room.HOUSE))
                .filteredOn(type -> Room.of(type).isEmpty())
                .isEmpty();
    }

    @Test
    @DisplayName("the core has no clock, no chance, no machine and no binary fraction")
    void theCoreIsPure() {
        assertThat(CorePurity.breaches(classesOf(Room.CORE))).isEmpty();
    }

    @Test
    @DisplayName("the rooms of the core stand in the order of the law, and know only those before them")
    void roomsOfTheCoreKnowOnlyThoseBeforeThem() {
        Set<String> found = new TreeSet<>();
        Set<String> trespasses = new TreeSet<>();
        for (JavaClass type : classesOf(Room.CORE)) {
            String own = roomOfTheCore(type).orElse("");
            found.add(own);
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> roomOfTheCore(use.getTargetClass().getBaseComponentType())
                            .filter(entered -> ORDER.indexOf(entered) > ORDER.indexOf(own))
                            .isPresent())
                    .forEach(use -> trespasses.add(use.getDescription()));
        }

        found.remove("");
        assertThat(found).containsExactlyInAnyOrderElementsOf(ORDER);
        assertThat(trespasses).isEmpty();
    }

    @Test
    @DisplayName("the packages of the core are free of cycles")
    void packagesOfTheCoreAreFreeOfCycles() {
        slices().matching("io.echeance.core.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    @DisplayName("a class that breaks the rules of the core is found out")
    void aTrespasserIsFoundOut() {
        JavaClasses trespasser = new ClassFileImporter().importClasses(Trespasser.class);

        assertThat(Room.CORE.trespasses(trespasser)).anyMatch(found -> found.contains("java.io.File"));
        assertThat(CorePurity.breaches(trespasser))
                .anyMatch(found -> found.contains("LocalDate.now"))
                .anyMatch(found -> found.contains("java.util.Random"))
                .anyMatch(found -> found.contains("Trespasser.rate"))
                .anyMatch(found -> found.contains("Trespasser.times(double)"));
    }

    /** Breaks what the core has to keep. */
    @SuppressWarnings("unused")
    private static final class Trespasser {
        private final double rate = 12.15;

        double times(double factor) {
            return rate * factor * new Random().nextInt();
        }

        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }

        boolean exists(File file) {
            return file.exists();
        }
    }

    private static List<JavaClass> classesOf(Room room) {
        return HOUSE.stream()
                .filter(type -> Room.of(type).equals(Optional.of(room)))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    private static Optional<String> roomOfTheCore(JavaClass type) {
        String core = Room.CORE.packageName() + ".";
        return type.getPackageName().startsWith(core)
                ? Optional.of(type.getPackageName().substring(core.length()).split("\\.", 2)[0])
                : Optional.empty();
    }
}
