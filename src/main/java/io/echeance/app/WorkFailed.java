package io.echeance.app;

/** The call was right and the work failed: exit status 1. The message is one line for the user. */
public final class WorkFailed extends RuntimeException {

    public WorkFailed(String message) {
        super(message);
    }

    public WorkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
