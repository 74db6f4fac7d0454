package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the changelog says of an account")
class AccountChangeTest {

    private static final Bytes ORDER = AccountFile.key("T-1");

    private final SplittableRandom random = new SplittableRandom(1);

    /** Some of the bytes before stay, some go, some are new, some stand elsewhere: whatever an account does. */
    private byte[] changed(byte[] before) {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(new byte[4]);
        int at = Integer.BYTES;
        while (at < before.length) {
            int length = Math.min(random.nextInt(1, 120), before.length - at);
            switch (random.nextInt(8)) {
                case 0 -> pieces.add(bytes(random.nextInt(30)));
                case 1 -> {
                    pieces.add(Arrays.copyOfRange(before, at, at + length));
                    pieces.add(bytes(random.nextInt(60)));
                }
                case 2 -> {
                    int from = random.nextInt(before.length);
                    pieces.add(Arrays.copyOfRange(before, from, Math.min(before.length, from + length)));
                }
                default -> pieces.add(Arrays.copyOfRange(before, at, at + length));
            }
            at += length;
        }
        pieces.add(bytes(random.nextInt(40)));
        int sum = pieces.stream().mapToInt(piece -> piece.length).sum();
        byte[] after = new byte[sum];
        int to = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, after, to, piece.length);
            to += piece.length;
        }
        return after;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aDifferenceMakesOfWhatWasThereWhatIsThere() {
        byte[] before = bytes(300);
        for (int n = 0; n < 2_000; n++) {
            byte[] after = changed(before);
            byte[] difference = Difference.between(before, after);

            assertThat(Difference.applied(before, difference)).isEqualTo(after);
            byte[] other = after.clone();
            other[random.nextInt(other.length)]++;
            assertThat(Difference.applied(other, Difference.between(after, before)))
                    .as("of other bytes it says nothing")
                    .isNull();
            before = after.length > 2_000 ? bytes(300) : after;
        }
        assertThat(Difference.applied(new byte[0], Difference.between(new byte[0], before)))
                .isEqualTo(before);
        assertThat(Difference.applied(before, Difference.between(before, new byte[0])))
                .isEmpty();
    }

    @Test
    void whatStaysIsNotSaidAgain() {
        byte[] before = "an order, its delivery and its payment, as they were before".getBytes(StandardCharsets.UTF_8);
        byte[] after = "an order, its delivery and its late payment, as they were before, and a fee"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Difference.between(before, after).length).isLessThan(after.length / 2);
    }

    /** As a changelog is kept: the last word on each key, in the order in which they were said. */
    private static byte @Nullable [] restored(byte @Nullable [] there, List<AccountChange> changes) {
        SequencedMap<Bytes, AccountChange> last = new LinkedHashMap<>();
        for (AccountChange change : changes) {
            last.remove(change.key());
            last.put(change.key(), change);
        }
        byte[] account = there;
        for (AccountChange change : last.values()) {
            byte[] after = change.applied(account);
            account = after == null ? account : after;
        }
        return account;
    }

    @Test
    void theLastWordOnEachKeyMakesTheAccountFromWhereverItIsRead() {
        List<AccountChange> changes = new ArrayList<>();
        List<byte[]> accounts = new ArrayList<>();
        byte[] before = null;
        for (int n = 0; n < 200; n++) {
            byte[] after = before == null || before.length > 1_500 ? bytes(200) : changed(before);
            AccountChange change = AccountChange.of(ORDER, before, after);
            changes.add(change);
            accounts.add(after);
            before = after;

            assertThat(restored(null, changes)).as("after %d changes", n).isEqualTo(after);
            int from = random.nextInt(accounts.size());
            assertThat(restored(accounts.get(from), changes.subList(from + 1, changes.size())))
                    .as("after %d changes, read on behind %d", n, from)
                    .isEqualTo(after);
        }
        assertThat(changes.stream().map(AccountChange::key).distinct()).hasSizeLessThanOrEqualTo(16);
        assertThat(changes).allSatisfy(change -> {
            assertThat(AccountChange.isOne(change.key())).isTrue();
            assertThat(change.order()).isEqualTo(ORDER);
        });
        assertThat(AccountChange.isOne(ORDER)).isFalse();
    }
}
