package io.echeance.core.customer;

import io.echeance.core.money.Money;
import io.echeance.core.order.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the topic {@code customer-actions}: what people decide about a customer of a seller, and what became of what
 * it was written.
 */
public sealed interface CustomerFact {

    /** In the place of words that lie sealed elsewhere. */
    String SEALED = "(sealed)";

    String factId();

    String seller();

    /** The customer; of a mailing, the payer that it went to. */
    String customer();

    /** The day from which it counts. */
    LocalDate on();

    /** Without what somebody typed, which may name a person and decides nothing. */
    CustomerFact withoutWords();

    /** Whether it was taken before, see {@link Words#areOne(Object, Object, java.util.function.UnaryOperator)}. */
    default boolean isAmong(List<CustomerFact> before) {
        return before.stream().anyMatch(one -> Words.areOne(one, this, CustomerFact::withoutWords));
    }

    /**
     * A person has decided about what was proposed (GDPR, article 22).
     *
     * @param reason why, in the person's words
     * @param until last day on which what was accepted holds; of an acceptance, obligatory
     * @param grounds what the proposal rested on; empty: all that was there on {@code on}
     * @param heardOn the day on which the customer was heard; obligatory before what harms a natural person
     * @param informedOn the day on which the customer was informed of the decision; likewise
     */
    record StandingDecided(
            String factId,
            String seller,
            String customer,
            LocalDate on,
            StandingKind kind,
            DecisionOutcome outcome,
            String reason,
            String by,
            @Nullable LocalDate until,
            List<String> grounds,
            @Nullable LocalDate heardOn,
            @Nullable LocalDate informedOn)
            implements CustomerFact {

        public StandingDecided {
            grounds = List.copyOf(grounds);
        }

        @Override
        public StandingDecided withoutWords() {
            return new StandingDecided(
                    factId, seller, customer, on, kind, outcome, SEALED, SEALED, until, grounds, heardOn, informedOn);
        }

        /** Whether its words lie sealed elsewhere: then nothing quotes them. */
        public boolean isWordless() {
            return reason.equals(SEALED) && by.equals(SEALED);
        }
    }

    /**
     * What a customer may owe, as a person has set it: a mark for lists, and an alert when it is exceeded. No order is
     * refused. Of two the later counts, by its day, then by its id.
     *
     * @param amount with VAT; null: there is no limit any more
     * @param until last day on which it counts; null: until another is set
     * @param reason why, in the person's words
     */
    record CreditLimitSet(
            String factId,
            String seller,
            String customer,
            LocalDate on,
            @Nullable Money amount,
            @Nullable LocalDate until,
            String reason,
            String by)
            implements CustomerFact {

        @Override
        public CreditLimitSet withoutWords() {
            return new CreditLimitSet(factId, seller, customer, on, amount, until, SEALED, SEALED);
        }

        /** Whether its words lie sealed elsewhere: then nothing quotes them. */
        public boolean isWordless() {
            return reason.equals(SEALED) && by.equals(SEALED);
        }
    }

    /**
     * A mailing has left.
     *
     * @param messageId of an e-mail; null: it is a letter
     * @param by who or what sent it
     */
    record MailingSent(
            String factId,
            String seller,
            String customer,
            LocalDate on,
            String mailingId,
            MailingChannel channel,
            @Nullable String messageId,
            String by)
            implements CustomerFact {

        @Override
        public MailingSent withoutWords() {
            return new MailingSent(factId, seller, customer, on, mailingId, channel, messageId, SEALED);
        }
    }

    /**
     * A mailing did not reach the payer: it came back, or was refused.
     *
     * @param address digest of the address, by which it is known again when it has changed, under the master key where
     *     words are sealed; never the address itself
     * @param reason as the other side says it
     */
    record MailingFailed(
            String factId,
            String seller,
            String customer,
            LocalDate on,
            String mailingId,
            MailingChannel channel,
            @Nullable String address,
            String reason,
            String by)
            implements CustomerFact {

        @Override
        public MailingFailed withoutWords() {
            return new MailingFailed(factId, seller, customer, on, mailingId, channel, address, SEALED, SEALED);
        }
    }

    /**
     * A person asks for something that the law gives (GDPR, articles 15 to 21).
     *
     * @param on the day on which it was received: a month runs from it (article 12-3)
     * @param identity how it was made sure who asks; never a copy of a document
     */
    record RightAsked(
            String factId, String seller, String customer, LocalDate on, PersonRight right, String identity, String by)
            implements CustomerFact {

        @Override
        public RightAsked withoutWords() {
            return new RightAsked(factId, seller, customer, on, right, SEALED, SEALED);
        }
    }

    /**
     * What became of it.
     *
     * @param asked the fact id of what was asked
     * @param until of what is put off the new last day; else null
     * @param reason why, as the person was told
     */
    record RightAnswered(
            String factId,
            String seller,
            String customer,
            LocalDate on,
            String asked,
            RightOutcome outcome,
            @Nullable LocalDate until,
            String reason,
            String by)
            implements CustomerFact {

        @Override
        public RightAnswered withoutWords() {
            return new RightAnswered(factId, seller, customer, on, asked, outcome, until, SEALED, SEALED);
        }
    }

    /** A right of a person, in the order of the articles of the GDPR. */
    enum PersonRight {
        ACCESS,
        RECTIFICATION,
        ERASURE,
        RESTRICTION,
        PORTABILITY,
        OBJECTION;

        /** Whether it goes on once it is asked for, until it is lifted. */
        public boolean holds() {
            return this == RESTRICTION || this == OBJECTION;
        }
    }

    /** What became of what a person asked for. */
    enum RightOutcome {
        GRANTED,
        REFUSED,
        /** By two more months at most, and the person is told why (article 12-3). */
        EXTENDED,
        /** Of a restriction that was granted: it has ended, and the person was told before (article 18-3). */
        LIFTED
    }

    /** How a mailing leaves. */
    enum MailingChannel {
        LETTER,
        EMAIL
    }

    /** What a person makes of a proposal. */
    enum DecisionOutcome {
        ACCEPTED,
        /** It does not come back on the same grounds. */
        REFUSED,
        /** What was accepted holds no longer; nor is it proposed again on the same grounds. */
        ENDED
    }
}
