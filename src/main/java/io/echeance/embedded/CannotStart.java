package io.echeance.embedded;

import org.jspecify.annotations.Nullable;

/** Broker or registry cannot start. The message is one sentence for the user: what is wrong and how to mend it. */
public final class CannotStart extends RuntimeException {
    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
