package io.echeance.query.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Sentence;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.json.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What may be commanded. The fields are those of the fact that follows from it. */
public enum Command {
    /** Dunning is held: a dispute, a delay of grace, an insolvency. */
    HOLD("hold", DunningHeld.class, "holdId", "payerId", "reason", "until"),
    /** A hold ends. */
    RELEASE("release", DunningReleased.class, "holdId", "payerId", "reason"),
    /** The debtor has promised to pay. */
    PROMISE("promise", DunningHeld.class, "holdId", "payerId", "until", "amount"),
    /** Interest and recovery fee are forgiven. */
    WAIVER("waiver", PenaltyWaived.class, "receivable", "reason"),
    /** A formal notice was received. */
    NOTICE_SERVED("notice-served", NoticeServed.class, "noticeId", "channel", "tracking"),
    /** A receipt is put to this order, whatever its reference says. */
    ALLOCATION("allocation", PaymentReceived.class, "paymentId", "payerId", "amount", "method"),
    /** What is outstanding is given up. */
    WRITE_OFF("write-off", DebtWrittenOff.class, "reason"),
    /** Somebody spoke with, or wrote to, who is asked to pay. */
    CONTACT("contact", ContactNoted.class, "payerId", "channel", "note"),
    /** The order comes back onto the worklist on a later day. */
    RESUBMIT("resubmit", Resubmitted.class, "until"),
    /** Somebody takes care of the order. */
    ASSIGN("assign", Assigned.class, "to");

    /** What the ids of the facts of commands look like. */
    public static final String FACT_ID = "command-[0-9a-f]{32}";

    private static final int ID_BYTES = 16;
    private static final List<String> DATED = List.of("on");

    private final String slug;
    private final Class<? extends Fact> fact;
    private final List<String> fields;

    Command(String slug, Class<? extends Fact> fact, String... fields) {
        this.slug = slug;
        this.fact = fact;
        this.fields = List.of(fields);
    }

    /** As it stands in addresses. */
    public String slug() {
        return slug;
    }

    /** What follows from it. */
    public Class<? extends Fact> fact() {
        return fact;
    }

    /** The fields that its body may have; {@code on} is today if it is left out. */
    public String[] fields() {
        return java.util.stream.Stream.concat(fields.stream(), DATED.stream()).toArray(String[]::new);
    }

    public static Optional<Command> of(String slug) {
        return Arrays.stream(values())
                .filter(command -> command.slug.equals(slug))
                .findFirst();
    }

    /** The same for the same command on the same order under the same key: received twice, it is one fact. */
    public String factId(String orderId, String key) {
        return factId(slug, orderId, key);
    }

    /** @param about what is commanded about, by its id */
    public static String factId(String slug, String about, String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((slug + "\n" + key + "\n" + about).getBytes(StandardCharsets.UTF_8));
            return "command-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The fact that is posted.
     *
     * @param today where the body says no day
     * @param by who commands it
     * @throws Unreadable naming the field
     */
    public Fact fact(String orderId, String factId, ObjectNode body, LocalDate today, String by) throws Unreadable {
        ObjectNode node = body.deepCopy();
        node.put("type", fact.getSimpleName())
                .put("orderId", orderId)
                .put("factId", factId)
                .put("by", by);
        if (!node.hasNonNull("on")) {
            node.put("on", today.toString());
        }
        switch (this) {
            case HOLD -> {
                if (node.path("reason").asText().equals("PROMISE")) {
                    throw new Unreadable(new Sentence(
                            "pour une promesse il y a une commande à part",
                            "reason: for a promise there is a command of its own"));
                }
                name(node, factId);
            }
            case PROMISE -> {
                require(node, "until");
                require(node, "amount");
                node.put("reason", "PROMISE");
                name(node, factId);
            }
            case WAIVER, WRITE_OFF, CONTACT, RESUBMIT, ASSIGN, RELEASE, NOTICE_SERVED, ALLOCATION -> {
                // The body says all.
            }
        }
        return switch (FactJson.parse(node, factId)) {
            case Parsed.Malformed malformed -> throw new Unreadable(malformed.said());
            case Parsed.Received received -> received.fact();
        };
    }

    /** A hold that is given no name has that of its fact. */
    private static void name(ObjectNode node, String factId) {
        if (!node.hasNonNull("holdId")) {
            node.put("holdId", factId);
        }
    }

    private static void require(ObjectNode node, String field) throws Unreadable {
        if (!node.hasNonNull(field)) {
            throw new Unreadable(new Sentence(field + " manque", field + " is missing"));
        }
    }
}
