package io.echeance.query.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is slow keeps nobody out. The headers of a request have a time limit, however many drops they come in, and so
 * has all that is done for it. If there are too many connections, the one is closed that has waited longest for its
 * request, of the address that has most of them: a new one is always let in, and asks at once or is next.
 */
final class Connections implements Connection.Listener, HttpConfiguration.Customizer {

    /** Far more than any answer takes; who reads it by drops is not waited for. */
    private static final Duration EXCHANGE = Duration.ofSeconds(60);

    private final int most;
    private final Duration first;
    private final Duration next;
    private final Scheduler scheduler;
    private final Map<Connection, Open> open = new LinkedHashMap<>();

    private record Open(String from, boolean waiting, Scheduler.Task limit) {}

    /** @param most connections at the same time */
    Connections(int most, Limits limits, Scheduler scheduler) {
        this.most = most;
        this.first = limits.arrival();
        this.next = limits.idle().plus(limits.arrival());
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return; // The one within it is counted.
        }
        Connection tooMany;
        synchronized (this) {
            put(connection, true, first);
            tooMany = open.size() > most ? longestWaiting() : null;
        }
        if (tooMany != null) {
            close(tooMany);
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        Open closed = open.remove(connection);
        if (closed != null) {
            closed.limit().cancel();
        }
    }

    /** The headers of a request are there. */
    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        Connection connection = request.getConnectionMetaData().getConnection();
        change(connection, false, EXCHANGE);
        Request.addCompletionListener(request, failure -> change(connection, true, next));
        return request;
    }

    private synchronized void change(Connection connection, boolean waiting, Duration limit) {
        Open before = open.remove(connection);
        if (before != null) {
            before.limit().cancel();
            put(connection, waiting, limit);
        }
    }

    /** The last in the order of those that wait. */
    private void put(Connection connection, boolean waiting, Duration limit) {
        open.put(
                connection,
                new Open(
                        from(connection),
                        waiting,
                        scheduler.schedule(() -> close(connection), limit.toMillis(), TimeUnit.MILLISECONDS)));
    }

    private @Nullable Connection longestWaiting() {
        Map<String, Integer> waiting = new HashMap<>();
        open.values().stream().filter(Open::waiting).forEach(one -> waiting.merge(one.from(), 1, Integer::sum));
        int most = Collections.max(waiting.values());
        return open.entrySet().stream()
                .filter(one -> one.getValue().waiting())
                .filter(one -> waiting.getOrDefault(one.getValue().from(), 0) == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String from(Connection connection) {
        SocketAddress from = connection.getEndPoint().getRemoteSocketAddress();
        return from instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(from);
    }

    private static void close(Connection connection) {
        connection.getEndPoint().close();
    }
}
