package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one fact may say, and how many facts an order may have: far more than any sale needs, and little enough that
 * nothing that follows from them outgrows a record of the stream, or costs more than a moment. What is beyond is
 * refused, {@link Reason#TOO_LARGE}; nothing stops.
 *
 * <p>Reading taken: the numbering's own facts are not counted, since they answer documents and refuse nobody.
 */
public final class Bounds {

    /** Longest record, key and value, in bytes. */
    public static final int RECORD_BYTES = 64 << 10;

    /** Longest text that people read (a description, a reason, a reference), in characters. */
    public static final int TEXT = 1_000;

    static final int LINES = 100;
    static final int PERIODS = 100;
    static final int FUNDERS = 20;
    /** Of one payment. */
    static final int PARTS = 50;
    /** Of a payment that is a sum of several. */
    static final int DETAILS = 200;

    /** Facts of one order, and payments among them. */
    public static final int FACTS = 1_000;

    public static final int PAYMENTS = 500;

    /** All that was received of one order, as {@link #weight} weighs it. */
    public static final int EVIDENCE_BYTES = 256 << 10;

    /** With another one, together no more than that: each was weighed when it came. */
    private static final int FEW = EVIDENCE_BYTES / RECORD_BYTES;

    /** Documents of one order on one day: whatever goes wrong, the stream comes to rest. */
    public static final int DOCUMENTS_A_DAY = 200;

    private static final int OF_A_FACT = 200;
    private static final int OF_AN_ELEMENT = 48;
    /** A character has at most so many bytes in UTF-8. */
    private static final int UTF8 = 3;

    private Bounds() {}

    /** No less than the bytes that the fact takes on a topic and in a store. */
    static int weight(Fact fact) {
        return weight(fact, FactText.of(fact));
    }

    private static int weight(Fact fact, List<FactText> texts) {
        int weight = OF_A_FACT + OF_AN_ELEMENT * elements(fact);
        for (FactText text : texts) {
            weight += utf8Bytes(text.text()) + UTF8;
        }
        return weight;
    }

    private static int elements(Fact fact) {
        if (fact instanceof OrderPlaced order) {
            return order.lines().size()
                    + order.service().periods().size()
                    + order.funding().size();
        }
        if (fact instanceof PaymentApplied applied) {
            return applied.parts().size() + applied.deductions().size();
        }
        if (fact instanceof PaymentDetailed detailed) {
            return detailed.details().size();
        }
        return fact instanceof OrderAmended amended ? amended.lines().size() : 0;
    }

    static int utf8Bytes(String text) {
        int bytes = 0;
        for (int n = 0; n < text.length(); n++) {
            char one = text.charAt(n);
            bytes += one < 0x80 ? 1 : (one < 0x800 ? 2 : UTF8);
        }
        return bytes;
    }

    /** A fact that is too large whatever else is known. */
    static @Nullable Refusal tooLarge(Fact fact) {
        List<FactText> texts = FactText.of(fact);
        int weight = weight(fact, texts);
        if (weight > RECORD_BYTES) {
            return refusal("it has " + weight + " bytes, a fact has at most " + RECORD_BYTES);
        }
        for (FactText text : texts) {
            if (text.isUnbound() && text.text().length() > TEXT) {
                int length = text.text().length();
                return new Refusal(
                        Reason.TOO_LARGE,
                        new Sentence(
                                text.field() + " a " + length + " caractères, un texte en a " + TEXT + " au plus",
                                text.field() + " has " + length + " characters, a text has at most " + TEXT));
            }
        }
        return switch (fact) {
            case OrderPlaced order -> {
                Refusal lines = tooMany("lines", order.lines(), LINES);
                Refusal periods = tooMany("service.periods", order.service().periods(), PERIODS);
                Refusal funding = tooMany("funding", order.funding(), FUNDERS);
                yield lines != null ? lines : (periods != null ? periods : funding);
            }
            case OrderAmended amended -> tooMany("lines", amended.lines(), LINES);
            case PaymentApplied applied -> {
                Refusal parts = tooMany("parts", applied.parts(), PARTS);
                yield parts != null ? parts : tooMany("deductions", applied.deductions(), PARTS);
            }
            case PaymentDetailed detailed -> tooMany("details", detailed.details(), DETAILS);
            case Fact other -> null;
        };
    }

    private static @Nullable Refusal tooMany(String field, List<?> elements, int most) {
        return elements.size() > most
                ? refusal(field + " has " + elements.size() + " elements, at most " + most)
                : null;
    }

    /** A fact for which the order has no room left. */
    static @Nullable Refusal full(Fact fact, Evidence evidence) {
        if (fact instanceof OwnFact || evidence.facts().size() < FEW) {
            return null;
        }
        int facts = 0;
        int payments = 0;
        int weight = weight(fact);
        for (KnownFact known : evidence.facts()) {
            if (!(known.fact() instanceof OwnFact)) {
                facts++;
                payments += known.fact() instanceof PaymentReceived ? 1 : 0;
                weight += weight(known.fact());
            }
        }
        if (facts >= FACTS) {
            return refusal("the order has " + FACTS + " facts, it takes no more");
        }
        if (payments >= PAYMENTS && fact instanceof PaymentReceived) {
            return refusal("the order has " + PAYMENTS + " payments, it takes no more");
        }
        return weight > EVIDENCE_BYTES
                ? refusal("with it the facts of the order would have more than " + EVIDENCE_BYTES + " bytes")
                : null;
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Reason.TOO_LARGE, sentence);
    }
}
