package io.echeance.query.http;

import io.echeance.query.http.QuerySettings.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom an instance believes to be another one: who shows a certificate that stands in its own key store. */
final class TrustedPeers {

    private TrustedPeers() {}

    static SSLContext of(Tls tls) {
        try (InputStream file = Files.newInputStream(tls.keyStore())) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(file, tls.password().toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (String alias : Collections.list(own.aliases())) {
                trusted.setCertificateEntry(alias, own.getCertificate(alias));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the key store " + tls.keyStore() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
