package io.echeance.app.filing;

import org.jspecify.annotations.Nullable;

/** Takes e-mails to those who are to have them. */
public interface Courier extends AutoCloseable {

    /**
     * An e-mail.
     *
     * @param messageId {@code <...@...>}, made of the mailing: a second sending is the same message to its reader
     * @param from null: who sends for this installation
     * @param html the same as the text
     */
    @SuppressWarnings("ArrayRecordComponent") // As it is sent; nobody compares it.
    record Envelope(
            String messageId,
            @Nullable String from,
            String to,
            String language,
            String subject,
            String text,
            String html,
            String fileName,
            byte[] pdf) {}

    /** What became of it. */
    sealed interface Delivery {

        /** The next server has it. */
        record Taken() implements Delivery {}

        /** It never will reach this address. */
        record Refused(String reason) implements Delivery {}

        /** Not now: it is tried again by the next call. */
        record Later(String reason) implements Delivery {}
    }

    Delivery send(Envelope envelope);

    @Override
    void close();
}
