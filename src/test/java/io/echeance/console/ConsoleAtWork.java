package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.app.demo.Sample;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.InSuspense;
import io.echeance.query.Issuing;
import io.echeance.query.http.DrawnOnce;
import io.echeance.query.http.NumberedDocuments;
import io.echeance.query.http.ServedBook;
import io.echeance.query.http.Token;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.SuspenseEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The console over the demo's orders as they stand on a day, and a browser without a screen that reads it. */
final class ConsoleAtWork implements AutoCloseable {

    /** Much is late then: promises, disputes, funders that refuse. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 16);

    static final String ODD_ORDER = "<script>alert(1)</script>'\"&{{7*7}}";
    static final String ODD_PAYER = "\"><img src=x onerror=alert(1)>'&amp;";

    private static final Sample SAMPLE = Sample.bundled();

    /** The sample as it stands on a day, which many tests begin with; it is played once for all of them. */
    private static final Map<LocalDate, Played> UNCHANGED = new ConcurrentHashMap<>();

    final ServedBook book;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private ConsoleAtWork(ServedBook book) {
        this.book = book;
    }

    static ConsoleAtWork open(Token... tokens) {
        return on(DAY, List.of(), tokens);
    }

    /** The same with whatever people and machines write into ids and reasons, in place of some of the sample's. */
    static ConsoleAtWork oddly() {
        return over(arrivals(DAY, ConsoleAtWork::odd), DAY, List.of());
    }

    private static Fact odd(Fact fact) {
        try {
            JsonNode changed = RecordJson.parse(FactJson.write(fact)
                    .toString()
                    .replace("\"T-2515\"", "\"" + ODD_ORDER.replace("\"", "\\\"") + "\"")
                    .replace("\"BOCAGE\"", "\"" + ODD_PAYER.replace("\"", "\\\"") + "\"")
                    .replace("\"H1\"", "\"" + ODD_PAYER.replace("\"", "\\\"") + "\""));
            return ((Parsed.Received) FactJson.parse(changed, "")).fact();
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    static ConsoleAtWork on(LocalDate day, List<SuspenseEntry> waiting, Token... tokens) {
        Played played = UNCHANGED.computeIfAbsent(day, one -> Played.of(arrivals(one, fact -> fact), one));
        return over(played, day, waiting, tokens);
    }

    /** What reached us before the day, each fact changed. */
    static List<Arrival> arrivals(LocalDate day, UnaryOperator<Fact> changed) {
        List<Arrival> arrivals = new ArrayList<>();
        for (LocalDate known = SAMPLE.firstDay(); known.isBefore(day); known = known.plusDays(1)) {
            for (Fact fact : SAMPLE.receivedOn(known)) {
                arrivals.add(new Arrival.Received(known, changed.apply(fact)));
            }
        }
        return arrivals;
    }

    /**
     * A book that nothing is told any more.
     *
     * @param accounts with the numbers of their documents
     */
    private record Played(Book book, List<Account> accounts, DrawnOnce drawn) {
        static Played of(List<Arrival> arrivals, LocalDate day) {
            Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
            new Simulation(arrivals, day.minusDays(1)).play(book);
            List<Account> accounts = NumberedDocuments.of(book.accounts().values(), day);
            return new Played(book, accounts, new DrawnOnce(accounts));
        }
    }

    static ConsoleAtWork over(List<Arrival> arrivals, LocalDate day, List<SuspenseEntry> waiting, Token... tokens) {
        return over(Played.of(arrivals, day), day, waiting, tokens);
    }

    private static ConsoleAtWork over(Played played, LocalDate day, List<SuspenseEntry> waiting, Token... tokens) {
        AtomicReference<ServedBook> book = new AtomicReference<>();
        book.set(ServedBook.of(
                played.accounts(),
                day,
                List.of(tokens),
                orders -> new SampleShelf(
                        orders,
                        played.drawn(),
                        day,
                        asDecided(waiting, book.get()),
                        played.book().standings(),
                        book.get() == null ? List.of() : book.get().decisions()),
                new Console()));
        SAMPLE.reference().forEach(entry -> {
            if (entry.value() instanceof Party party) {
                book.get().parties().put(party.id(), party);
            }
        });
        book.get().ledgers.post(played.book().entries());
        book.get().ledgers.issue("technolowgic", new Issuing(1, new TreeMap<>(Map.of("2025", 12L, "2026", 7L))));
        return new ConsoleAtWork(book.get());
    }

    /** What somebody has placed is there by its id only, what he has set aside or put back in the lists too. */
    private static List<InSuspense> asDecided(List<SuspenseEntry> waiting, @Nullable ServedBook book) {
        List<InSuspense> left = new ArrayList<>();
        for (SuspenseEntry entry : waiting) {
            PaymentApplied standing = book == null
                    ? null
                    : book.posted().stream()
                            .filter(PaymentApplied.class::isInstance)
                            .map(PaymentApplied.class::cast)
                            .filter(fact -> fact.paymentId().equals(entry.fact().movementId()))
                            .reduce((earlier, later) -> later)
                            .orElse(null);
            if (standing == null || !standing.parts().isEmpty()) {
                left.add(new InSuspense(entry, standing));
            } else {
                left.add(new InSuspense(
                        new SuspenseEntry(
                                null,
                                entry.fact(),
                                entry.since(),
                                false,
                                null,
                                entry.proposals(),
                                standing.setAside(),
                                false),
                        standing));
            }
        }
        return left;
    }

    /** A page as it came. */
    record Read(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Document page() {
            return Jsoup.parse(response.body(), response.uri().toString());
        }
    }

    Read get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(book.address() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What no client of Java's would send. */
    String raw(String request) {
        URI address = URI.create(book.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the forms of a page carry, so that no other site can send them. */
    String formOf(String path) {
        return Objects.requireNonNull(
                        get(path).page().select("input[name=form]").first())
                .val();
    }

    /** The session that the browser keeps, as it sends it. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(Doors.COOKIE))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    /** @param fields name, value, name, value */
    Read post(String path, String... fields) {
        return send(HttpRequest.newBuilder(URI.create(book.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(written(fields))));
    }

    static String written(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int n = 0; n < fields.length; n += 2) {
            form.append(n == 0 ? "" : "&")
                    .append(fields[n])
                    .append('=')
                    .append(URLEncoder.encode(fields[n + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    Read send(HttpRequest.Builder request) {
        try {
            return new Read(browser.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.shutdownNow();
        book.close();
    }
}
