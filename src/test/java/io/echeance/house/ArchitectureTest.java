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

    /** The rules of the law stand side by side: the decision composes them, none knows of another. */
    private static final Set<String> RULE_ROOMS =
            Set.of("funding", "billing", "settlement", "late", "dunning", "cancellation");

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
    @DisplayName("the rule rooms of the core do not know of one another")
    void ruleRoomsDoNotKnowOfOneAnother() {
        Set<String> trespasses = new TreeSet<>();
        for (JavaClass type : classesOf(Room.CORE)) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> ruleRoom(use.getTargetClass().getBaseComponentType())
                            .filter(entered -> ruleRoom(type)
                                    .filter(own -> !own.equals(entered))
                                    .isPresent())
                            .isPresent())
                    .forEach(use -> trespasses.add(use.getDescription()));
        }

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

    private static Optional<String> ruleRoom(JavaClass type) {
        String core = Room.CORE.packageName() + ".";
        if (!type.getPackageName().startsWith(core)) {
            return Optional.empty();
        }
        String[] below = type.getPackageName().substring(core.length()).split("\\.", 2);
        return RULE_ROOMS.stream().filter(below[0]::equals).findFirst();
    }
}
