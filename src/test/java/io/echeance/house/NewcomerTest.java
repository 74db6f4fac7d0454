package io.echeance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever knows the trade and not the code finds each rule by the names of folders and files alone. */
@DisplayName("A newcomer")
class NewcomerTest {

    private static final Path CORE = Path.of("src", "main", "java", "io", "echeance", "core");

    @ParameterizedTest(name = "finds \u201c{0}\u201d in {1}/{2}")
    @CsvSource({
        "indemnité forfaitaire,  lateness,  RecoveryFee",
        "mise en demeure,        notice,    FormalNotice",
        "déchéance du terme,     dunning,   Acceleration",
        "subrogation,            shares,    Subrogation",
        "délai de rétractation,  course,    Withdrawal",
        "avoir,                  invoicing, CreditNote",
        "acompte,                invoicing, Deposit",
        "prorata,                course,    Prorata",
        "lettrage,               ledger,    Lettering",
        "relance,                dunning,   Reminders",
        "taux légal,             terms,     StatutoryRates",
        "référence de paiement,  matching,  PaymentReferences"
    })
    void findsARule(String french, String room, String file) throws IOException {
        try (Stream<Path> files = Files.walk(CORE)) {
            List<Path> found = files.filter(
                            path -> path.getFileName().toString().startsWith(file))
                    .toList();

            assertThat(found)
                    .as("the one place of %s", french)
                    .containsExactly(CORE.resolve(room).resolve(file + ".java"));
        }
        assertThat(text(CORE.resolve(room).resolve("package-info.java")))
                .as("what the room %s says of itself", room)
                .contains(french);
    }

    @Test
    @DisplayName("reads the rooms in their order on less than six hundred lines")
    void readsTheConductor() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(CORE.resolve("decision"))) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }

        assertThat(lines).isLessThan(600);
    }

    /** Its words, however its lines are broken. */
    private static String text(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s*\\n \\* ?", " ");
    }
}
