package io.echeance.app.filing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sends nothing: each e-mail becomes a file that a mail program opens.
 *
 * @param from null: the sellers' own addresses
 */
public record PreviewCourier(Path folder, @Nullable String from) implements Courier {

    @Override
    public Delivery send(Envelope envelope) {
        Path file = folder.resolve(AddressMarks.digest(envelope.messageId()) + ".eml");
        try (OutputStream out = Files.newOutputStream(file)) {
            MailMessage.of(Session.getInstance(new Properties()), envelope, from)
                    .writeTo(out);
            return new Delivery.Taken();
        } catch (MessagingException e) {
            return new Delivery.Later(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
