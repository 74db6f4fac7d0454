package io.echeance.topology.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.Topic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A part of the stream")
class PartTest {

    @Test
    @DisplayName("names the stores that have a changelog, and no others")
    void namesTheStoresThatHaveAChangelog() {
        assertThat(Part.reading(Topic.FACTS).stores())
                .containsExactly(
                        "accounts",
                        "accounts-barrier",
                        "accounts-clock",
                        "bound-terms",
                        "early-facts",
                        "given-numbers",
                        "sealed-origins",
                        "waiting-origins");
        assertThat(Part.reading(Topic.LEDGER_ENTRIES).stores())
                .containsExactly("booked-accounts", "month-sums", "months-closed", "posted-entries");
    }
}
