package io.echeance.serde.registry;

import org.apache.kafka.common.errors.RetriableException;

/** The registry gave no answer. That says nothing about the record: it is tried again, never skipped. */
public final class RegistryUnavailable extends RetriableException {
    private static final long serialVersionUID = 1;

    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
