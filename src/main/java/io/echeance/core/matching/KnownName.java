package io.echeance.core.matching;

import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.ReferenceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order, a document or a number by which payments may name it.
 *
 * @param payers who may be expected to pay it; nobody: it is found by its exact name only
 */
public record KnownName(String name, String orderId, List<String> payers) {

    public KnownName {
        payers = List.copyOf(payers);
    }

    public static KnownName of(OrderPlaced order) {
        Stream<String> funders = order.funding().stream()
                .filter(request -> request.mode() == FundingRequest.Mode.SUBROGATION)
                .map(FundingRequest::funderId);
        return new KnownName(
                order.orderId(),
                order.orderId(),
                Stream.concat(Stream.of(order.customer().id()), funders).toList());
    }

    public static KnownName of(DocumentNumbered numbered) {
        return new KnownName(
                numbered.number(),
                numbered.orderId(),
                List.of(numbered.documentId().payerOf(numbered.orderId())));
    }

    /** A document by our own id, which no bank's text has in other letters. */
    public static KnownName ofDocument(String documentId, String orderId) {
        return new KnownName(documentId, orderId, List.of());
    }

    /** Who owes it: of a document by our own id, whom that names. */
    List<String> debtors() {
        return payers.isEmpty() && name.startsWith(orderId + "/")
                ? List.of(new DocumentId(name).payerOf(orderId))
                : payers;
    }

    /** Under what it is looked up. */
    public String key() {
        return ReferenceText.key(name);
    }
}
