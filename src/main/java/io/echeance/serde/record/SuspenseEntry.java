package io.echeance.serde.record;

import io.echeance.core.order.Fact;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PersonMark;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that no order or invoice matches yet, a return that waits for its payment, or what a person has set aside
 * of a payment, as the stream keeps it.
 *
 * @param origin null: the log has it, of the order that it went to before; or the decision by which a bank told of it
 * @param since the day on which it reached us
 * @param announced a person was alerted
 * @param knownOn the day that the log will say it was known on, at the earliest; null: any
 * @param proposals what it may be meant for
 * @param setAside what of it a person has set aside; null: all of it waits
 * @param cameBack it waits or is set aside no more: the money has left again. It is kept for where it came from
 * @param shadow what a rule in shadow would have done with it; null: nothing
 */
public record SuspenseEntry(
        @Nullable Origin origin,
        PaymentFact fact,
        LocalDate since,
        boolean announced,
        @Nullable LocalDate knownOn,
        List<Proposal> proposals,
        @Nullable SetAside setAside,
        boolean cameBack,
        @Nullable InShadow shadow) {

    public SuspenseEntry {
        proposals = List.copyOf(proposals);
    }

    public SuspenseEntry(
            @Nullable Origin origin,
            PaymentFact fact,
            LocalDate since,
            boolean announced,
            @Nullable LocalDate knownOn,
            List<Proposal> proposals,
            @Nullable SetAside setAside,
            boolean cameBack) {
        this(origin, fact, since, announced, knownOn, proposals, setAside, cameBack, null);
    }

    /** Whether somebody has to say where it goes, or what a return takes back. */
    public boolean waits() {
        return !(fact instanceof PaymentApplied) && setAside == null && !cameBack;
    }

    /** With the words of what was received; one of the payments of which a sum was made has its own. */
    public SuspenseEntry saying(Fact came) {
        Fact received = Words.of(fact, came);
        PaymentFact said = fact;
        if (fact instanceof PaymentReceived kept
                && received instanceof PaymentReceived whole
                && kept.paymentId().equals(whole.paymentId())) {
            said = kept.naming(whole.reference());
        } else if (fact instanceof PaymentApplied kept && received instanceof PaymentApplied whole) {
            said = kept.decidedBy(whole.by());
        }
        return saying(said);
    }

    /** Without the mark that stands for who decided: it says nothing to who reads it. */
    public SuspenseEntry unmarked() {
        return fact instanceof PaymentApplied kept ? saying(kept.decidedBy(PersonMark.words(kept.by()))) : this;
    }

    /** The same, for who looks for its words: they are where it came from. */
    public SuspenseEntry from(Origin came) {
        return new SuspenseEntry(came, fact, since, announced, knownOn, proposals, setAside, cameBack, shadow);
    }

    private SuspenseEntry saying(PaymentFact said) {
        return new SuspenseEntry(origin, said, since, announced, knownOn, proposals, setAside, cameBack, shadow);
    }
}
