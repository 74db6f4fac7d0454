package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.echeance.core.order.Account;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Issued;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.AccountRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundTermsTest {

    private static final List<Terms> PACKS = TermPacks.bundled().all();

    @TempDir
    private Path state;

    private KeyValueStore<Bytes, Terms> store;

    @BeforeEach
    void open() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "terms");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        var context = new MockProcessorContext<Void, Void>(settings, new TaskId(0, 0), state.toFile());
        store = StateStores.boundTerms(StateStores.BOUND_TERMS)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
    }

    private static Account account(String orderId, @Nullable Terms terms) {
        return new Account(orderId, Evidence.NONE, Issued.NOTHING, terms, null);
    }

    private long kept() {
        long rows = 0;
        try (KeyValueIterator<Bytes, Terms> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                rows++;
            }
        }
        return rows;
    }

    @Test
    void anAccountFindsTheTermsThatItWasKeptWith() {
        for (Terms terms : PACKS) {
            Account account = account("T-1", terms);
            AccountRow row = new BoundTerms(store).row(account);

            assertThat(new BoundTerms(store).account(row)).isEqualTo(account);
        }
        assertThat(kept()).isEqualTo(PACKS.size());
    }

    @Test
    void ordersOfOneVersionShareOneRow() {
        Terms terms = PACKS.getFirst();
        BoundTerms bound = new BoundTerms(store);
        AccountRow first = bound.row(account("T-1", terms));
        Terms readAgain = bound.account(first).terms();
        BoundTerms later = new BoundTerms(store);
        AccountRow second = later.row(account("T-2", readAgain));

        assertThat(second.terms()).isEqualTo(first.terms());
        assertThat(kept()).isOne();
        assertThat(later.account(second).terms()).isSameAs(later.account(first).terms());
    }

    @Test
    void whatAnotherPartitionSaysIsKeptUnderTheDigestThatItHasThere() {
        Terms terms = PACKS.getFirst();
        Bytes digest = BoundTerms.digest(terms);
        new BoundTerms(store).keep(digest, terms);
        new BoundTerms(store).keep(digest, terms);

        assertThat(kept()).isOne();
        assertThat(new BoundTerms(store).of(digest, "T-1")).isEqualTo(terms);
    }

    @Test
    void whatWaitsForItsOrderHasNone() {
        Account waiting = account("T-1", null);

        assertThat(new BoundTerms(store).account(new BoundTerms(store).row(waiting)))
                .isEqualTo(waiting);
        assertThat(kept()).isZero();
    }

    @Test
    void termsThatAreMissingStopTheWorkAndSayWhy() {
        AccountRow row = new BoundTerms(store).row(account("T-1", PACKS.getFirst()));
        store.delete(row.terms());
        BoundTerms anew = new BoundTerms(store);

        assertThatIllegalStateException()
                .isThrownBy(() -> anew.account(row))
                .withMessageStartingWith("order T-1 rests on terms with the digest ")
                .withMessageEndingWith(
                        "which this partition does not keep: its state is not whole; restore it from its changelogs");
    }
}
