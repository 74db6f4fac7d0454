package io.echeance.serde.record;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a bank tells of a sum, under seal, on its way to that payment and while it waits there: all of it, and what it
 * tells of each payment by itself, which goes on with that payment and is erased with it.
 *
 * @param whole the original, sealed with the key that its origin names
 * @param each of those of the payments that have words
 */
public record SealedDetails(Bytes whole, List<SealedDetail> each) {

    /**
     * What is told of one of them.
     *
     * @param paymentId under which it will be known
     * @param sealedBy the key that it is sealed with
     */
    public record SealedDetail(String paymentId, String sealedBy, Bytes value) {}

    public SealedDetails {
        each = List.copyOf(each);
    }
}
