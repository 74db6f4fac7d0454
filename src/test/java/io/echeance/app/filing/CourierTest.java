package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.echeance.app.filing.Courier.Delivery;
import io.echeance.app.filing.Courier.Envelope;
import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An e-mail")
class CourierTest {

    private static final Envelope MAIL = new Envelope(
            "<0123@seller.example>",
            "billing@seller.example",
            "acme@payer.example",
            "fr",
            "Seller – commande É-1",
            "Madame, Monsieur,\n",
            "<p>Madame, Monsieur,</p>",
            "2026-03-17-ACME.pdf",
            "%PDF".getBytes(StandardCharsets.US_ASCII));

    private static final String RETURNED = """
        From: MAILER-DAEMON@relay.example
        To: billing@seller.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; <acme@payer.example>
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <0123@seller.example>
        Subject: Seller

        --b--
        """;

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("has text, HTML and the PDF, and the same Message-ID when it is sent again; they leave one by one")
    void hasEverything() throws Exception {
        try (Courier courier = courier()) {
            assertThat(courier.send(MAIL)).isEqualTo(new Delivery.Taken());
            assertThat(courier.send(MAIL)).isEqualTo(new Delivery.Taken());
        }

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID())
                .isEqualTo(received[1].getMessageID())
                .isEqualTo(MAIL.messageId());
        assertThat(received[0].getSubject()).isEqualTo(MAIL.subject());
        Multipart parts = (Multipart) received[0].getContent();
        Multipart words = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(words.getBodyPart(0).getContent()).asString().contains("Madame");
        assertThat(words.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(MAIL.fileName());
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(MAIL.pdf());
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("that no server takes now is tried three times, and left for the next call")
    void isTriedAgain() {
        try (Courier courier = courier()) {
            server.stop();

            assertThat(courier.send(MAIL)).isInstanceOf(Delivery.Later.class);
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("to an address that is none is refused for good")
    void isRefused() {
        Envelope nowhere =
                new Envelope(MAIL.messageId(), MAIL.from(), "not an address", "fr", "s", "t", "h", "f.pdf", MAIL.pdf());
        try (Courier courier = courier()) {
            assertThat(courier.send(nowhere)).isInstanceOf(Delivery.Refused.class);
        }
    }

    @Test
    @DisplayName("that came back is read once, with its address and why")
    void comesBack() throws Exception {
        GreenMailUser box = server.setUser("billing@seller.example", "billing", "secret");
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(RETURNED.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))));
        String url = "imap://billing:secret@localhost:" + server.getImap().getPort() + "/INBOX";

        assertThat(Bounces.read(url))
                .containsExactly(new Bounces.Bounce(MAIL.messageId(), "acme@payer.example", "550 5.1.1 no such user"));
        assertThat(Bounces.read(url)).isEmpty();
    }

    private Courier courier() {
        Settings settings = SettingsFile.local(Map.of())
                .with(
                        Map.of(
                                "mail.host",
                                "localhost",
                                "mail.port",
                                String.valueOf(server.getSmtp().getPort()),
                                "mail.tls",
                                "false"),
                        "test");
        return SmtpCourier.of(settings, "localhost", pauses::add);
    }
}
