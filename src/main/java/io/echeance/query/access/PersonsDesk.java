package io.echeance.query.access;

import io.echeance.core.customer.Rights.Requested;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers persons about their data, as the commands {@code person} do. Of whom nothing was ever known: empty. */
public interface PersonsDesk {

    /** How far an erasure is. */
    enum ErasureState {
        /** What is kept could be erased. */
        KEPT,
        /** Something has to end first. */
        BUSINESS_OPEN,
        /** It is deleted, and the brokers have not cleaned all of it yet. */
        PENDING,
        /** Nothing of it is found any more. */
        ERASED
    }

    /** @param lines of a certificate, or what is open, or where something still lies */
    record Erasure(ErasureState state, List<String> lines) {

        public Erasure {
            lines = List.copyOf(lines);
        }
    }

    /** All that is kept, as a zip. */
    Optional<byte[]> export(String id) throws TemporarilyUnavailable;

    /** Erases what may go; asked again, it looks whether that is gone. While business is open, nothing happens. */
    Optional<Erasure> erase(String id, String by) throws TemporarilyUnavailable;

    /** Only looks. */
    Optional<Erasure> erasure(String id) throws TemporarilyUnavailable;

    /** What persons have asked for and nobody has answered, the most urgent first; of all sellers. */
    List<Requested> requests(LocalDate today) throws TemporarilyUnavailable;
}
