package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Ids;
import io.echeance.core.order.Sentence;
import io.echeance.query.access.PersonsDesk;
import io.echeance.query.access.PersonsDesk.Erasure;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.query.access.PersonsDesk.Extent;
import io.echeance.query.access.PersonsDesk.Kept;
import io.echeance.query.access.WordsStaySealed;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.topology.store.Calendar;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /persons/{id}}: what somebody who answers persons needs. Each reads topics from their beginning: one at a
 * time, whoever comes meanwhile is asked to come again.
 */
final class PersonPages {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");

    private final PersonsDesk desk;
    private final Limits limits;
    private final ReentrantLock counter = new ReentrantLock();

    PersonPages(PersonsDesk desk, Limits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @FunctionalInterface
    private interface Work<T> {
        Optional<T> of(String id) throws TemporarilyUnavailable;
    }

    /** {@code /persons}: what is to be answered still, with its last days (GDPR, article 12-3). */
    Reply requests(Context request, Asker asker) {
        new Asked(request).only();
        asker.requireAllSellers("what persons ask for is of all sellers");
        LocalDate today = LocalDate.now(Calendar.ZONE);
        List<Requested> open = one("", nobody -> Optional.of(desk.requests(today)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("today", today.toString());
        ArrayNode rows = answer.putArray("requests");
        open.forEach(one -> write(one, today, rows.addObject()));
        return Reply.of(answer);
    }

    /** What one person has asked for, answered or not, and what holds of it; no word that was said. */
    Reply person(Context request, Asker asker) {
        new Asked(request).only();
        String id = named(request, asker);
        LocalDate today = LocalDate.now(Calendar.ZONE);
        List<Requested> all = one(id, known -> Optional.of(desk.requests(known, today)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("person", id).put("today", today.toString());
        ArrayNode rows = answer.putArray("requests");
        for (Requested one : all) {
            ObjectNode row = write(one, today, rows.addObject());
            row.put("inForce", one.isInForce() && one.asked().right().holds());
            if (one.answer() != null) {
                row.put("outcome", one.answer().outcome().name());
                row.put("answeredOn", one.answer().on().toString());
            }
        }
        return Reply.of(answer);
    }

    private static ObjectNode write(Requested one, LocalDate today, ObjectNode row) {
        RightAsked asked = one.asked();
        return row.put("asked", asked.factId())
                .put("seller", asked.seller())
                .put("customer", asked.customer())
                .put("right", asked.right().name())
                .put("on", asked.on().toString())
                .put("dueOn", one.dueOn().toString())
                .put("extended", one.answer() != null && one.isOpen())
                .put("overdue", one.isOpen() && one.dueOn().isBefore(today));
    }

    Reply export(Context request, Asker asker) {
        Language language = language(request);
        String id = named(request, asker);
        return Reply.zip(one(id, known -> zip(known, language)), id);
    }

    private Optional<byte[]> zip(String id, @Nullable Language language) throws TemporarilyUnavailable {
        try {
            return desk.export(id, language);
        } catch (WordsStaySealed sealed) {
            throw new Problem(Kind.REFUSED, sealed.said(), "WORDS_SEALED");
        }
    }

    Reply erasure(Context request, Asker asker) {
        Language language = language(request);
        String id = named(request, asker);
        return reply(id, one(id, known -> desk.erasure(known, language)));
    }

    /** Null: the person's. */
    private static @Nullable Language language(Context request) {
        Asked asked = new Asked(request);
        asked.only("language");
        return asked.text("language").map(PersonPages::language).orElse(null);
    }

    private static Language language(String code) {
        return Language.named(code).orElseThrow(() -> Problem.malformed("language is fr or en"));
    }

    Reply erase(Context request, Asker asker) {
        new Asked(request).only();
        ObjectNode body = Body.object(request, limits, "payments", "language");
        Set<String> payments = payments(body.path("payments"));
        Language language =
                body.has("language") ? language(body.path("language").asText()) : null;
        String id = named(request, asker);
        Erasure erasure = one(id, known -> desk.erase(known, asker.name(), payments, language));
        AUDIT.info(
                "command=erase person={} by={} outcome={}", id.replaceAll("\\s", "_"), asker.name(), erasure.state());
        if (erasure.state() == ErasureState.BUSINESS_OPEN || erasure.state() == ErasureState.NOT_ITS_PAYMENT) {
            throw new Problem(
                    Kind.REFUSED,
                    Sentence.same(String.join(" ", erasure.lines())),
                    erasure.state().name());
        }
        return reply(id, erasure);
    }

    /** Those that are the person's though they name no payer. */
    private static Set<String> payments(JsonNode list) {
        if (!list.isMissingNode() && !list.isArray()) {
            throw Problem.malformed("payments is a list of ids");
        }
        Set<String> payments = new TreeSet<>();
        list.forEach(one -> {
            String wrong = one.isTextual() ? Ids.wrong("a payment", one.asText()) : "a payment is an id";
            if (wrong != null) {
                throw Problem.malformed(wrong);
            }
            payments.add(one.asText());
        });
        return payments;
    }

    /** Whom the path names, for whoever may see every seller's. */
    static String named(Context request, Asker asker) {
        asker.requireAllSellers("a person's data is of all sellers");
        return new Asked(request).inPath("id");
    }

    private <T> T one(String id, Work<T> work) {
        if (!counter.tryLock()) {
            throw new Problem(
                    Kind.BUSY,
                    new Sentence(
                            "les données d’une autre personne sont en cours de lecture",
                            "another person's data are being looked for"),
                    null);
        }
        try {
            return work.of(id)
                    .orElseThrow(() -> new Problem(
                            Kind.UNKNOWN_PERSON,
                            new Sentence(
                                    "rien n’est connu de cette personne, et ne l’a été",
                                    "nothing is known of this person, and nothing was"),
                            null));
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        } finally {
            counter.unlock();
        }
    }

    private static Reply reply(String id, Erasure erasure) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("person", id)
                .put("state", erasure.state().name())
                .put("language", erasure.language().code());
        ArrayNode lines = answer.putArray("lines");
        erasure.lines().forEach(lines::add);
        Extent extent = erasure.extent();
        answer.putObject("goes").put("party", extent.party()).put("keys", extent.keys());
        ArrayNode stays = answer.putArray("stays");
        for (Kept kept : extent.kept()) {
            ObjectNode row = stays.addObject()
                    .put("kind", kept.kind().name())
                    .put("count", kept.count())
                    .put("of", kept.of())
                    .put("what", kept.what())
                    .put("why", kept.why())
                    .put("until", kept.until());
            if (kept.untilOn() != null) {
                row.put("untilOn", kept.untilOn().toString());
            }
        }
        return Reply.of(answer);
    }
}
