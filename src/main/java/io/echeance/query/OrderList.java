package io.echeance.query;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.Statement.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A list of orders that is kept ready to be read. Wherever a seller may be named, null means any. */
public sealed interface OrderList {

    @Nullable
    String seller();

    /** The same list of one seller. */
    default OrderList of(String one) {
        return switch (this) {
            case Late list -> new Late(one, list.fromDays(), list.toDays());
            case Due list -> new Due(one, list.from(), list.until());
            case AtStep list -> new AtStep(one, list.step());
            case NextStep list -> new NextStep(one, list.step(), list.from(), list.until());
            case Funded list -> new Funded(one, list.state());
            case Deadlines list -> new Deadlines(one, list.kind(), list.from(), list.until());
            case Promised list -> new Promised(one, list.from(), list.until());
            case RefundsDue list -> new RefundsDue(one, list.from(), list.until());
            case OwedBack list -> new OwedBack(one);
            case Held list -> new Held(one, list.hold());
            case Asking list -> new Asking(one, list.amount());
            case OwedBy list -> new OwedBy(one, list.payer());
            case Orders list -> new Orders(one, list.status());
            case OfCustomer list -> new OfCustomer(one, list.customer());
        };
    }

    /**
     * Orders with late principal, the oldest due date first.
     *
     * @param fromDays late by at least so many days; 1 is all
     * @param toDays late by at most so many days; null: however many
     */
    record Late(
            @Nullable String seller, int fromDays, @Nullable Integer toDays) implements OrderList {}

    /** Orders of which the oldest unpaid principal falls due within these days, both included; late ones too. */
    record Due(
            @Nullable String seller,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements OrderList {}

    /**
     * Orders with an unpaid debt for which a step was the last one taken, the oldest due date first.
     *
     * @param step such as {@code d+30}
     */
    record AtStep(@Nullable String seller, String step) implements OrderList {}

    /** Orders for which a step comes next within these days, both included, the earliest day first. */
    record NextStep(
            @Nullable String seller,
            String step,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements OrderList {}

    /**
     * Orders of which a funder's share is in a state, the longest placed first.
     *
     * @param state as in a statement's share, such as {@code REQUESTED}
     */
    record Funded(@Nullable String seller, String state) implements OrderList {}

    /**
     * Orders with a deadline on these days, both included, the earliest first.
     *
     * @param kind null: of whatever kind; an order has a place for each of its kinds and days
     */
    record Deadlines(
            @Nullable String seller,
            @Nullable DeadlineKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements OrderList {}

    /** Orders with a promise whose last day is one of these, both included, the earliest first. */
    record Promised(
            @Nullable String seller,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements OrderList {}

    /** Orders with money to be paid back by one of these days, both included, the earliest first. */
    record RefundsDue(
            @Nullable String seller,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements OrderList {}

    /** Orders of which money left without being owed, the longest placed first. */
    record OwedBack(@Nullable String seller) implements OrderList {}

    /** Orders on which something is held, in order of its last day; what is open comes last. */
    record Held(@Nullable String seller, Hold hold) implements OrderList {}

    /** What is held. */
    enum Hold {
        /** Dunning, for whatever reason. */
        DUNNING,
        DISPUTE,
        PROMISE,
        GRACE,
        INSOLVENCY,
        OTHER,
        /** Access to the service. */
        ACCESS,
        /** The school's documents. */
        DOCUMENTS;

        /** Dunning, for this reason. */
        public static Hold of(HoldReason reason) {
            return switch (reason) {
                case DISPUTE -> DISPUTE;
                case PROMISE -> PROMISE;
                case GRACE -> GRACE;
                case INSOLVENCY -> INSOLVENCY;
                case OTHER -> OTHER;
            };
        }
    }

    /** Orders that ask for exactly an amount: of one debt, of a document, of all that a payer owes, or as promised. */
    record Asking(@Nullable String seller, Money amount) implements OrderList {}

    /** Orders of which a payer owes something, customer or funder; those that fell due first come first. */
    record OwedBy(@Nullable String seller, String payer) implements OrderList {}

    /** Orders, the longest placed first. */
    record Orders(@Nullable String seller, @Nullable Status status) implements OrderList {}

    /** A customer's orders, the longest placed first. */
    record OfCustomer(@Nullable String seller, String customer) implements OrderList {}
}
