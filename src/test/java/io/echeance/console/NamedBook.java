package io.echeance.console;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.http.Role;
import io.echeance.query.http.Token;
import io.echeance.serde.record.NamesShown;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The demo's orders, with somebody's name wherever one can stand, and a token for each role. */
final class NamedBook implements AutoCloseable {

    /** Of everybody in it. */
    static final String NAME = "Canari";

    /** A token of another seller than that of the calls; one of theirs; one of both. */
    static final String ELSEWHERE = "elsewhere";

    static final String OWN = "own";
    static final String TWO = "two";

    private static final LocalDate DAY = ConsoleAtWork.DAY;

    private final ConsoleAtWork work;

    private NamedBook(ConsoleAtWork work) {
        this.work = work;
    }

    static NamedBook open() {
        List<Arrival> arrivals = new ArrayList<>(ConsoleAtWork.arrivals(DAY, fact -> fact));
        LocalDate on = DAY.minusDays(5);
        Money ten = Money.of("10.00");
        Stream.of(
                        new ContactNoted("n1", "T-2515", on, null, Channel.PHONE, "Mme " + NAME + " rappelle", NAME),
                        new Assigned("n2", "T-2515", on, NAME, NAME),
                        new PenaltyWaived("n3", "T-2515", on, "all", NAME + " a téléphoné", NAME),
                        new NoticeServed("n5", "T-2515", on, "d+15", "remise à Mme " + NAME, "lettre de " + NAME),
                        new PaymentReceived("n4", "T-2515", on, "P-n4", null, ten, Method.TRANSFER, "VIR MME " + NAME))
                .forEach(fact -> arrivals.add(new Arrival.Received(on, fact)));
        PaymentReceived waiting = new PaymentReceived(
                "w1", null, on, "P-w1", null, Money.of("75.00"), Method.TRANSFER, "VIR M " + NAME + " STAGE");
        Origin origin = new Origin("payments", 0, 7, 0, null, Bytes.wrap(NAME.getBytes(StandardCharsets.UTF_8)));
        SuspenseEntry entry = new SuspenseEntry(origin, waiting, on, false, null, List.of(), null, false);
        ConsoleAtWork work = ConsoleAtWork.over(arrivals, DAY, List.of(entry), tokens());
        work.book.parties().replaceAll((id, party) -> named(party));
        NamedBook book = new NamedBook(work);
        MonthSums first = book.months().getFirst();
        work.book.post(
                new RightAsked("r1", "technolowgic", "MISTRAL", on, PersonRight.ACCESS, "carte de " + NAME, NAME));
        work.book.post(DecidedToday.by(NAME));
        work.book.post(new MonthClosed("m1", "technolowgic", first.month(), on, NAME, first.entries(), first.totals()));
        try (Questions questions = new Questions(work.book.address())) {
            book.calls().get("POST /customers/{seller}/{id}/commands/decide").send(questions, Role.DECIDE.word());
            book.calls().get("POST /persons/{id}/asked").send(questions, Role.DPO.word());
        }
        return book;
    }

    /** @param by null: nobody can read any more who it was */
    void decide(String factId, @Nullable String by, @Nullable String replaces) {
        PaymentPart part = new PaymentPart("T-2515", null, null, null);
        work.book.post(new PaymentApplied(factId, DAY, "P-w1", List.of(part), null, by, replaces));
    }

    /** Somebody spoke with a debtor. */
    void note(String factId, String by) {
        work.book.post(new ContactNoted(factId, "T-2515", DAY, null, Channel.PHONE, "rappelle", by));
    }

    private static Party named(Party party) {
        return new Party(
                party.id(),
                NAME + " " + party.id(),
                null,
                null,
                List.of("1, rue " + NAME),
                party.postalCode(),
                NAME + "-Ville",
                party.country(),
                party.siren(),
                party.siret(),
                party.vatId(),
                NAME + "@example.com",
                party.electronicAddress(),
                party.iban(),
                party.bic(),
                party.language());
    }

    private static Token[] tokens() {
        List<Token> tokens = new ArrayList<>();
        for (Role role : Role.values()) {
            tokens.add(token(role.word(), role.word(), ""));
        }
        String every = "read+collect+decide+finance+dpo+admin";
        tokens.add(token(ELSEWHERE, every, ":hexagone"));
        tokens.add(token(OWN, every, ":technolowgic"));
        tokens.add(token(TWO, every, ":technolowgic+hexagone"));
        return tokens.toArray(Token[]::new);
    }

    private static Token token(String name, String roles, String sellers) {
        return Token.parse(name + ":" + roles + ":" + Sha256.of(secret(name)) + sellers)
                .getFirst();
    }

