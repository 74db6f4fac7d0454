package io.echeance.topology.store;

import io.echeance.core.matching.OpenOrders;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.OrderStanding.Refund;
import io.echeance.core.order.Statement;
import io.echeance.topology.store.KeyBytes.Index;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A row of the lists in {@link StateStores#ACCOUNTS}: an order's place in one list. It is only a key; what it shows
 * stands on the cover of the account.
 *
 * <p>An order has one row at most under each value of a list; of deadlines one for each of its days. Nothing in a row
 * depends on what day it is: a list of what is late is the beginning of the list of what is unpaid.
 *
 * @param value what the list is filtered by; {@link #ANY} where by nothing
 * @param on what it is sorted by; then comes the order id
 */
public record ListRow(Listing list, String value, String seller, LocalDate on, String orderId) {

    public static final String ANY = "";
    /** Access to the service is suspended: a kind of hold. */
    public static final String ACCESS = "ACCESS";
    /** The school's documents are withheld: a kind of hold. */
    public static final String DOCUMENTS = "DOCUMENTS";

    /** Where rows stand that have no day. */
    public static final LocalDate FOREVER = KeyBytes.FOREVER;

    /** Greater than the first byte of any length or day. */
    private static final byte[] BEHIND = {(byte) 0xFF};

    /** By what orders that ask for an amount stand in their list. */
    public static String amount(Money amount) {
        return amount.toString();
    }

    public Bytes key() {
        return start(list, value, seller).day(on).last(orderId).done();
    }

    /** Where the rows of a list with this value begin. */
    public static Bytes start(Listing list, String value) {
        return KeyBytes.of(Index.LISTINGS).code(list.code()).text(value).done();
    }

    /** Behind the last row of a list with this value. */
    public static Bytes end(Listing list, String value) {
        return KeyBytes.of(Index.LISTINGS)
                .code(list.code())
                .text(value)
                .raw(BEHIND)
                .done();
    }

    /** Behind the last row of a list with this value and seller. */
    public static Bytes end(Listing list, String value, String seller) {
        return start(list, value, seller).raw(BEHIND).done();
    }

    /** Where the rows of a list, a value and a seller begin that have a place at or behind a position. */
    public static Bytes from(Listing list, String value, String seller, byte[] position) {
        return start(list, value, seller).raw(position).done();
    }

    /** The position in front of all orders of a day. Positions sort by bytes: by the day, then the order. */
    public static byte[] position(LocalDate on) {
        return new KeyBytes().day(on).done().get();
    }

    private static KeyBytes start(Listing list, String value, String seller) {
        return KeyBytes.of(Index.LISTINGS).code(list.code()).text(value).text(seller);
    }

    public static ListRow of(Bytes key) {
        ByteBuffer rest = KeyBytes.behindIndex(key);
        return new ListRow(
                Listing.of(rest.get()),
                KeyBytes.text(rest),
                KeyBytes.text(rest),
                KeyBytes.day(rest),
                KeyBytes.rest(rest));
    }

    /** Which order stands at a {@linkplain #position(LocalDate) position}. */
    public static String orderId(byte[] position) {
        ByteBuffer rest = ByteBuffer.wrap(position);
        KeyBytes.day(rest);
        return KeyBytes.rest(rest);
    }

    /** Every place of an order. */
    public static Set<ListRow> of(OrderStanding standing) {
        return new Places(standing).all();
    }

    /** Gathers the places of one order. */
    private static final class Places {

        private final OrderStanding standing;
        private final Set<ListRow> rows = new LinkedHashSet<>();

        Places(OrderStanding standing) {
            this.standing = standing;
        }

        Set<ListRow> all() {
            LocalDate orderedOn = standing.orderedOn();
            put(Listing.ORDERS, standing.status().name(), orderedOn);
            put(Listing.OF_CUSTOMER, standing.customer(), orderedOn);
            standing.funders().stream()
                    .map(Statement.Share::state)
                    .forEach(state -> put(Listing.FUNDER, state, orderedOn));
            asked();
            debts();
            holds();
            standing.refunds().stream()
                    .map(Refund::dueBy)
                    .findFirst()
                    .ifPresent(dueBy -> put(Listing.REFUND, ANY, dueBy));
            standing.deadlines().forEach(one -> put(Listing.DEADLINE, one.kind().name(), one.on()));
            put(Listing.OWED_BACK, ANY, standing.owedBack().isEmpty() ? null : orderedOn);
            return rows;
        }

        private void asked() {
            Set<Money> amounts = OpenOrders.amountsOf(standing);
            LocalDate on = standing.debts().isEmpty()
                    ? standing.orderedOn()
                    : standing.debts().getFirst().dueOn();
            amounts.forEach(asked -> put(Listing.ASKING, amount(asked), on));
            standing.debts().stream().map(Debt::payer).distinct().forEach(payer -> put(Listing.OWED_BY, payer, on));
        }

        private void debts() {
            standing.oldestDueOn().ifPresent(dueOn -> put(Listing.UNPAID, ANY, dueOn));
            Map<String, LocalDate> taken = new TreeMap<>();
            Map<String, LocalDate> next = new TreeMap<>();
            for (Debt debt : standing.debts()) {
                if (debt.principal() && debt.lastStep() != null) {
                    taken.merge(debt.lastStep(), debt.dueOn(), ListRow::earlier);
                }
                if (debt.nextStep() != null) {
                    next.merge(debt.nextStep(), Objects.requireNonNull(debt.nextStepOn()), ListRow::earlier);
                }
            }
            taken.forEach((step, dueOn) -> put(Listing.STEP, step, dueOn));
            next.forEach((step, day) -> put(Listing.NEXT_STEP, step, day));
        }

        private void holds() {
            Map<String, LocalDate> until = new TreeMap<>();
            LocalDate promised = null;
            for (HoldOnOrder hold : standing.holds()) {
                LocalDate lastDay = hold.lastDay();
                LocalDate last = lastDay == null ? FOREVER : lastDay;
                until.merge(hold.reason().name(), last, ListRow::later);
                until.merge(ANY, last, ListRow::later);
                if (hold.reason() == HoldReason.PROMISE && lastDay != null) {
                    promised = promised == null ? lastDay : earlier(promised, lastDay);
                }
            }
            if (standing.accessSuspended()) {
                until.put(ACCESS, FOREVER);
            }
            if (standing.documentsWithheld()) {
                until.put(DOCUMENTS, FOREVER);
            }
            until.forEach((kind, last) -> put(Listing.HELD, kind, last));
            put(Listing.PROMISE, ANY, promised);
        }

        private void put(Listing list, String value, @Nullable LocalDate on) {
            if (on != null) {
                rows.add(new ListRow(list, value, standing.seller(), on, standing.orderId()));
            }
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
