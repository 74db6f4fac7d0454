package io.echeance.query.access;

import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.invoice.Language;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers persons about their data, as the commands {@code person} do. Of whom nothing was ever known: empty. */
public interface PersonsDesk {

    /** How far an erasure is. */
    enum ErasureState {
        /** What is kept could be erased. */
        KEPT,
        /** Something has to end first. */
        BUSINESS_OPEN,
        /** A payment was said to be the person's, and is not known to be. */
        NOT_ITS_PAYMENT,
        /** It is deleted, and the brokers have not cleaned all of it yet. */
        PENDING,
        /** Nothing of it is found any more. */
        ERASED
    }

    /**
     * @param lines of a certificate, or of a refusal, or where something still lies
     * @param extent what it takes, or took
     * @param language in which all of it is said
     */
    record Erasure(ErasureState state, List<String> lines, Extent extent, Language language) {

        public Erasure {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What an erasure takes of a person, and what it leaves.
     *
     * @param party whether a name and an address are, or were, there
     * @param keys of what people typed and banks passed on
     */
    record Extent(boolean party, int keys, List<Kept> kept) {

        public static final Extent NOTHING = new Extent(false, 0, List.of());

        public Extent {
            kept = List.copyOf(kept);
        }
    }

    /**
     * What stays.
     *
     * @param count of what it is
     * @param of the year, or the number of orders; 0: neither
     * @param until in words
     * @param untilOn the last day; null: it is no day
     */
    record Kept(
            KeptKind kind,
            int count,
            int of,
            String what,
            String why,
            String until,
            @Nullable LocalDate untilOn) {}

    /** What stays, for programs. */
    enum KeptKind {
        INVOICES,
        FACTS_OF_INVOICES,
        FACTS,
        /** With words that came while no key was set. */
        CLEAR_WORDS,
        /** What the person has asked for, and what was decided about the person as a customer. */
        REQUESTS,
        /** Begun since the person was erased. */
        OPEN_SINCE,
        /** Digests of accounts that money came from. */
        ACCOUNT_MARKS,
        /** What banks told, as it came. */
        BANK_FILES,
        SENT,
        COPIES,
        DISKS
    }

    /**
     * All that is kept, as a zip.
     *
     * @param language of its summary; null: the person's, as in all that follows
     */
    Optional<byte[]> export(String id, @Nullable Language language) throws TemporarilyUnavailable, WordsStaySealed;

    /**
     * Erases what may go; asked again, it looks whether that is gone. While business is open, nothing happens.
     *
     * @param payments that are the person's though they name no payer
     */
    Optional<Erasure> erase(String id, String by, Set<String> payments, @Nullable Language language)
            throws TemporarilyUnavailable;

    /** Only looks. */
    Optional<Erasure> erasure(String id, @Nullable Language language) throws TemporarilyUnavailable;

    /** All that one person has asked for, of any seller, answered or not; the earliest last day first. */
    List<Requested> requests(String id, LocalDate today) throws TemporarilyUnavailable;

    /** What persons have asked for and nobody has answered, the most urgent first; of all sellers. */
    List<Requested> requests(LocalDate today) throws TemporarilyUnavailable;
}
