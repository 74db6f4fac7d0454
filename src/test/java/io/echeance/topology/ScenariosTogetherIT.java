package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.runtime.StreamSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All scenarios at once, interleaved day by day, on a real broker with a real registry. */
class ScenariosTogetherIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int SMALL_SLICE = 3;

    @TempDir
    private static Path directory;

    @Test
    void eachComesOutAsWorkedOutByHand() {
        List<NamedScenario> scenarios = NamedScenario.all();
        List<Output> said;
        try (Installation installation = new Installation();
                EcheanceStreams streams = new EcheanceStreams(settings(installation))) {
            streams.start();
            ScenariosTogether.play(scenarios, new OnTheBroker(installation));
            installation.awaitIdle(LONG);
            assertThat(streams.isReady()).isTrue();
            assertThat(streams.failure()).isNotDone();
            said = said(installation);
        }

        List<String> differences = new ArrayList<>();
        for (NamedScenario scenario : scenarios) {
            ScenariosTogether.firstDifference(scenario, said)
                    .ifPresent(difference -> differences.add(scenario + "\n" + difference));
        }
        assertThat(differences).isEmpty();
    }

    /** Where facts arrive, the day waits until all before it, then they, are worked off. */
    private record OnTheBroker(Installation installation) implements ScenariosTogether.Stage {

        @Override
        public void close(List<LocalDate> days) {
            installation.close(days);
            installation.awaitIdle(LONG);
        }

        @Override
        public void tell(List<Fact> facts, LocalDate today) {
            // Two facts of one order, told at one moment on two topics, may arrive in either order.
            Set<String> orders = new HashSet<>();
            for (Fact fact : facts) {
                if (fact.orderId() == null || !orders.add(fact.orderId())) {
                    installation.awaitIdle(LONG);
                }
                installation.tell(fact);
            }
            installation.awaitIdle(LONG);
        }
    }

    /** Commits often, as every day of the play waits for them. */
    private static StreamSettings settings(Installation installation) {
        return installation.stream(
                directory.resolve("state"),
                SMALL_SLICE,
                StreamSettings.DEFAULT_PATIENCE,
                Map.of("commit.interval.ms", 10));
    }

    private static List<Output> said(Installation installation) {
        List<Output> outputs = new ArrayList<>();
        installation.read(Topic.INVOICES, Invoice.class).forEach(invoice -> outputs.add(invoice.document()));
        outputs.addAll(installation.read(Topic.DUNNING_ALERTS, Alert.class));
        outputs.addAll(installation.read(Topic.REFUNDS, RefundDue.class));
        outputs.addAll(installation.read(Topic.SERVICE_HOLDS, ServiceHold.class));
        installation.read(Topic.REJECTED, Rejected.class).forEach(rejected -> outputs.add(Said.rejection(rejected)));
        return outputs;
    }
}
