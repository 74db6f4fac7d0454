package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.Quality;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import io.echeance.serde.record.Cover.Act;
import io.echeance.serde.record.Cover.DebtChange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The indexes of the accounts")
class IndexedAccountsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path state;

    private final Restoring restoring = new Restoring();

    private KeyValueStore<Bytes, byte[]> opened(KeyValueBytesStoreSupplier rows) {
        KeyValueStore<Bytes, byte[]> store =
                DerivedRowsSupplier.ofAccounts(rows).get();
        store.init(restoring.context(state), store);
        return store;
    }

    private static KeyValueBytesStoreSupplier memory() {
        return Stores.inMemoryKeyValueStore("accounts");
    }

    private void restore(List<KeyValue<byte[], byte[]>> changelog) {
        restoring.restoreAll(changelog);
    }

    private static SortedMap<Bytes, Bytes> content(KeyValueStore<Bytes, byte[]> store) {
        SortedMap<Bytes, Bytes> content = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(null, null)) {
            all.forEachRemaining(row -> content.put(row.key, Bytes.wrap(row.value)));
        }
        return content;
    }

    /** Some accounts, each written several times, as a changelog has them. */
    private static List<KeyValue<byte[], byte[]>> changelog(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<KeyValue<byte[], byte[]>> changelog = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            String orderId = "T-" + random.nextInt(20);
            LocalDate wakeOn = random.nextInt(3) == 0 ? null : DAY.plusDays(random.nextInt(40));
            List<DebtChange> changes = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                changes.add(new DebtChange(
                        DAY.plusDays(random.nextInt(500)),
                        random.nextBoolean() ? PayerKind.CONSUMER : PayerKind.FUNDER,
                        DAY.plusDays(random.nextInt(3)),
                        random.nextInt(-5, 5) * 100L + 50));
            }
            OrderStanding standing = standing(orderId, random);
            AccountRow row = AccountRow.of(Account.opened(orderId), null);
            byte[] file = new AccountFile(new Cover(standing, wakeOn, changes, acts(random)), row).bytes();
            changelog.add(KeyValue.pair(AccountFile.key(orderId).get(), file));
        }
        return changelog;
    }

    private static List<Act> acts(SplittableRandom random) {
        return Stream.of("f1", "f2", "f3")
                .filter(fact -> random.nextBoolean())
                .map(fact -> new Act(DAY.plusDays(random.nextInt(2)), random.nextInt(3), fact))
                .toList();
    }

    private static OrderStanding standing(String orderId, SplittableRandom random) {
        List<Debt> debts = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            LocalDate dueOn = DAY.plusDays(random.nextInt(60));
            debts.add(new Debt(
                    new DocumentId(orderId + "/C/INVOICE/1").receivable(n),
                    "C",
                    PayerKind.CONSUMER,
                    random.nextBoolean(),
                    dueOn,
                    Money.ofCents(random.nextInt(1, 90_000)),
                    random.nextBoolean() ? "d+15" : null,
                    "d+30",
                    dueOn.plusDays(30)));
        }
        return new OrderStanding(
                orderId,
                "hexagone",
                "C-" + random.nextInt(3),
                Quality.CONSUMER,
                random.nextBoolean() ? Status.BILLED : Status.SETTLED,
                DAY,
                debts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                random.nextBoolean(),
                false,
                null,
                List.of());
    }

    @Test
    @DisplayName("come back with the accounts, whatever part of the changelog is read at once")
    void comeBackWithTheAccounts() {
        for (long seed = 1; seed <= 10; seed++) {
            List<KeyValue<byte[], byte[]>> changelog = changelog(seed);
            KeyValueStore<Bytes, byte[]> written = opened(memory());
            changelog.forEach(record -> written.put(Bytes.wrap(record.key), record.value));
            assertThat(content(written)).hasSizeGreaterThan(100);

            for (int batch : List.of(1, 7, 200)) {
                KeyValueStore<Bytes, byte[]> restored = opened(memory());
                for (int from = 0; from < changelog.size(); from += batch) {
                    restore(changelog.subList(from, Math.min(from + batch, changelog.size())));
                }
                assertThat(content(restored)).as("in batches of %d", batch).isEqualTo(content(written));
            }
        }
    }

    @Test
    @DisplayName("are the same where the changelog says what changed, and of the first only all of it")
    void areTheSameWhereTheChangelogSaysWhatChanged() {
        List<KeyValue<byte[], byte[]>> accounts = changelog(12);
        KeyValueStore<Bytes, byte[]> written = opened(memory());
        Map<Bytes, byte[]> before = new HashMap<>();
        List<KeyValue<byte[], byte[]>> changes = new ArrayList<>();
        for (KeyValue<byte[], byte[]> account : accounts) {
            Bytes order = Bytes.wrap(account.key);
            byte[] there = before.get(order);
            byte[] after = account.value.clone();
            AccountChange change = AccountChange.of(order, there, after);
            changes.add(there == null ? account : KeyValue.pair(change.key().get(), change.value()));
            written.put(order, after);
            before.put(order, after);
        }

        KeyValueStore<Bytes, byte[]> restored = opened(memory());
        restore(changes.subList(0, 50));
        changes.subList(50, 120).forEach(change -> restored.put(Bytes.wrap(change.key), change.value));
        restore(changes.subList(120, changes.size()));
        assertThat(content(restored)).isEqualTo(content(written));
    }

    @Test
    @DisplayName("go on from where a clean stop left them, on disk")
    void goOnFromACleanStop() {
        List<KeyValue<byte[], byte[]>> changelog = changelog(11);
        KeyValueStore<Bytes, byte[]> whole = opened(memory());
        changelog.forEach(record -> whole.put(Bytes.wrap(record.key), record.value));

        KeyValueStore<Bytes, byte[]> before = opened(Stores.persistentKeyValueStore("accounts"));
        changelog.subList(0, 120).forEach(record -> before.put(Bytes.wrap(record.key), record.value));
        before.close();
        KeyValueStore<Bytes, byte[]> after = opened(Stores.persistentKeyValueStore("accounts"));
        restore(changelog.subList(120, changelog.size()));

        assertThat(content(after)).isEqualTo(content(whole));
        after.close();
    }

    @Test
    @DisplayName("go with the last account")
    void goWithTheLastAccount() {
        KeyValueStore<Bytes, byte[]> store = opened(memory());
        List<KeyValue<byte[], byte[]>> changelog = changelog(12);
        changelog.forEach(record -> store.put(Bytes.wrap(record.key), record.value));

        changelog.forEach(record -> store.delete(Bytes.wrap(record.key)));

        assertThat(content(store)).isEmpty();
    }

    @Test
    @DisplayName("are not among the accounts, and nobody writes one by hand")
    void areNotAmongTheAccounts() {
        KeyValueStore<Bytes, byte[]> store = opened(memory());
        changelog(13).forEach(record -> store.put(Bytes.wrap(record.key), record.value));

        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(
                    row -> assertThat(AccountFile.account(row.value).orderId()).startsWith("T-"));
        }
        Bytes index = content(store).lastKey();
        assertThatThrownBy(() -> store.put(index, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("written with its account");
    }

    @Test
    @DisplayName("come with a number for each account, which is another one behind each writing and each opening")
    void comeWithANumberForEachAccount() {
        List<KeyValue<byte[], byte[]>> changelog = changelog(14);
        KeyValueStore<Bytes, byte[]> store = opened(memory());
        AccountWrites writes = AccountWrites.of(store);
        Bytes first = Bytes.wrap(changelog.getFirst().key);
        Bytes other = AccountFile.key("T-other");
        long otherBefore = writes.of(other);
        List<Long> numbers = new ArrayList<>(List.of(writes.of(first)));
        for (int n = 0; n < 2; n++) {
            store.put(first, changelog.getFirst().value);
            numbers.add(writes.of(first));
        }
        restore(changelog.subList(0, 1));
        numbers.add(writes.of(first));
        assertThat(writes.of(other)).isEqualTo(otherBefore);

        store.close();
        store.init(restoring.context(state), store);
        numbers.add(writes.of(first));

        assertThat(numbers).doesNotHaveDuplicates().doesNotContain(AccountWrites.UNDER_WAY);
        assertThat(writes.of(other)).isNotEqualTo(otherBefore);
        assertThat(AccountWrites.of(store)).isSameAs(writes);
    }

    @Test
    @DisplayName("are not made of an account of an earlier release: it says so")
    void areNotMadeOfAnAccountWithoutACover() {
        KeyValueStore<Bytes, byte[]> store = opened(memory());

        assertThatThrownBy(() -> store.put(AccountFile.key("T-1"), new byte[] {1, 6, 84, 45, 49, 0, 0}))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("without a cover");
    }
}
