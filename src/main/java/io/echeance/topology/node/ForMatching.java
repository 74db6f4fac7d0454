package io.echeance.topology.node;

import io.echeance.serde.record.LoggedFact;

/** On its way to {@link Matching}: a payment or its return, keyed by its reference, or a day. */
public record ForMatching(LoggedFact entry) {}
