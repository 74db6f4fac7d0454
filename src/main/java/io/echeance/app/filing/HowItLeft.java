package io.echeance.app.filing;

import io.echeance.core.customer.CustomerFact.MailingChannel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and when a mailing left, as it is noted beside its file: {@code 2026-03-18 EMAIL <id>}.
 *
 * @param messageId of an e-mail; null: it is a letter
 */
record HowItLeft(
        LocalDate on, MailingChannel channel, @Nullable String messageId) {

    static HowItLeft read(String text) {
        List<String> words = List.of(text.split(" ", 3));
        return new HowItLeft(
                LocalDate.parse(words.get(0)),
                MailingChannel.valueOf(words.get(1)),
                words.size() > 2 ? words.get(2) : null);
    }

    String text() {
        return on + " " + channel + (messageId == null ? "" : " " + messageId);
    }
}
