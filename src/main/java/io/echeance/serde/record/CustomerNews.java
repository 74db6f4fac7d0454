package io.echeance.serde.record;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.mailing.Mailing.MailingSection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customers hear from the accounts and from the intake; keyed by seller and customer. */
public sealed interface CustomerNews
        permits CustomerNews.OrderShown, CustomerNews.CustomerActed, CustomerNews.Waiting, DayMarker {

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

    /** What is of no use before the day is closed, and of none afterwards. */
    sealed interface Waiting extends CustomerNews {

        /** With whose close it goes; null: no day was closed yet, with the first. */
        @Nullable
        LocalDate day();

        CustomerKey whose();
    }

    /** A payer is to be written about an order. */
    record SectionDue(@Nullable LocalDate day, String seller, String payer, MailingSection section) implements Waiting {

        @Override
        public CustomerKey whose() {
            return new CustomerKey(seller, payer);
        }
    }

    /** An order was placed. */
    record OrderEntered(@Nullable LocalDate day, String seller, String customer, String orderId) implements Waiting {

        @Override
        public CustomerKey whose() {
            return new CustomerKey(seller, customer);
        }
    }

    /**
     * A person has decided about a customer.
     *
     * @param day on which it reached us, and at whose close it counts; null: no day was closed yet
     */
    record CustomerActed(@Nullable LocalDate day, CustomerFact fact, Origin origin) implements CustomerNews {}
}
