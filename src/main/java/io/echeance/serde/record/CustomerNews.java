package io.echeance.serde.record;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingRules;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.serde.record.CustomerRow.KeptShowing;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What the customers hear from the accounts and from the intake; keyed by seller and customer. */
public sealed interface CustomerNews
        permits CustomerNews.OrderNews,
                CustomerNews.RulesBound,
                CustomerNews.CustomerActed,
                CustomerNews.Waiting,
                DayMarker {

    /**
     * An order shows something else of its customer than before.
     *
     * @param shown the same, by the names of what is around it; its rules came before it, as {@link RulesBound}
     */
    record OrderNews(String seller, String customer, String orderId, KeptShowing shown) implements CustomerNews {}

    /** What terms make of customers, on which the orders behind it rest. */
    record RulesBound(Bytes digest, StandingRules rules) implements CustomerNews {}

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
