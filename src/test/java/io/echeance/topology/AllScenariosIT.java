package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.serde.record.CashDecision;
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
class AllScenariosIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int SMALL_SLICE = 3;

    /** Two, as a day takes hops in proportion to their square, and there are nearly six hundred days. */
    private static final int PARTITIONS = 2;

    /** A payment may be of any order. */
    private static final String ANY = "any";

    @TempDir
    private static Path directory;

    @Test
    void eachComesOutAsWorkedOutByHand() {
        List<NamedScenario> scenarios = NamedScenario.all();
        List<Output> said;
        try (Installation installation = new Installation(PARTITIONS);
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

    /**
     * What was told before a day is over is known on it, however far the stream is; what is told later, later. Only a
     * return is matched at once: it would go before days that are still to be closed, on which a person is to be told
     * of its payment.
     */
    private record OnTheBroker(Installation installation) implements ScenariosTogether.Stage {

        @Override
        public void close(List<LocalDate> days) {
            installation.flush();
            installation.close(days);
            installation.awaitDaysHeard(LONG);
        }

        @Override
        public void tell(List<Fact> facts, LocalDate today) {
            // Two facts of one order, told on one day on two topics, may arrive in either order.
            Set<String> orders = new HashSet<>();
            for (Fact fact : facts) {
                String order = fact.orderId() == null ? ANY : fact.orderId();
                boolean mayOvertake = order.equals(ANY) ? !orders.isEmpty() : orders.contains(order);
                if (mayOvertake || orders.contains(ANY) || fact instanceof PaymentReturned) {
                    installation.awaitIdle(LONG);
                    orders.clear();
                }
                orders.add(order);
                installation.tell(fact);
            }
        }
    }

    /** Commits often, as some facts wait for those before them. */
    private static StreamSettings settings(Installation installation) {
        return installation.stream(
                directory.resolve("state"),
                SMALL_SLICE,
                StreamSettings.DEFAULT_PATIENCE,
                Map.of("commit.interval.ms", 50));
    }

    private static List<Output> said(Installation installation) {
        List<Output> outputs = new ArrayList<>();
        installation.read(Topic.INVOICES, Invoice.class).forEach(invoice -> outputs.add(invoice.document()));
        outputs.addAll(installation.read(Topic.DUNNING_ALERTS, Alert.class));
        outputs.addAll(installation.read(Topic.REFUNDS, RefundDue.class));
        outputs.addAll(installation.read(Topic.SERVICE_HOLDS, ServiceHold.class));
        installation
                .read(Topic.CASH_DECISIONS, CashDecision.class)
                .forEach(decision -> outputs.add(decision.decided()));
        installation
                .read(Topic.REJECTED, Rejected.class)
                .forEach(rejected -> outputs.add(AnnouncedOutputs.rejection(rejected)));
        return outputs;
    }
}
