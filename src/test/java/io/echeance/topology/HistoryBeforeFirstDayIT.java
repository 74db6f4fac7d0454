package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.topology.runtime.EcheanceStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history that is loaded before the first day is closed, with the dates of its facts as timestamps: today is the day
 * of a record, and the parts of the stream go at their own pace. Each order gets the documents that its facts ask for,
 * and the stream comes to rest. {@code -Dhistory.orders=30000} plays a large one.
 */
class HistoryBeforeFirstDayIT {

    private static final int ORDERS = Integer.getInteger("history.orders", 300);
    private static final Duration LONG = Duration.ofMinutes(3).plusMillis(20L * ORDERS);

    @TempDir
    private static Path directory;

    @Test
    void itComesToRestWithTheDocumentsOfItsFactsAndNoOthers() {
        List<Fact> facts = LoadedPast.of(ORDERS);
        try (Installation installation = new Installation()) {
            for (Fact fact : facts) {
                installation.tell(fact, StreamUnderTest.noon(fact.on()));
            }
            installation.flush();
            try (EcheanceStreams streams =
                    new EcheanceStreams(StreamProcess.settings(installation, directory.resolve("state")))) {
                streams.start();
                installation.awaitIdle(LONG);
                assertThat(streams.failure()).isNotDone();
            }
            List<Document> issued = installation.read(Topic.INVOICES, Invoice.class).stream()
                    .map(Invoice::document)
                    .toList();

            assertThat(issued).hasSizeGreaterThan(ORDERS);
            assertThat(LoadedPast.differences(facts, issued)).isEmpty();
        }
    }
}
