package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.query.MonthShelf;
import io.echeance.query.command.EntriesDesk;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.http.ScatterGather.Parts;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.Ledgers;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.PartitionView.Part;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** {@code /sellers/{seller}/months}: what each month came to, and what is to be looked at before it is closed. */
final class MonthPages {

    private static final String MONTH = "month";

    private final ScatterGather gathering;
    private final Shelves shelves;
    private final Holdings holdings;
    private final Ledgers ledgers;
    private final EntriesDesk entries;
    private final ReentrantLock counter = new ReentrantLock();

    MonthPages(ScatterGather gathering, Shelves shelves, Holdings holdings, Ledgers ledgers, EntriesDesk entries) {
        this.gathering = gathering;
        this.shelves = shelves;
        this.holdings = holdings;
        this.ledgers = ledgers;
        this.entries = entries;
    }

    /** Every month that has an entry, or was closed, or can be closed. */
    Reply list(Context request) {
        new Asked(request).only(ScatterGather.PARTIAL);
        String seller = sellerOf(request);
        Asker.of(request).requireSeller(seller, holdings.sellers());
        Parts parts = gathering.parts(request, here -> part(here, seller, Asker.of(request), false));
        if (PeerClient.markOf(request).isPresent()) {
            return Reply.of(parts.parts().getFirst());
        }
        SellersMonths months = SellersMonths.of(seller, parts.parts(), shelves.partitions());
        ObjectNode answer = head(months);
        ArrayNode rows = answer.putArray("months");
        months.months().forEach(month -> rows.add(row(months, month)));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** One month: its totals by journal and account, and what is to be looked at. */
    Reply month(Context request) {
        new Asked(request).only(ScatterGather.PARTIAL);
        String seller = sellerOf(request);
        YearMonth month = monthOf(request);
        Asker.of(request).requireSeller(seller, holdings.sellers());
        Parts parts = gathering.parts(
                request, here -> part(here, seller, Asker.of(request), true), Part.MONEY, Part.CUSTOMERS);
        if (PeerClient.markOf(request).isPresent()) {
            return Reply.of(parts.parts().getFirst());
        }
        SellersMonths months = SellersMonths.of(seller, parts.parts(), shelves.partitions());
        if (months.isYetToCome(month)) {
            throw new Problem(
                    Kind.NO_SUCH_PAGE, new Sentence(month + " n’a pas commencé", month + " has not begun"), null);
        }
        ObjectNode answer = head(months);
        answer.setAll(row(months, month));
        answer.set("totals", totals(months.sumsOf(month)));
        answer.set(
                "checks",
                MonthChecks.of(
                        months, parts.parts(), Asker.of(request).sellers().isEmpty()));
        answer.set("partitions", parts.coverage());
        return Reply.of(answer);
    }

    /** As the law lays entries out; names nobody. One at a time: it reads the books from their beginning. */
    Reply entries(Context request, Asker asker) {
        new Asked(request).only();
        String seller = sellerOf(request);
        YearMonth month = monthOf(request);
        if (!counter.tryLock()) {
            throw new Problem(Kind.BUSY, "the books are being read for somebody else");
        }
        try {
            // Others' books are as those of a seller that never was.
            return Reply.text(entries.entries(asker.sees(seller) ? seller : "", month), seller + "-" + month);
        } catch (TemporarilyUnavailable moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        } finally {
            counter.unlock();
        }
    }

    /** As they are before somebody closes one of them. */
    SellersMonths before(Context request, String seller) {
        String path = request.req().getRequestURI().replaceFirst("/[^/]+/close$", "");
        Parts parts = gathering.parts(
                request, Question.before(request, path), here -> part(here, seller, Asker.of(request), false));
        return SellersMonths.of(seller, parts.parts(), shelves.partitions());
    }

    static String sellerOf(Context request) {
        return new Asked(request).inPath("seller");
    }

    static YearMonth monthOf(Context request) {
        String written = request.pathParam(MONTH);
        try {
            if (written.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(written);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.malformed("the month is written like 2026-10");
    }

    /** What this instance has of it. */
    private ObjectNode part(List<PartitionView> here, String seller, Asker asker, boolean checked) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        here.stream()
                .map(PartitionView::today)
                .min(LocalDate::compareTo)
                .ifPresent(day -> part.put("today", day.toString()));
        ArrayNode read = part.putArray("read");
        ArrayNode sums = part.putArray("sums");
        ArrayNode closings = part.putArray("closings");
        boolean sees = asker.sees(seller);
        for (MonthShelf shelf : ledgers.months()) {
            read.add(shelf.partition());
            if (sees) {
                shelf.sums().apply(seller).forEach(one -> sums.add(RecordJson.write(one)));
                shelf.closed().apply(seller).forEach(one -> closings.add(RecordJson.write(one)));
            }
        }
        if (sees) {
            ledgers.balance(seller).ifPresent(balance -> part.set("balance", RecordJson.write(balance)));
        }
        if (sees && checked) {
            ledgers.issuing(seller).ifPresent(issuing -> {
                part.put("heldBack", issuing.heldBack());
                ObjectNode numbers = part.putObject("numbers");
                issuing.last().forEach(numbers::put);
            });
            MonthChecks.count(here, seller, part);
        }
        return part;
    }

    private static ObjectNode head(SellersMonths months) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("seller", months.seller()).put("today", months.today().toString());
        months.next().ifPresent(next -> answer.put("next", next.toString()));
        return answer;
    }

    private static ObjectNode row(SellersMonths months, YearMonth month) {
        MonthSums sums = months.sumsOf(month);
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(MONTH, month.toString());
        row.put("state", months.state(month).name());
        row.put("entries", sums.entries());
        row.put("debit", sums.debit().toString()).put("credit", sums.credit().toString());
        row.put("asClosed", months.isAsClosed(month));
        ObjectNode closing = months.closings().get(month);
        if (closing != null) {
            MonthSums then = ScatterGather.read(
                            MonthClosed.class, closing.deepCopy().put("by", ""))
                    .sums();
            ObjectNode closed = row.putObject("closed");
            closed.put("factId", closing.path("factId").asText());
            closed.set("on", closing.path("on"));
            if (closing.hasNonNull("by")) {
                closed.set("by", closing.get("by"));
            }
            closed.put("entries", then.entries());
            closed.put("debit", then.debit().toString())
                    .put("credit", then.credit().toString());
        }
        return row;
    }

    private static ArrayNode totals(MonthSums sums) {
        ArrayNode totals = JsonNodeFactory.instance.arrayNode();
        sums.totals().forEach(total -> totals.add(RecordJson.write(total)));
        return totals;
    }
}
