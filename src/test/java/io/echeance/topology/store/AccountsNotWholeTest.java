package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.Account;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.Cover;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An account of whose changes one is lost")
class AccountsNotWholeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Bytes ORDER = AccountFile.key("T-1");

    @TempDir
    private Path state;

    private final Restoring restoring = new Restoring();
    private IndexedAccounts accounts = opened();

    private IndexedAccounts opened() {
        return new IndexedAccounts(Stores.persistentKeyValueStore("accounts").get());
    }

    @BeforeEach
    void open() {
        accounts.init(restoring.context(state), accounts);
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    private void openAgain() {
        accounts.close();
        accounts = opened();
        open();
    }

    /** So many changes of one account, the first of them the whole. */
    private static List<AccountChange> changes(int many) {
        List<AccountChange> changes = new ArrayList<>();
        byte[] before = null;
        for (int n = 0; n < many; n++) {
            Cover cover = Cover.BLANK.wakingOn(DAY.plusDays(n));
            byte[] after = new AccountFile(cover, AccountRow.of(Account.opened("T-1"), null)).bytes();
            changes.add(AccountChange.of(ORDER, before, after));
            before = after;
        }
        return changes;
    }

    private void restore(List<AccountChange> changes) {
        restoring.restoreAll(changes.stream()
                .map(change -> KeyValue.pair(change.key().get(), change.value()))
                .toList());
    }

    private static List<AccountChange> without(List<AccountChange> changes, int lost) {
        List<AccountChange> rest = new ArrayList<>(changes);
        rest.remove(lost);
        return rest;
    }

    @Test
    @DisplayName("is not taken for what it was before: nothing is decided, and the log says what to do")
    void isNotWhole() {
        long before = AccountsNotWhole.found();
        restore(without(changes(6), 3));

        assertThatThrownBy(accounts::checkWhole)
                .isInstanceOfSatisfying(
                        AccountsNotWhole.class,
                        found -> assertThat(found.wasReadWhole()).isTrue())
                .hasMessageContaining("T-1")
                .hasMessageContaining("reset accounts");
        assertThat(AccountsNotWhole.found()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("is read again from the beginning where only the end of the changelog was read")
    void isReadAgain() {
        restore(changes(3));
        assertThatCode(accounts::checkWhole).doesNotThrowAnyException();
        openAgain();
        restore(changes(6).subList(4, 6));

        assertThatThrownBy(accounts::checkWhole)
                .isInstanceOfSatisfying(
                        AccountsNotWhole.class,
                        found -> assertThat(found.wasReadWhole()).isFalse());
    }

    @Test
    @DisplayName("is remembered when the restore is interrupted")
    void isRemembered() {
        restore(without(changes(6), 3));
        openAgain();

        assertThatThrownBy(accounts::checkWhole).isInstanceOf(AccountsNotWhole.class);
        restore(List.of(changes(20).get(16)));
        assertThatCode(accounts::checkWhole).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is whole again with the next whole account: so what is left over of earlier turns does no harm")
    void isWholeAgain() {
        List<AccountChange> all = changes(20);
        restore(all.subList(5, 20));

        assertThatCode(accounts::checkWhole).doesNotThrowAnyException();
        openAgain();
        assertThatCode(accounts::checkWhole).doesNotThrowAnyException();
        assertThat(accounts.get(ORDER)).isNotNull();
    }
}
