package io.echeance.serde.record;

import org.apache.kafka.common.utils.Bytes;

/**
 * What the intake remembers of a fact that it let through.
 *
 * @param orderId the order that it went to
 * @param digest SHA-256 of its content
 */
public record Admitted(String orderId, String factId, Bytes digest) {}