    static String secret(String token) {
        return token + "-token-long-enough";
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + secret(token)};
    }

    String address() {
        return work.book.address();
    }

    List<NamesShown> accesses() {
        return work.book.accesses().noted();
    }

    void loseLog(boolean now) {
        work.book.accesses().lose(now);
    }

    /** Whose token comes in from now on. */
    void comeIn(String token) {
        work.post("/console/login", "token", secret(token), "back", "/console");
    }

    Read page(String path) {
        return work.get(path);
    }

    /**
     * An example of a call.
     *
     * @param body null: it has none
     */
    record Call(String method, String path, @Nullable String body) {

        Answered send(Questions questions, String token) {
            String[] headers = {
                "Authorization",
                "Bearer " + secret(token),
                "Idempotency-Key",
                "key-of-" + token,
                "Echeance-Purpose",
                "test"
            };
            if (method.equals("GET")) {
                return questions.get(path, headers);
            }
            return path.equals("/bank/files")
                    ? questions.postBytes(
                            path,
                            String.valueOf(body).getBytes(StandardCharsets.UTF_8),
                            "application/octet-stream",
                            headers)
                    : questions.post(path.replace("P-w2", "P-" + token), String.valueOf(body), headers);
        }

        /** The same about an order, a customer and a seller that never were. */
        Call ofNobody() {
            String nobodys = path.replace("T-2515", "X-0")
                    .replace("MISTRAL", "X-1")
                    .replace("BOCAGE", "X-1")
                    .replace("technolowgic", "nosuch");
            return new Call(method, nobodys, body);
        }
    }

    /** An answer in which those that never were cannot be told from others. */
    static String withoutIds(String body) {
        return body.replaceAll("T-2515|X-0|MISTRAL|BOCAGE|X-1|technolowgic|nosuch", "ID");
    }

    /** One for each operation, about the seller technolowgic. */
    Map<String, Call> calls() {
        Map<String, Call> calls = new TreeMap<>();
        for (String path : List.of(
                "/orders/T-2515",
                "/orders/T-2515/facts",
                "/orders/T-2515/documents",
                "/orders/T-2515/influences",
                "/orders/T-2515/letters",
                "/orders/T-2515/frames")) {
            calls.put("GET " + path.replace("T-2515", "{id}"), get(path));
        }
        calls.put("GET /orders/{id}/letter", get("/orders/T-2515/letter?on=2026-03-04&payer=BOCAGE&step=d%2B3"));
        calls.put("GET /orders/{id}/forecast", get("/orders/T-2515/forecast?until=2026-06-30"));
        calls.put(
                "POST /orders/{id}/forecast",
                post("/orders/T-2515/forecast", "{\"until\": \"2026-06-30\", \"facts\": []}"));
        calls.put(
                "POST /orders/{id}/commands/{command}",
                post("/orders/T-2515/commands/contact", "{\"channel\": \"PHONE\", \"note\": \"" + NAME + " promet\"}"));
        calls.put("GET /payments/{id}", get("/payments/P-w1"));
        calls.put(
                "POST /payments/{id}/decision",
                post(
                        "/payments/P-w2/decision",
                        "{\"parts\": [], \"setAside\": {\"amount\": \"75.00\", \"reason\": \"TO_CLARIFY\"}}"));
        calls.put("GET /payments/{id}/proposals", get("/payments/P-w1/proposals"));
        calls.put("POST /bank/files", post("/bank/files", "<Document>"));
        calls.put("GET /persons", get("/persons"));
        calls.put("GET /persons/{id}", get("/persons/EVA"));
        calls.put("GET /persons/{id}/export", get("/persons/OWES/export"));
        calls.put("GET /persons/{id}/erasure", get("/persons/OWES/erasure"));
        calls.put("POST /persons/{id}/erasure", post("/persons/EVA/erasure", "{}"));
        calls.put(
                "POST /persons/{id}/asked",
                post(
                        "/persons/EVA/asked",
                        "{\"seller\": \"technolowgic\", \"right\": \"ACCESS\", \"on\": \"2026-01-31\", \"identity\": \""
                                + NAME + " a rappelé\"}"));
        calls.put(
                "POST /persons/{id}/answered",
                post(
                        "/persons/EVA/answered",
                        "{\"seller\": \"technolowgic\", \"asked\": \"right-access-2026-01-31\", \"outcome\":"
                                + " \"GRANTED\", \"on\": \"2026-02-10\", \"reason\": \"" + NAME + " l'a reçu\"}"));
        calls.put("GET /lists/{list}", get("/lists/suspense"));
        calls.put("GET /customers", get("/customers?seller=technolowgic"));
        calls.put("GET /customers/{seller}/{id}", get("/customers/technolowgic/MISTRAL"));
        calls.put(
                "POST /customers/{seller}/{id}/commands/decide",
                post(
                        "/customers/technolowgic/MISTRAL/commands/decide",
                        "{\"kind\": \"PREPAYMENT_PROPOSED\", \"outcome\": \"REFUSED\", \"reason\": \"" + NAME
                                + " paie\"}"));
        calls.put("GET /ageing", get("/ageing?seller=technolowgic"));
        calls.put("GET /customers/{seller}/{customer}/timeline", get("/customers/technolowgic/BOCAGE/timeline"));
        calls.put("GET /customers/{seller}/{customer}/frames", get("/customers/technolowgic/BOCAGE/frames"));
        calls.put("GET /sellers/{seller}/frames", get("/sellers/technolowgic/frames"));
        calls.put("GET /audit", get("/audit?seller=technolowgic"));
        calls.put("GET /audit/accesses", get("/audit/accesses"));
        calls.put("GET /sellers/{seller}/months", get("/sellers/technolowgic/months"));
        calls.put(
                "GET /sellers/{seller}/months/{month}",
                get("/sellers/technolowgic/months/" + months().getFirst().month()));
        calls.put("GET /sellers/{seller}/months/{month}/entries", get("/sellers/technolowgic/months/2026-02/entries"));
        MonthSums second = months().get(1);
        calls.put(
                "POST /sellers/{seller}/months/{month}/close",
                post(
                        "/sellers/technolowgic/months/" + second.month() + "/close",
                        "{\"entries\": " + second.entries() + ", \"debit\": \"" + second.debit() + "\"}"));
        calls.put("GET /worklist", get("/worklist?seller=technolowgic&all=true"));
        calls.put("GET /metrics", get("/metrics"));
        return calls;
    }

    /** Of the seller technolowgic, the earliest first. */
    private List<MonthSums> months() {
        return work.book.ledgers.months().getFirst().sums().apply("technolowgic");
    }

    private static Call get(String path) {
        return new Call("GET", path, null);
    }

    private static Call post(String path, String body) {
        return new Call("POST", path, body);
    }

    @Override
    public void close() {
        work.close();
    }
}
