package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;

/** On its way to {@link Payments}: a payment, a refund or a return, keyed by the id that it names, or a day. */
public record ForPayments(LoggedFact entry) {}
