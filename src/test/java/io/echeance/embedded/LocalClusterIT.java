package io.echeance.embedded;

import static io.echeance.embedded.Trades.SCHEMA;
import static io.echeance.embedded.Trades.WIDER;
import static io.echeance.embedded.Trades.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Broker and registry on one data directory")
class LocalClusterIT {

    @Test
    @DisplayName("give back records and schema ids after a restart")
    void surviveARestart(@TempDir Path directory) throws Exception {
        Set<Integer> ids;
        try (LocalCluster cluster = LocalCluster.start(directory, 0, 0)) {
            Trades trades = Trades.on(cluster, "trades").created();
            trades.commit(trade(SCHEMA, "apples", 3));
            trades.abort(trade(SCHEMA, "pears", 4));
            ids = trades.schemaIds();
            assertThat(trades.read()).containsExactly("3 apples");

            assertThatThrownBy(() -> LocalCluster.start(directory, 0, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another run");
        }
        try (LocalCluster cluster = LocalCluster.start(directory, 0, 0)) {
            Trades trades = Trades.on(cluster, "trades");
            assertThat(trades.schemaIds()).hasSize(1).isEqualTo(ids);

            trades.commit(trade(SCHEMA, "plums", 5));
            assertThat(trades.schemaIds()).isEqualTo(ids);

            trades.commit(trade(WIDER, "grapes", 6));
            assertThat(trades.schemaIds()).hasSize(2).containsAll(ids);
            assertThat(trades.read()).containsExactly("3 apples", "5 plums", "6 grapes");
        }
    }

    @Test
    @DisplayName("come back when the registry was stopped for a while, or killed right after it gave out an id")
    void registryComesBack() throws Exception {
        LocalCluster cluster = SharedCluster.get();
        EmbeddedRegistry registry = cluster.registry();
        URI address = registry.api();
        Trades trades = Trades.on(cluster, SharedCluster.uniqueName("trades")).created();

        registry.stop();
        assertThat(registry.isAlive()).isFalse();
        assertThatThrownBy(() -> trades.commit(trade(SCHEMA, "apples", 3))).hasRootCauseMessage("Connection refused");

        registry.relaunch();
        registry.awaitReady();
        assertThat(registry.api()).isEqualTo(address);
        trades.commit(trade(SCHEMA, "apples", 3));

        registry.kill();
        registry.relaunch();
        registry.awaitReady();
        assertThat(trades.read()).containsExactly("3 apples");
        assertThat(registry.failure()).isNotDone();
    }

    @Test
    @DisplayName("refuse a schema that an old reader could not read")
    void refusesAnIncompatibleSchema() throws Exception {
        Trades trades = Trades.on(SharedCluster.get(), SharedCluster.uniqueName("trades"))
                .created();
        trades.commit(trade(SCHEMA, "apples", 3));

        Schema narrower = SchemaBuilder.record("Trade")
                .namespace("io.echeance.trial")
                .fields()
                .requiredString("item")
                .requiredString("pieces")
                .endRecord();
        assertThatThrownBy(() -> trades.commit(new GenericRecordBuilder(narrower)
                        .set("item", "apples")
                        .set("pieces", "three")
                        .build()))
                .rootCause()
                .hasFieldOrPropertyWithValue("name", "RuleViolationException");
    }
}
