package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.scenario.WorkedScenario;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.topology.store.StateStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log alone says all again. */
class ReplayStreamTest {

    private record Played(
            List<TestRecord<String, LoggedFact>> log,
            List<Invoice> invoices,
            List<Alert> alerts,
            Map<String, Map<Object, Object>> numbering) {}

    private static Played played(WorkedScenario worked) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.play(worked.scenario().simulation());
            return heard(stream);
        }
    }

    private static Played heard(StreamUnderTest stream) {
        List<TestRecord<String, LoggedFact>> log = stream.records(Topic.FACTS).stream()
                .map(entry -> new TestRecord<>(entry.key(), (LoggedFact) entry.value(), entry.getRecordTime()))
                .toList();
        Map<String, Map<Object, Object>> numbering = new HashMap<>();
        for (String name : List.of(StateStores.SERIES, StateStores.NUMBERS, StateStores.REGISTER)) {
            Map<Object, Object> rows = new HashMap<>();
            try (KeyValueIterator<Object, Object> all = stream.store(name).all()) {
                all.forEachRemaining(row -> rows.put(row.key, row.value));
            }
            numbering.put(name, rows);
        }
        return new Played(
                log,
                stream.said(Topic.INVOICES, Invoice.class),
                stream.said(Topic.DUNNING_ALERTS, Alert.class),
                numbering);
    }

    private static List<Document> documents(Played played) {
        return played.invoices().stream().map(Invoice::document).toList();
    }

    static List<WorkedScenario> scenarios() {
        return WorkedScenario.all().stream()
                .filter(worked -> worked.name().matches("(01|09|14)-.*"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theLogSaysAllAgain(WorkedScenario worked) {
        Played first = played(worked);
        assertThat(first.invoices()).isNotEmpty();
        intoAnEmptyInstallationItGivesTheSameDocumentsUnderTheSameIds(first);
        whereTheNumberingIsKeptItGivesTheSameNumbersToo(first);
    }

    private static void intoAnEmptyInstallationItGivesTheSameDocumentsUnderTheSameIds(Played first) {
        List<TestRecord<String, LoggedFact>> received = new ArrayList<>(first.log());
        received.removeIf(
                entry -> entry.value().origin() == null && !(entry.value().payload() instanceof DayClosed));
        assertThat(received).hasSizeLessThan(first.log().size());

        try (StreamUnderTest fresh = new StreamUnderTest()) {
            received.forEach(fresh::log);
            Played again = heard(fresh);

            assertThat(documents(again)).containsExactlyElementsOf(documents(first));
            assertThat(again.alerts()).containsExactlyElementsOf(first.alerts());
        }
    }

    /** What was issued stands on its topic: it is not issued again. */
    private static void whereTheNumberingIsKeptItGivesTheSameNumbersToo(Played first) {
        try (StreamUnderTest fresh = new StreamUnderTest()) {
            first.numbering().forEach((name, rows) -> rows.forEach(fresh.store(name)::put));
            first.log().forEach(fresh::log);
            Played again = heard(fresh);

            assertThat(again.invoices()).isEmpty();
            assertThat(again.alerts()).containsExactlyElementsOf(first.alerts());
            assertThat(again.numbering()).isEqualTo(first.numbering());
        }
    }
}
