package io.echeance.app.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.Ids;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsBounds;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines that are to be published: each becomes a record, or a sentence that says what is wrong with it.
 *
 * <p>A fact without an id gets one made of its content, so that the same line published twice is the same fact.
 */
public final class Submission {

    /** Where people may write; the rest is the stream's own, or the clock's. */
    public static final Set<Topic> OPEN = Set.of(
            Topic.ORDERS,
            Topic.PAYMENTS,
            Topic.FINANCING_DECISIONS,
            Topic.COLLECTION_ACTIONS,
            Topic.CUSTOMER_ACTIONS,
            Topic.TERMS,
            Topic.STATUTORY_RATES,
            Topic.PARTIES);

    private static final int ID_BYTES = 8;
    /** In place of a party: it is forgotten. */
    private static final String ERASED = "erased";

    private final Topic topic;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Submission(Topic topic) {
        this.topic = topic;
    }

    /** Reads all the lines, the wrong ones too. */
    public static Submission of(Topic topic, String text) {
        Submission submission = new Submission(topic);
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            submission.take(lines.get(number - 1), number);
        }
        return submission;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** One sentence for each line that is wrong, with its number. */
    public List<String> faults() {
        return faults;
    }

    private void take(String line, int number) {
        if (line.isBlank()) {
            return;
        }
        try {
            entries.add(entry(topic, RecordJson.parse(line)));
        } catch (Unreadable unreadable) {
            faults.add("line " + number + ": " + unreadable.sentence() + ".");
        }
    }

    /** The record that a JSON object says. */
    public static Entry entry(Topic topic, JsonNode node) throws Unreadable {
        return switch (topic) {
            case ORDERS, PAYMENTS, FINANCING_DECISIONS, COLLECTION_ACTIONS -> fact(topic, node);
            case TERMS -> {
                Terms terms = RecordJson.readWhole(Terms.class, node);
                demand(TermsBounds.firstWrong(terms));
                yield new Entry(topic, terms.id(), terms);
            }
            case STATUTORY_RATES -> {
                StatutoryRates.SemesterRates rates = RecordJson.readWhole(StatutoryRates.SemesterRates.class, node);
                demand(TermsBounds.wrong(rates));
                yield new Entry(topic, rates.semester().toString(), rates);
            }
            case PARTIES -> party(node);
            case CUSTOMER_ACTIONS -> ofCustomer(node);
            case BUSINESS_DAYS,
                    LEDGER_ACTIONS,
                    FACTS,
                    PERSON_KEYS,
                    INVOICES,
                    DUNNING_ALERTS,
                    REFUNDS,
                    SERVICE_HOLDS,
                    CASH_DECISIONS,
                    BANK_STATEMENTS,
                    MONTH_CLOSINGS,
                    SUSPENSE_CHANGES,
                    LEDGER_ENTRIES,
                    TRIAL_BALANCES,
                    STATEMENTS,
                    CUSTOMER_STANDING,
                    MAILINGS,
                    REJECTED,
                    ACCESS_LOG -> throw new IllegalArgumentException(topic + " is not open");
        };
    }

    private static Entry ofCustomer(JsonNode node) throws Unreadable {
        JsonNode named = node instanceof ObjectNode object && !object.hasNonNull("factId")
                ? object.deepCopy().put("factId", madeId(node))
                : node;
        CustomerFact fact = RecordJson.readWhole(CustomerFact.class, named);
        Refusal refusal = CustomerAdmission.refusal(fact);
        refusal = refusal == null ? CustomerAdmission.ahead(fact, LocalDate.now(Calendar.ZONE)) : refusal;
        demand(refusal == null ? null : refusal.sentence());
        return new Entry(Topic.CUSTOMER_ACTIONS, new CustomerKey(fact.seller(), fact.customer()).toString(), fact);
    }

    private static Entry party(JsonNode node) throws Unreadable {
        demand(
                node.path("id").isTextual()
                        ? Ids.wrongForPayer("id", node.path("id").textValue())
                        : null);
        if (node.path(ERASED).asBoolean(false) && node.path("id").isTextual()) {
            return new Entry(Topic.PARTIES, node.path("id").textValue(), null);
        }
        Party party = RecordJson.readWhole(Party.class, node);
        return new Entry(Topic.PARTIES, party.id(), party);
    }

    private static Entry fact(Topic topic, JsonNode node) throws Unreadable {
        return switch (FactJson.parse(node, madeId(node))) {
            case Parsed.Malformed malformed -> throw new Unreadable(malformed.sentence());
            case Parsed.Received received -> {
                Topic own = topicOf(received.fact());
                if (own != topic) {
                    throw new Unreadable("a " + received.fact().getClass().getSimpleName() + " belongs on " + own.id());
                }
                demand(Admission.wrongId(received.fact()));
                yield new Entry(topic, key(received.fact()), received.fact());
            }
        };
    }

    private static void demand(@Nullable String wrong) throws Unreadable {
        if (wrong != null) {
            throw new Unreadable(wrong);
        }
    }

    /** The topic of a fact that comes from outside. */
    public static Topic topicOf(Fact fact) {
        return switch (fact) {
            case OrderFact order -> Topic.ORDERS;
            case PaymentFact payment -> Topic.PAYMENTS;
            case FundingFact funding -> Topic.FINANCING_DECISIONS;
            case CollectionFact collection -> Topic.COLLECTION_ACTIONS;
            case OwnFact own -> throw new IllegalArgumentException(own + " is our own");
        };
    }

    /** The order's id; a payment that does not say it goes by its own. */
    public static String key(Fact fact) {
        String orderId = fact.orderId();
        if (orderId != null) {
            return orderId;
        }
        return switch (fact) {
            case PaymentFact.PaymentReceived received -> received.paymentId();
            case PaymentFact.PaymentReturned returned -> returned.paymentId();
            case PaymentFact.PaymentApplied applied -> applied.paymentId();
            case PaymentFact.PaymentDetailed detailed -> detailed.paymentId();
            case PaymentFact.RefundPaid refund -> refund.refundId();
            case OrderFact order -> order.orderId();
            case FundingFact funding -> funding.orderId();
            case CollectionFact collection -> collection.orderId();
            case OwnFact own -> own.orderId();
        };
    }

    private static String madeId(JsonNode node) {
        JsonNode content = node instanceof ObjectNode object ? object.deepCopy().without("knownOn") : node;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return "made-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
