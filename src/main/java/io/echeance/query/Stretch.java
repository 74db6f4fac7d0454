package io.echeance.query;

import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.Statement.Status;
import io.echeance.topology.store.ListRow;
import io.echeance.topology.store.Listing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the index that make up a list.
 *
 * @param values of any of these
 * @param from first day
 * @param until last day, included
 */
record Stretch(Listing listing, List<String> values, LocalDate from, LocalDate until) {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** Days beyond all that is ever written are as good as the last one. */
    Stretch {
        from = known(from);
        until = known(until);
    }

    static LocalDate known(LocalDate day) {
        if (day.isBefore(EVER)) {
            return EVER;
        }
        return day.isAfter(ListRow.FOREVER) ? ListRow.FOREVER : day;
    }

    static Stretch of(OrderList list, LocalDate today) {
        return switch (list) {
            case OrderList.Late late -> {
                Integer most = late.toDays();
                yield new Stretch(
                        Listing.UNPAID,
                        List.of(ListRow.ANY),
                        most == null ? EVER : today.minusDays(most),
                        today.minusDays(Math.max(1, late.fromDays())));
            }
            case OrderList.Due due -> between(Listing.UNPAID, ListRow.ANY, due.from(), due.until());
            case OrderList.AtStep at -> all(Listing.STEP, at.step());
            case OrderList.NextStep next -> between(Listing.NEXT_STEP, next.step(), next.from(), next.until());
            case OrderList.Deadlines ends ->
                new Stretch(
                        Listing.DEADLINE,
                        kinds(ends.kind()),
                        from(today, ends.from()),
                        ends.until() == null ? ListRow.FOREVER : ends.until());
            case OrderList.Funded funded -> all(Listing.FUNDER, funded.state());
            case OrderList.Promised promised ->
                between(Listing.PROMISE, ListRow.ANY, promised.from(), promised.until());
            case OrderList.OwedBack owed -> between(Listing.OWED_BACK, ListRow.ANY, null, null);
            case OrderList.RefundsDue refunds -> between(Listing.REFUND, ListRow.ANY, refunds.from(), refunds.until());
            case OrderList.Held held -> between(Listing.HELD, kind(held.hold()), today, null);
            case OrderList.Orders orders ->
                new Stretch(Listing.ORDERS, statuses(orders.status()), EVER, ListRow.FOREVER);
            case OrderList.Asking asking -> all(Listing.ASKING, ListRow.amount(asking.amount()));
            case OrderList.OwedBy owed -> all(Listing.OWED_BY, owed.payer());
            case OrderList.OfCustomer of -> all(Listing.OF_CUSTOMER, of.customer());
        };
    }

    /** What is over is no deadline any more, though nothing has touched its order since. */
    private static LocalDate from(LocalDate today, @Nullable LocalDate asked) {
        return asked == null || asked.isBefore(today) ? today : asked;
    }

    private static Stretch all(Listing listing, String value) {
        return between(listing, value, null, null);
    }

    private static Stretch between(Listing listing, String value, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Stretch(
                listing, List.of(value), from == null ? EVER : from, until == null ? ListRow.FOREVER : until);
    }

    private static String kind(OrderList.Hold hold) {
        return switch (hold) {
            case DUNNING -> ListRow.ANY;
            case ACCESS -> ListRow.ACCESS;
            case DOCUMENTS -> ListRow.DOCUMENTS;
            case DISPUTE, PROMISE, GRACE, INSOLVENCY, OTHER -> hold.name();
        };
    }

    private static List<String> kinds(@Nullable DeadlineKind kind) {
        return kind == null
                ? Arrays.stream(DeadlineKind.values()).map(DeadlineKind::name).toList()
                : List.of(kind.name());
    }

    private static List<String> statuses(@Nullable Status status) {
        return status == null ? Arrays.stream(Status.values()).map(Status::name).toList() : List.of(status.name());
    }
}
