package io.echeance.core.order;

import java.time.LocalDate;
import java.util.List;

/** What becomes of the funders' shares. */
public sealed interface FundingAlert extends Alert {

    @Override
    String orderId();

    @Override
    String payer();

    /** What moved a share. */
    enum Movement {
        GRANTED,
        CUT,
        REFUSED,
        SILENT,
        UNPAID
    }

    /** @param payer the funder whose share it is */
    record ShareMoved(LocalDate on, String orderId, String payer, Movement movement, List<String> basis)
            implements FundingAlert {}

    /** @param payer the funder, whose agreement came after its deadline */
    record LateAgreement(LocalDate on, String orderId, String payer, List<String> basis) implements FundingAlert {}

    /** @param payer the funder, who granted more than was left to pay */
    record OverFunded(LocalDate on, String orderId, String payer, List<String> basis) implements FundingAlert {}

    /**
     * The customer has not said whether it accepts to pay what the funder does not.
     *
     * @param payer the customer
     */
    record AcceptanceMissing(LocalDate on, String orderId, String payer, String funder, List<String> basis)
            implements FundingAlert {}
}
