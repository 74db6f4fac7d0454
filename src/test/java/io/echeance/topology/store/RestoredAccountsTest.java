package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.Account;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Accounts that were read from their changelog")
class RestoredAccountsTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("accounts-changelog", 0);
    private static final Bytes ORDER = AccountFile.key("T-1");
    private static final byte[] ACCOUNT = account("T-1");

    @TempDir
    private Path state;

    private final Restoring restoring = new Restoring();
    private KeyValueStore<Bytes, byte[]> disk =
            Stores.persistentKeyValueStore("accounts").get();
    private KeyValueStore<Bytes, byte[]> accounts = opened();

    private KeyValueStore<Bytes, byte[]> opened() {
        disk = Stores.persistentKeyValueStore("accounts").get();
        return new IndexedAccounts(disk);
    }

    private void open() {
        accounts = opened();
        accounts.init(restoring.context(state), accounts);
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    private static byte[] account(String orderId) {
        Cover cover = Cover.BLANK.wakingOn(LocalDate.of(2026, 3, 2));
        return new AccountFile(cover, AccountRow.of(Account.opened(orderId), null)).bytes();
    }

    private void restore(Bytes order, byte[] account) {
        restoring.restoreAll(List.of(KeyValue.pair(order.get(), account)));
    }

    @Test
    @DisplayName("are written behind one more checkpoint, and how far they were read is written behind them")
    void writtenBehindOneMoreCheckpoint() {
        open();
        restore(ORDER, ACCOUNT);

        accounts.commit(Map.of(CHANGELOG, 7L));

        assertThat(disk.get(ORDER)).isNull();
        assertThat(disk.committedOffset(CHANGELOG)).isNull();

        accounts.commit(Map.of(CHANGELOG, 7L));

        assertThat(disk.get(ORDER)).isEqualTo(ACCOUNT);
        assertThat(disk.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    @Test
    @DisplayName("are written for whoever reads, in whatever way")
    void writtenForWhoeverReads() {
        open();
        restore(ORDER, ACCOUNT);
        long before = AccountWrites.of(accounts).of(ORDER);
        Bytes other = AccountFile.key("T-2");

        assertThat(accounts.get(ORDER)).isEqualTo(ACCOUNT);
        restore(other, account("T-2"));
        assertThat(AccountWrites.of(accounts).of(ORDER)).isNotEqualTo(before);
        try (var all = accounts.all()) {
            assertThat(all).toIterable().extracting(row -> row.key).containsExactly(ORDER, other);
        }
        restore(AccountFile.key("T-3"), account("T-3"));
        try (var morning = accounts.range(null, null)) {
            assertThat(morning).toIterable().hasSize(6);
        }
    }

    @Test
    @DisplayName("are written when the store is closed, with how far they were read")
    void writtenWhenTheStoreIsClosed() {
        open();
        restore(ORDER, ACCOUNT);
        accounts.commit(Map.of(CHANGELOG, 7L));
        accounts.close();

        open();

        assertThat(disk.get(ORDER)).isEqualTo(ACCOUNT);
        assertThat(disk.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    @Test
    @DisplayName("do not hinder that a checkpoint is withdrawn")
    void doNotHinderThatACheckpointIsWithdrawn() {
        open();
        accounts.commit(Map.of(CHANGELOG, 3L));
        restore(ORDER, ACCOUNT);

        accounts.commit(Map.of());

        assertThat(disk.committedOffset(CHANGELOG)).isNull();
        assertThat(disk.get(ORDER)).isEqualTo(ACCOUNT);
    }

    @Test
    @DisplayName("are written before they become too many for the memory")
    void writtenBeforeTheyBecomeTooMany() {
        open();
        byte[] large = Arrays.copyOf(ACCOUNT, 1 << 20);
        int many = 60;
        for (int n = 0; n < many; n++) {
            restore(AccountFile.key("T-" + n), large);
        }

        assertThat(disk.get(AccountFile.key("T-0"))).isEqualTo(large);
        assertThat(disk.get(AccountFile.key("T-" + (many - 1)))).isNull();
    }

    @Test
    @DisplayName("are all there for another try, and nothing says that they are written, where writing fails")
    void allThereForAnotherTry() {
        RestoredAccounts restored = new RestoredAccounts();
        for (int n = 0; n < 2_500; n++) {
            restored.put(AccountFile.key("T-" + n), ACCOUNT);
        }
        restored.keeps(Map.of(CHANGELOG, 9L));
        Map<Bytes, byte[]> written = new HashMap<>();
        Map<TopicPartition, Long> read = new HashMap<>();

        assertThatThrownBy(() -> restored.settle(
                        (some, noted) -> {
                            if (!written.isEmpty()) {
                                throw new IllegalStateException("the disk is full");
                            }
                            written.putAll(some);
                        },
                        read::putAll))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read).isEmpty();
        assertThat(restored.isKept()).isTrue();

        written.clear();
        restored.settle((some, noted) -> written.putAll(some), read::putAll);

        assertThat(written).hasSize(2_500);
        assertThat(read).containsEntry(CHANGELOG, 9L);
        assertThat(restored.isKept()).isFalse();
    }
}
