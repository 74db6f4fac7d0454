package io.echeance.serde.record;

import org.apache.kafka.common.utils.Bytes;

/**
 * A record of {@code person-keys}: the key of one entry that names a person. A deletion of it erases what it sealed.
 *
 * @param subject what it is for: {@code order/<id>}, {@code payment/<id>}, {@code customer/<seller>/<id>}
 * @param wrapped the key, sealed under the master key
 */
public record PersonKey(String subject, Bytes wrapped) {}
