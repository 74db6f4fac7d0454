package io.echeance.query.instance;

import io.echeance.core.ledger.RunningBalance;
import io.echeance.query.Issuing;
import io.echeance.query.MonthShelf;
import java.util.List;
import java.util.Optional;

/** The sellers' books, as far as this instance keeps them: each part of the stream may be on another one. */
public interface Ledgers {

    /** The partitions that are added up here. */
    List<MonthShelf> months();

    /** Empty: another instance has it, or the seller has no entry. */
    Optional<RunningBalance> balance(String seller);

    /** Empty: another instance has it, or the seller has issued nothing. */
    Optional<Issuing> issuing(String seller);
}
