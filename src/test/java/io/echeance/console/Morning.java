package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.http.Token;
import io.echeance.serde.record.SuspenseEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for a credit controller in the morning: those who are late, and money that nobody could place. */
final class Morning {

    private static final LocalDate RECEIVED = ConsoleAtWork.DAY.minusDays(2);
    private static final List<String> LETTERS = List.of("", "-B", "-C", "-D", "-E", "-F", "-G");
    private static final Set<String> NAMES = Set.of("orderId", "payerId", "id", "payer", "funder", "funderId");

    private Morning() {}

    /** The sample's, and some money. */
    static ConsoleAtWork open(Token... tokens) {
        return ConsoleAtWork.on(ConsoleAtWork.DAY, waiting(""), tokens);
    }

    /** Over thirty customers: the sample's seven times, under other names. */
    static ConsoleAtWork busy() {
        List<Arrival> all = new ArrayList<>();
        for (String letter : LETTERS) {
            all.addAll(ConsoleAtWork.arrivals(ConsoleAtWork.DAY, fact -> renamed(fact, letter)));
        }
        all.sort((one, other) -> one.knownOn().compareTo(other.knownOn()));
        // What names nothing first, what its text names last.
        List<SuspenseEntry> money = LETTERS.stream()
                .flatMap(letter -> waiting(letter).stream())
                .sorted(Comparator.comparing(entry -> entry.fact().factId()))
                .toList();
        return ConsoleAtWork.over(all, ConsoleAtWork.DAY, money);
    }

    /** The sample's, but two orders that are late are of one customer, HAMEL. */
    static ConsoleAtWork withTwoOrdersOfOne() {
        return ConsoleAtWork.over(
                ConsoleAtWork.arrivals(ConsoleAtWork.DAY, fact -> {
                    JsonNode written = FactJson.write(fact);
                    return written.path("orderId").asText().equals("E-102") ? read(ofHamel(written)) : fact;
                }),
                ConsoleAtWork.DAY,
                List.of());
    }

    private static JsonNode ofHamel(JsonNode fact) {
        try {
            return RecordJson.parse(fact.toString().replace("\"ENCRIER\"", "\"HAMEL\""));
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fact read(JsonNode fact) {
        return ((Parsed.Received) FactJson.parse(fact, "")).fact();
    }

    private static Fact renamed(Fact fact, String letter) {
        return read(renamed(FactJson.write(fact), letter));
    }

    private static JsonNode renamed(JsonNode node, String letter) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> object.set(
                            field.getKey(),
                            NAMES.contains(field.getKey()) && field.getValue().isTextual()
                                    ? TextNode.valueOf(field.getValue().asText() + letter)
                                    : renamed(field.getValue(), letter)));
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> renamed(item, letter));
        }
        return node;
    }

    private static List<SuspenseEntry> waiting(String letter) {
        return List.of(
                entry(
                        paid("P9" + letter, "1000.00", "T2514 merci"),
                        proposed("T-2514" + letter, "OCCITAN" + letter),
                        null),
                entry(paidBy("HAMEL" + letter, "P8" + letter, "1080.00"), List.of(), null),
                inShadow(paid("P10" + letter, "250.00", "acompte mars"), "T-2514" + letter),
                entry(
                        paid("P11" + letter, "99.90", "erreur de compte"),
                        List.of(),
                        new SetAside(Money.of("99.90"), SetAside.Why.TO_CLARIFY)),
                entry(new PaymentReturned("r1" + letter, null, RECEIVED, "P404" + letter, "AC04"), List.of(), null));
    }

    private static SuspenseEntry entry(PaymentFact fact, List<Proposal> proposals, @Nullable SetAside setAside) {
        return new SuspenseEntry(null, fact, RECEIVED, false, null, proposals, setAside, false);
    }

    private static SuspenseEntry inShadow(PaymentFact fact, String order) {
        InShadow shadow = new InShadow(MatchingRule.NUMBER, order, "OCCITAN");
        return new SuspenseEntry(null, fact, RECEIVED, false, null, List.of(), null, false, shadow);
    }

    private static List<Proposal> proposed(String order, String payer) {
        return List.of(new Proposal(order, order, List.of(payer)));
    }

    private static PaymentReceived paidBy(String payer, String id, String amount) {
        return new PaymentReceived(
                "f-" + id, null, RECEIVED, id, payer, Money.of(amount), Method.TRANSFER, "formation");
    }

    private static PaymentReceived paid(String id, String amount, @Nullable String reference) {
        return new PaymentReceived("f-" + id, null, RECEIVED, id, null, Money.of(amount), Method.TRANSFER, reference);
    }
}
