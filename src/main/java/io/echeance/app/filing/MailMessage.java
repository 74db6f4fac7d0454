package io.echeance.app.filing;

import io.echeance.app.filing.Courier.Envelope;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An e-mail as it travels: text and HTML, and the mailing as PDF. */
final class MailMessage {

    private MailMessage() {}

    /** @param from null: the envelope's sender */
    static MimeMessage of(Session session, Envelope envelope, @Nullable String from) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", envelope.messageId());
            }
        };
        String sender = from == null ? envelope.from() : from;
        if (sender == null) {
            throw new MessagingException("the seller has no e-mail address, and mail.from is not set");
        }
        message.setFrom(new InternetAddress(sender, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to(), true));
        message.setSubject(envelope.subject(), StandardCharsets.UTF_8.name());
        message.setContentLanguage(new String[] {envelope.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart words = new MimeMultipart("alternative");
        words.addBodyPart(text(envelope.text(), "plain"));
        words.addBodyPart(text(envelope.html(), "html"));
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(words);
        MimeBodyPart pdf = new MimeBodyPart();
        pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(envelope.pdf(), "application/pdf")));
        pdf.setFileName(envelope.fileName());
        pdf.setDisposition(Part.ATTACHMENT);
        MimeMultipart all = new MimeMultipart("mixed");
        all.addBodyPart(both);
        all.addBodyPart(pdf);
        message.setContent(all);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
