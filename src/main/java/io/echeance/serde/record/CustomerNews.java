package io.echeance.serde.record;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.mailing.Mailing.MailingSection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customers hear from the accounts and from the intake; keyed by seller and customer. */
public sealed interface CustomerNews
        permits CustomerNews.OrderShown, CustomerNews.CustomerActed, CustomerNews.SectionDue, DayMarker {

    /**
     * An order shows something else of its customer than before.
     *
     * @param day at whose close it counts; null: no day was closed yet, and it counts at once
     */
    record OrderShown(@Nullable LocalDate day, String seller, String customer, CustomerOrder order)
            implements CustomerNews {

        /** Whether it counts at the close of a day. */
        public boolean countsAt(LocalDate closed) {
            return day == null || !day.isAfter(closed);
        }
    }

    /**
     * A payer is to be written about an order.
     *
     * @param day with whose mailing; null: no day was closed yet, with the first
     */
    record SectionDue(@Nullable LocalDate day, String seller, String payer, MailingSection section)
            implements CustomerNews {}

    /**
     * A person has decided about a customer.
     *
     * @param day on which it reached us, and at whose close it counts; null: no day was closed yet
     */
    record CustomerActed(@Nullable LocalDate day, CustomerFact fact, Origin origin) implements CustomerNews {}
}
