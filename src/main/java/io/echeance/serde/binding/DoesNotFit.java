package io.echeance.serde.binding;

/** A record and a schema do not fit each other: a mistake of ours, found when the binding is made. */
public final class DoesNotFit extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public DoesNotFit(String message) {
        super(message);
    }
}
