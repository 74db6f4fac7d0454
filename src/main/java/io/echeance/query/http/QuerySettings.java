package io.echeance.query.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and to whom an instance answers.
 *
 * @param host the interface to listen on
 * @param port 0: any free one
 * @param tokens none: whoever reaches it may do everything, so it listens on the loopback interface only
 * @param tls null: plain HTTP
 */
public record QuerySettings(
        String host, int port, List<Token> tokens, @Nullable Tls tls, Limits limits) {

    /**
     * @param keyStore PKCS #12, with the key and certificate of this instance; the other instances' certificates are
     *     trusted if they are this one, or are signed by one that is in it
     */
    public record Tls(Path keyStore, String password) {}

    public QuerySettings {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("without tokens it listens on the loopback interface only");
        }
    }

    /** Whether only programs on this machine reach it. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String scheme() {
        return tls == null ? "http" : "https";
    }
}
