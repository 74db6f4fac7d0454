package io.echeance.core.order;

import java.time.LocalDate;
import java.util.List;

/** Access to the service, or the documents of the school, are held back or given free. */
public record ServiceHold(LocalDate on, String orderId, HeldService hold, HoldState state, List<String> basis)
        implements Output {

    public enum HeldService {
        ACCESS,
        DOCUMENTS
    }

    public enum HoldState {
        SUSPENDED,
        RESTORED,
        WITHHELD,
        RELEASED
    }
}
