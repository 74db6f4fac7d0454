package io.echeance.app.filing;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands e-mails to an SMTP server: text and HTML, and the mailing as PDF. What the server will never take is said; what
 * it does not take now is tried three times, and then by the next call. No more leave a minute than is set.
 */
public final class SmtpCourier implements Courier {

    private static final int TRIES = 3;
    private static final int FOR_EVER = 500;
    private static final String PATIENCE_MS = "20000";

    private final Session session;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable String from;
    private final Duration between;
    private final Pause pause;
    private boolean isFirst = true;

    /** How it waits. */
    public interface Pause {
        void of(Duration time);
    }

    private SmtpCourier(Settings settings, String host, Pause pause) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(settings.count(Setting.MAIL_PORT)));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MS);
        if (settings.isTrue(Setting.MAIL_TLS)) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
        this.user = settings.has(Setting.MAIL_USER) ? settings.text(Setting.MAIL_USER) : null;
        this.password = settings.has(Setting.MAIL_PASSWORD) ? settings.text(Setting.MAIL_PASSWORD) : null;
        this.from = settings.has(Setting.MAIL_FROM) ? settings.text(Setting.MAIL_FROM) : null;
        if (user != null) {
            properties.setProperty("mail.smtp.auth", "true");
        }
        this.session = Session.getInstance(properties);
        this.between = Duration.ofMinutes(1).dividedBy(settings.count(Setting.MAIL_PER_MINUTE));
        this.pause = pause;
    }

    /** @param host of the server */
    public static SmtpCourier of(Settings settings, String host, Pause pause) {
        return new SmtpCourier(settings, host, pause);
    }

    @Override
    public Delivery send(Envelope envelope) {
        String reason = "";
        for (int n = 0; n < TRIES; n++) {
            if (!isFirst) {
                pause.of(between.multipliedBy(1L << n));
            }
            isFirst = false;
            try {
                Transport.send(MailMessage.of(session, envelope, from), user, password);
                return new Delivery.Taken();
            } catch (MessagingException e) {
                reason = String.valueOf(e.getMessage()).strip();
                if (isForEver(e)) {
                    return new Delivery.Refused(reason);
                }
            }
        }
        return new Delivery.Later(reason);
    }

    /** The server says so of the address: no other failure is the payer's. */
    private static boolean isForEver(MessagingException failure) {
        for (Exception next = failure; next instanceof MessagingException one; next = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FOR_EVER;
            }
            if (one instanceof SMTPSendFailedException) {
                return false;
            }
            if (one instanceof SendFailedException && one.getNextException() == null) {
                return false;
            }
        }
        return failure instanceof AddressException;
    }

    @Override
    public void close() {
        // Each e-mail has its own connection: none is held open between two.
    }
}
