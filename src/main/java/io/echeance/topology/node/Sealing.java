package io.echeance.topology.node;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.matching.BankWords;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PersonMark;
import io.echeance.core.order.Words;
import io.echeance.serde.DetailBytes;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerNews.CustomerActed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SealedDetails.SealedDetail;
import io.echeance.serde.seal.MasterKey;
import io.echeance.serde.seal.MasterKey.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the words of a fact before it goes where it is kept for ever: the fact goes without them, and its
 * original bytes, which have them, go sealed with a key of their own.
 */
public final class Sealing {

    private final Supplier<@Nullable MasterKey> master;
    private final ReferenceData reference;

    /**
     * @param master null: everything stays as it is
     * @param reference whose sellers' numbers are looked for in a bank's text
     */
    public Sealing(Supplier<@Nullable MasterKey> master, ReferenceData reference) {
        this.master = master;
        this.reference = reference;
    }

    boolean isOn() {
        return master.get() != null;
    }

    /** Whose documents' numbers are known in a text. */
    Set<String> sellers() {
        return reference.sellers();
    }

    /**
     * What is kept of a payment for ever: no mark of who decided, though the key was taken away that it was made with;
     * that of an account, for it is to be forgotten by it when the payment leaves its order.
     */
    PaymentFact kept(PaymentFact fact) {
        if (isOn()) {
            PaymentFact kept = Words.without(fact, sellers());
            return kept instanceof PaymentReceived without && fact instanceof PaymentReceived payment
                    ? without.fromAccount(payment.senderAccount())
                    : kept;
        }
        return fact instanceof PaymentApplied decision ? decision.decidedBy(PersonMark.words(decision.by())) : fact;
    }

    /** @param keys hears of each new key, with its id */
    LoggedFact sealed(LoggedFact entry, BiConsumer<String, PersonKey> keys) {
        if (!isOn() || !(entry.payload() instanceof Received(Fact fact))) {
            return entry;
        }
        Fact kept = Words.without(fact, sellers());
        Origin origin = entry.origin();
        if (kept.equals(fact)) {
            return entry;
        }
        Origin sealed = origin == null ? null : sealed(origin, "order/" + fact.orderId(), keys);
        return new LoggedFact(sealed, new Received(kept), entry.knownOn());
    }

    /**
     * What payments are matched by: of a bank's text the words that may name an order or a document, and nothing that
     * was typed, but that whoever decides is told from others by a mark. So nothing else lies where money waits, for as
     * long as it waits.
     */
    LoggedFact matched(LoggedFact entry, BiConsumer<String, PersonKey> keys) {
        Origin origin = entry.origin();
        MasterKey own = master.get();
        if (own == null || origin == null || !(entry.payload() instanceof Received(PaymentFact fact))) {
            return entry;
        }
        if (Words.without(fact, sellers()).equals(fact)) {
            return entry;
        }
        PaymentFact sought =
                fact instanceof PaymentApplied decision ? marked(decision, own) : BankWords.sought(fact, sellers());
        Origin sealed = sealed(origin, ofPayment(fact), keys);
        return new LoggedFact(
                fact instanceof PaymentDetailed detailed
                        ? DetailsUnderSeal.with(sealed, each(detailed, origin.place(), own, keys))
                        : sealed,
                new Received(sought),
                entry.knownOn());
    }

    /** Each is erased without the others: what is told of it has a key of its own. */
    private List<SealedDetail> each(
            PaymentDetailed detailed, String place, MasterKey own, BiConsumer<String, PersonKey> keys) {
        List<SealedDetail> each = new ArrayList<>();
        for (PaymentDetailed one : PaymentDetail.oneByOne(detailed)) {
            if (!Words.without(one, sellers()).equals(one)) {
                Made made = made(own, ofPayment(one), keys);
                byte[] sealed = made.key().seal(DetailBytes.of(one), place);
                each.add(new SealedDetail(one.paymentId(), made.id(), Bytes.wrap(sealed)));
            }
        }
        return each;
    }

    private static String ofPayment(PaymentFact fact) {
        return "payment/" + fact.movementId();
    }

    private static PaymentApplied marked(PaymentApplied decision, MasterKey own) {
        String account = PersonMark.account(decision.by());
        return decision.decidedBy(account == null ? null : own.markOf(account).written());
    }

    /** What a bank tells may have words that came while no key was set: where it is kept for ever they lie sealed. */
    CashDecision sealed(CashDecision decision, BiConsumer<String, PersonKey> keys) {
        PaymentDecided one = decision.decided();
        FirstDecision before = one.first();
        Origin first = decision.firstOrigin();
        boolean isSigned = one.by() != null || (before != null && before.by() != null);
        if (!isOn() || !(isSigned || one.notification() != null)) {
            return decision;
        }
        String subject = "payment/" + one.paymentId();
        return new CashDecision(
                one.decidedBy(null).firstDecidedBy(null),
                sealed(decision.origin(), subject, keys),
                first == null ? null : sealed(first, subject, keys));
    }

    CustomerActed sealed(CustomerActed news, BiConsumer<String, PersonKey> keys) {
        if (!isOn()) {
            return news;
        }
        CustomerFact fact = news.fact();
        String subject = "customer/" + fact.seller() + "/" + fact.customer();
        return new CustomerActed(news.day(), fact.withoutWords(), sealed(news.origin(), subject, keys));
    }

    private Origin sealed(Origin origin, String subject, BiConsumer<String, PersonKey> keys) {
        MasterKey own = master.get();
        if (own == null || origin.sealedBy() != null) {
            return origin;
        }
        Made made = made(own, subject, keys);
        byte[] sealed = made.key().seal(origin.value().get(), origin.place());
        return origin.sealed(made.id(), Bytes.wrap(sealed));
    }

    private static Made made(MasterKey own, String subject, BiConsumer<String, PersonKey> keys) {
        Made made = own.make(subject);
        keys.accept(made.id(), made.kept());
        return made;
    }
}
