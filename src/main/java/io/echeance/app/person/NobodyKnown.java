package io.echeance.app.person;

import io.echeance.app.terminal.WorkFailed;

/** Nothing is known of somebody, and nothing was. */
final class NobodyKnown extends WorkFailed {
    private static final long serialVersionUID = 1;

    NobodyKnown(String id) {
        super("nothing is known of " + id + ", and nothing was.");
    }
}
