package io.echeance.app.filing;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the e-mails that came back (delivery status notifications, RFC 3464) out of a mailbox, each once. */
public final class Bounces {

    private static final int LONGEST = 300;
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:[^;]*;\\s*<?([^\\s>]+)");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:[^;\\n]*;\\s*(.+)$");

    /**
     * An e-mail that came back.
     *
     * @param messageId of the one that was sent
     */
    public record Bounce(String messageId, String address, String reason) {}

    private Bounces() {}

    /** Those that nobody has read; they count as read then. What is no notification is left as it is. */
    public static List<Bounce> read(String url) throws MessagingException {
        List<Bounce> bounces = new ArrayList<>();
        URLName place = new URLName(url);
        Properties properties = new Properties();
        properties.setProperty("mail." + place.getProtocol() + ".connectiontimeout", "20000");
        properties.setProperty("mail." + place.getProtocol() + ".timeout", "20000");
        try (Store store = Session.getInstance(properties).getStore(place)) {
            store.connect();
            String name = place.getFile();
            try (Folder folder = store.getFolder(name == null || name.isEmpty() ? "INBOX" : name)) {
                folder.open(Folder.READ_WRITE);
                for (Message message : folder.getMessages()) {
                    if (!message.isSet(Flags.Flag.SEEN) && message.isMimeType("multipart/report")) {
                        Bounce bounce = bounce(message);
                        if (bounce != null) {
                            bounces.add(bounce);
                        }
                        message.setFlag(Flags.Flag.SEEN, true);
                    }
                }
            }
        }
        return bounces;
    }

    private static @Nullable Bounce bounce(Message message) throws MessagingException {
        String status = "";
        String sent = null;
        try {
            Multipart parts = (Multipart) message.getContent();
            for (int n = 0; n < parts.getCount(); n++) {
                Part part = parts.getBodyPart(n);
                if (part.isMimeType("message/delivery-status")) {
                    status = text(part);
                } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                    String[] ids = new InternetHeaders(
                                    new ByteArrayInputStream(text(part).getBytes(StandardCharsets.UTF_8)))
                            .getHeader("Message-ID");
                    sent = ids == null || ids.length == 0 ? null : ids[0].strip();
                }
            }
        } catch (IOException e) {
            throw new MessagingException("a message could not be read", e);
        }
        Matcher recipient = RECIPIENT.matcher(status);
        if (sent == null || !FAILED.matcher(status).find() || !recipient.find()) {
            return null;
        }
        Matcher diagnostic = DIAGNOSTIC.matcher(status);
        String reason = diagnostic.find() ? diagnostic.group(1).strip() : "it came back";
        return new Bounce(sent, recipient.group(1), reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason);
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
