package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;

/** On its way to {@link Payments}: a payment or its return, keyed by payment id, or a day. */
public record ForPayments(LoggedFact entry) {}
