package io.echeance.query.access;

import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;

/** Where it is noted who saw whose names. */
@FunctionalInterface
public interface AccessLog {

    /**
     * Returns once it is written, on all copies.
     *
     * @throws TemporarilyUnavailable if it is not certain that it was: then nothing may be shown
     */
    void note(NamesShown shown) throws TemporarilyUnavailable;
}
