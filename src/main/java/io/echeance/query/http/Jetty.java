package io.echeance.query.http;

import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.QuerySettings.Tls;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The web server: small, patient with nobody, and saying nothing about itself. */
final class Jetty {

    private static final int CONNECTIONS = 500;

    /** For so long a browser asks this host by TLS only. */
    private static final long YEAR_SECONDS = 31_536_000;

    private Jetty() {}

    static void configure(JavalinConfig config, QuerySettings settings, Clerk clerk, Refusals refusals) {
        Limits limits = settings.limits();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = limits.bodyBytes();
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new Wrong(refusals));
            server.setStopTimeout(limits.arrival().toMillis());
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setRequestHeaderSize(limits.headerBytes());
            http.setIdleTimeout(limits.idle().toMillis());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.jetty.addConnector((server, http) -> {
            LocalConnector inside = new LocalConnector(server, new HttpConnectionFactory(http));
            clerk.through(inside);
            return inside;
        });
    }

    private static Connector connector(Server server, HttpConfiguration http, QuerySettings settings) {
        Tls tls = settings.tls();
        Connections connections = new Connections(CONNECTIONS, settings.limits(), server.getScheduler());
        ServerConnector connector;
        if (tls == null) {
            HttpConfiguration plain = new HttpConfiguration(http);
            plain.addCustomizer(connections);
            connector = new ServerConnector(server, new HttpConnectionFactory(plain));
        } else {
            SslContextFactory.Server keys = new SslContextFactory.Server();
            keys.setKeyStorePath(tls.keyStore().toAbsolutePath().toString());
            keys.setKeyStorePassword(tls.password());
            keys.setKeyStoreType("PKCS12");
            keys.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            HttpConfiguration secure = new HttpConfiguration(http);
            // Instances call one another by addresses that a certificate need not name for the server's own check.
            SecureRequestCustomizer customizer = new SecureRequestCustomizer(false);
            customizer.setStsMaxAge(YEAR_SECONDS);
            secure.addCustomizer(customizer);
            secure.addCustomizer(connections);
            connector = new ServerConnector(
                    server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(secure));
        }
        connector.addBean(connections);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        return connector;
    }

    /** What a status of the web server's own means to the asker. */
    static Problem problem(int status) {
        return switch (status) {
            case 404 -> new Problem(Kind.NO_SUCH_PAGE, "/openapi.json lists the addresses");
            case 405 -> new Problem(Kind.NOT_THIS_METHOD, "/openapi.json lists the methods");
            case 408 -> new Problem(Kind.TOO_SLOW, "it did not arrive in time");
            case 413, 414, 431 -> new Problem(Kind.TOO_LARGE, "its address, its headers or its body are too long");
            case 501, 505 -> Problem.malformed("this is not an HTTP request");
            case 503 -> new Problem(Kind.BUSY, "the server is starting or stopping");
            default ->
                status < 500
                        ? Problem.malformed("it is not a well-formed HTTP request")
                        : new Problem(Kind.BROKEN, "the log tells more");
        };
    }

    /** What cannot even be handed to a handler. */
    private static final class Wrong extends ErrorHandler {

        private final Refusals refusals;

        Wrong(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                @Nullable String message,
                @Nullable Throwable cause,
                Callback callback) {
            String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
            Reply reply = refusals.of(
                    problem(code), path, "", name -> request.getHeaders().get(name));
            response.setStatus(reply.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
            reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.write(true, ByteBuffer.wrap(reply.body()), callback);
        }

        @Override
        public boolean errorPageForMethod(String method) {
            return true;
        }
    }
}
