package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.store.Calendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A person who claims a right, on a real broker,")
class PersonRequestsIT {

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName("asks, stands on the list of what is to be answered within a month, and is answered")
    void standsOnTheList() throws IOException {
        here = Configured.shared(folder, "requests", "query.port=-1");
        String today = LocalDate.now(Calendar.ZONE).toString();
        try (RunningInstance instance = here.run()) {
            assertThat(here.done("person", "requests").lines()).hasSize(1);
            String asked = "right-erasure-" + today;
            Call unknown = asks("technolowgic", "ERASURE", today);
            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.err()).contains("refused, UNKNOWN_SELLER: no seller technolowgic is known");
            here.done("publish", "terms", "src/main/resources/terms/technolowgic@2024-12-02.yaml");
            assertThat(asks("ERASURE", today).out()).startsWith(asked + " is to be answered by ");
            assertThat(asks("ACCESS", "2026-01-05").status()).isZero();
            Call ahead = asks("technolowgic", "OBJECTION", "2199-01-01");
            assertThat(ahead.status()).isEqualTo(1);
            assertThat(ahead.err()).contains("refused, MALFORMED: on is later than today, " + today);
            here.awaitQuiet();

            Call overdue = here.call("person", "requests");
            assertThat(overdue.status()).isEqualTo(1);
            assertThat(overdue.err()).contains("1 should have been answered by now");
            assertThat(overdue.lines()).hasSize(3);
            assertThat(overdue.lines().get(1)).startsWith("2026-02-05").contains("OVERDUE", "ACCESS", "EVA");
            assertThat(overdue.lines().get(2)).contains("open", "ERASURE", asked);

            for (String one : List.of(asked, "right-access-2026-01-05")) {
                assertThat(answers(one, "GRANTED").status()).isZero();
            }
            assertThat(answers(asked, "GRANTED").status()).as("said again").isZero();
            here.awaitQuiet();
            Call again = answers(asked, "REFUSED");
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.err()).contains("refused, MALFORMED: it was answered on " + today + ": GRANTED");
            assertThat(answers(asked, "EXTENDED").err()).contains("until is the new last day");
            here.awaitQuiet();
            assertThat(here.done("person", "requests").lines()).hasSize(1);
            instance.requireHealth();
        }
    }

    private Call answers(String asked, String outcome) {
        return here.call(
                "person",
                "answered",
                "EVA",
                "--seller",
                "technolowgic",
                "--asked",
                asked,
                "--outcome",
                outcome,
                "--reason",
                "called back",
                "--by",
                "called back");
    }

    private Call asks(String right, String on) {
        Call taken = asks("technolowgic", right, on);
        assertThat(taken.status()).as(taken.err()).isZero();
        return taken;
    }

    private Call asks(String seller, String right, String on) {
        return here.call(
                "person",
                "asks",
                "EVA",
                "--seller",
                seller,
                "--right",
                right,
                "--on",
                on,
                "--identity",
                "called back",
                "--by",
                "called back");
    }
}
