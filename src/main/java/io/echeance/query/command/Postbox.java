package io.echeance.query.command;

import io.echeance.core.order.Fact;
import io.echeance.query.instance.Moving;
import io.echeance.serde.record.Rejected;
import java.util.Optional;

/** Where facts are posted, and where it shows that one was refused on its way to its account. */
public interface Postbox {

    /** @throws Moving if it is not certain that it was written; to post it again does no harm */
    void post(Fact fact) throws Moving;

    /** What was lately said of a fact on {@code rejected}. */
    Optional<Rejected> rejection(String factId);
}
