package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.query.command.Command;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Ledgers;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /sellers/{seller}/months/{month}/close}: a person closes a month, and says which figures he has seen. If
 * the books say something else by now, nothing is closed. Any instance takes it.
 */
final class MonthClosingPage {

    private static final Logger AUDIT = LoggerFactory.getLogger("io.echeance.audit");
    private static final int ACCEPTED = 202;

    private final MonthPages months;
    private final Ledgers ledgers;
    private final Postbox postbox;
    private final Limits limits;

    MonthClosingPage(MonthPages months, Ledgers ledgers, Postbox postbox, Limits limits) {
        this.months = months;
        this.ledgers = ledgers;
        this.postbox = postbox;
        this.limits = limits;
    }

    Reply close(Context request, Asker asker) {
        Asked asked = new Asked(request);
        asked.only();
        String seller = MonthPages.sellerOf(request);
        YearMonth month = MonthPages.monthOf(request);
        String key = asked.header(CommandPage.KEY, CommandPage.KEY_FORM);
        ObjectNode body = Body.object(request, limits, "entries", "debit");
        if (!body.path("entries").canConvertToLong() || !body.path("debit").isTextual()) {
            throw Problem.malformed("say what was seen: entries, a number, and debit, an amount");
        }
        String factId = Command.factId("close-month", seller + "/" + month, key);
        try {
            Reply reply = close(months.before(request, seller), month, body, factId, asker);
            AUDIT.info(
                    "command=close-month seller={} month={} fact={} by={} outcome={}",
                    seller.replaceAll("\\s", "_"),
                    month,
                    factId,
                    asker.name(),
                    reply.status() == ACCEPTED ? "posted" : "taken");
            return reply;
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence() + "; the same request again is the same fact");
        }
    }

    private Reply close(SellersMonths books, YearMonth month, ObjectNode seen, String factId, Asker asker)
            throws TemporarilyUnavailable {
        JsonNode before = books.closings().get(month);
        if (before != null && before.path("factId").asText().equals(factId)) {
            MonthClosed closed = ScatterGather.read(MonthClosed.class, before);
            if (!isSeen(seen, closed.sums())) {
                throw new Problem(
                        Kind.CONTRADICTION,
                        new Sentence(
                                "sous cette clé, le mois a été clos avec d’autres chiffres",
                                "under this " + CommandPage.KEY + " the month was closed with other figures"),
                        null);
            }
            return Reply.of(answer(closed, "TAKEN"));
        }
        refuseUnlessNext(books, month);
        MonthSums sums = books.sumsOf(month);
        if (!isSeen(seen, sums)) {
            throw refused(
                    "FIGURES_HAVE_CHANGED",
                    new Sentence(
                            "les livres de " + month + " ont à présent " + sums.entries() + " écritures et "
                                    + sums.debit() + " au débit, ce qui n’est pas ce qui a été vu",
                            "the books of " + month + " have " + sums.entries() + " entries and debits of "
                                    + sums.debit() + " by now, which is not what was seen"));
        }
        MonthClosed fact = new MonthClosed(
                factId, books.seller(), month, books.today(), asker.name(), sums.entries(), sums.totals());
        return post(fact);
    }

    private static void refuseUnlessNext(SellersMonths books, YearMonth month) {
        switch (books.state(month)) {
            case CLOSED ->
                throw refused(Reason.MONTH_CLOSED.name(), new Sentence(month + " est clos", month + " is closed"));
            case RUNNING ->
                throw refused(
                        Reason.MONTH_NOT_OVER.name(),
                        new Sentence(
                                month + " n’est pas fini : nous sommes le " + books.today(),
                                month + " is not over: today is " + books.today()));
            case LATER ->
                throw refused(
                        Reason.EARLIER_MONTH_OPEN.name(),
                        MonthClosings.earlierOpen(books.next().orElseThrow(), month));
            case BEFORE_BOOKS ->
                throw refused(
                        "BEFORE_BOOKS",
                        new Sentence(
                                month + " n’est pas dans les livres : ils commencent en "
                                        + books.sums().firstKey(),
                                month + " is not in the books: they begin in "
                                        + books.sums().firstKey()));
            case NO_BOOKS ->
                throw refused(
                        "NO_BOOKS",
                        new Sentence(
                                "aucune écriture n’est de " + books.seller() + " : rien n’est à clore",
                                "no entry is of " + books.seller() + ": there is nothing to close"));
            case NEXT -> {
                if (books.balance() != null && !books.balance().balanced()) {
                    throw refused(
                            "BOOKS_AT_FAULT",
                            new Sentence(
                                    "les livres ne sont pas en équilibre, ou "
                                            + books.balance().faults() + " écritures sont fautives",
                                    "the books do not balance, or "
                                            + books.balance().faults() + " entries are at fault"));
                }
            }
        }
    }

    private static boolean isSeen(ObjectNode seen, MonthSums sums) {
        return seen.path("entries").asLong() == sums.entries()
                && seen.path("debit").asText().equals(sums.debit().toString());
    }

    private static Problem refused(String reason, Sentence sentence) {
        return new Problem(Kind.REFUSED, sentence, reason);
    }

    /** Answered when the part that keeps the seller's months has it, if that is on this instance. */
    private Reply post(MonthClosed fact) throws TemporarilyUnavailable {
        postbox.post(fact);
        return new Arrival(postbox, limits.arrival())
                .of(fact.factId(), () -> taken(fact))
                .map(taken -> Reply.of(answer(taken, "TAKEN")))
                .orElseGet(() -> Reply.of(ACCEPTED, answer(fact, "POSTED")));
    }

    private Optional<MonthClosed> taken(MonthClosed fact) {
        return ledgers.months().stream()
                .flatMap(shelf -> shelf.closed().apply(fact.seller()).stream())
                .filter(fact::equals)
                .findFirst();
    }

    private static ObjectNode answer(MonthClosed fact, String outcome) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("outcome", outcome).put("factId", fact.factId());
        answer.set("fact", RecordJson.write(fact));
        return answer;
    }
}
