package io.echeance.core.settlement;

import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import java.time.LocalDate;

/**
 * Money that went to a document (<i>encaissement</i>).
 *
 * @param on the payment's value date; the day on which it came back
 * @param amount negative: it went elsewhere or came back
 */
public record Collected(DocumentId documentId, LocalDate on, Money amount) {}
