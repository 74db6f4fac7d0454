package io.echeance.serde;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;

/**
 * What a bank tells of one of the payments of a sum, as bytes of our own: nobody has sent it by itself, so no registry
 * knows its schema. What was received begins with a zero byte, as all does that a registry knows; this with a version.
 */
public final class DetailBytes {

    private static final StateCodec<PaymentFact> CODEC = StateCodec.of(Bindings.PAYMENT_FACT);

    private DetailBytes() {}

    /** @param one tells of one payment only */
    public static byte[] of(PaymentDetailed one) {
        return CODEC.encode(one);
    }

    /** Whether bytes are such, and were not received. */
    public static boolean are(byte[] bytes) {
        return bytes.length > 0 && bytes[0] != 0;
    }

    /** What such bytes say. */
    public static PaymentFact read(byte[] bytes) {
        return CODEC.decode(bytes);
    }
}
