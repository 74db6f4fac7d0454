package io.echeance.app;

/** The call was wrong: exit status 2. The message is one line that says what is wrong and how to mend it. */
public final class WrongCall extends RuntimeException {

    public WrongCall(String message) {
        super(message);
    }

    public WrongCall(String message, Throwable cause) {
        super(message, cause);
    }
}
