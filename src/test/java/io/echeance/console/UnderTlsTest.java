package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.query.http.Limits;
import io.echeance.query.http.QueryServer;
import io.echeance.query.http.QuerySettings;
import io.echeance.query.http.QuerySettings.Tls;
import io.echeance.query.http.Token;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Under TLS the console")
class UnderTlsTest {

    private static final String ALICE = "correct-horse-battery-staple";
    private static final String PASSWORD = "only-for-this-test";

    @Test
    @DisplayName("is kept to TLS by browsers, gives its cookie to this host only, and takes forms of https only")
    void keepsToTls(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = keys(folder.resolve("keys.p12"));
        Token alice = Token.parse("alice:collect:" + Sha256.of(ALICE)).getFirst();
        QuerySettings settings =
                new QuerySettings("localhost", 0, List.of(alice), new Tls(keys, PASSWORD), Limits.USUAL);
        try (QueryServer server = QueryServer.start(settings, new Console());
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
            String own = "https://localhost:" + server.port();
            HttpResponse<String> in = comeIn(client, own, own);
            HttpResponse<String> plain = comeIn(client, own, own.replace("https", "http"));

            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-echeance=")
                    .contains("Secure", "Path=/", "HttpOnly")
                    .doesNotContain("Domain");
            assertThat(plain.statusCode()).isEqualTo(403);
            assertThat(plain.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    private static HttpResponse<String> comeIn(HttpClient client, String own, String origin)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(own + "/console/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(ConsoleAtWork.written("token", ALICE)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Nothing in the JDK's interfaces makes a certificate: its tool does. */
    private static Path keys(Path file) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        return file;
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            own.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", own.getCertificate("own"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
