package io.echeance.console;

import io.echeance.core.matching.Lead;
import io.echeance.query.KnownPayment;
import io.echeance.query.LeadInWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What money that waits may be for, and the key that places it so.
 *
 * @param number the key; 0: none, since something speaks against it, or since the list has a key for that order
 */
public record Offer(LeadInWords lead, int number) {

    private static final int LAST_KEY = 9;

    /** The keys go on behind those of the orders that the list proposes. */
    static List<Offer> of(List<LeadInWords> leads, KnownPayment known) {
        Set<String> proposed = new HashSet<>();
        if (known.standing() != null) {
            known.standing().parts().forEach(part -> proposed.add(part.orderId()));
        }
        known.proposals().forEach(proposal -> proposed.add(proposal.orderId()));
        List<Offer> offers = new ArrayList<>();
        int next = proposed.size() + 1;
        for (LeadInWords lead : leads) {
            boolean isProposed = lead.parts().size() == 1
                    && proposed.contains(lead.parts().getFirst().orderId());
            boolean hasKey = !lead.contradicted() && !isProposed && next <= LAST_KEY;
            offers.add(new Offer(lead, hasKey ? next++ : 0));
        }
        return offers;
    }

    /** The orders that it places with, each once. */
    public String orders() {
        return String.join(
                ", ",
                lead.parts().stream().map(Lead.LeadPart::orderId).distinct().toList());
    }
}
