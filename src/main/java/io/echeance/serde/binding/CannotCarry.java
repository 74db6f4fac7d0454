package io.echeance.serde.binding;

import java.io.EOFException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A value that the schema has no room for, or bytes that are no value of it. The message names the field. */
public final class CannotCarry extends SerializationException {
    private static final long serialVersionUID = 1;

    private final boolean placed;

    public CannotCarry(String message) {
        super(message);
        placed = false;
    }

    private CannotCarry(String message, Throwable cause) {
        super(message, cause);
        placed = true;
    }

    /** {@code cause}, met at {@code place}; the innermost place is the one that is reported. */
    static CannotCarry at(String place, Throwable cause) {
        if (cause instanceof CannotCarry known && known.placed) {
            return known;
        }
        return new CannotCarry(place + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof EOFException) {
            return "the bytes end too early";
        }
        @Nullable String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
