package io.echeance.serde.record;

import io.echeance.core.order.Account;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Issued;
import io.echeance.core.terms.Terms;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept: what is its own. The terms that bind it are the same for thousands of orders; they stand
 * once a partition, under their digest.
 *
 * @param terms the digest; null until the order is placed
 */
public record AccountRow(
        String orderId,
        Evidence evidence,
        Issued issued,
        @Nullable Bytes terms,
        @Nullable LocalDate nextOn) {

    /** @param terms the digest of the account's terms; null: it has none */
    public static AccountRow of(Account account, @Nullable Bytes terms) {
        return new AccountRow(account.orderId(), account.evidence(), account.issued(), terms, account.nextOn());
    }

    /** @param frozen the terms of that digest; null: it has none */
    public Account bound(@Nullable Terms frozen) {
        return new Account(orderId, evidence, issued, frozen, nextOn);
    }
}
