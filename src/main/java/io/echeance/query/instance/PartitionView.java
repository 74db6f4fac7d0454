package io.echeance.query.instance;

import io.echeance.core.matching.KnownName;
import io.echeance.core.order.OrderStanding;
import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.DemotedRule;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.ActRow;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lists of one partition that this instance decides about. */
public interface PartitionView {

    /** What lies together: the parts of the stream share out their partitions each for itself. */
    enum Part {
        /** Accounts and their lists. */
        ORDERS,
        /** Payments, suspense, and what orders are called. */
        MONEY,
        CUSTOMERS
    }

    int partition();

    /** What of the partition lies on this instance; of the rest the view is empty. */
    default Set<Part> parts() {
        return EnumSet.allOf(Part.class);
    }

    /** The morning after the last day that was closed. */
    LocalDate today();

    /** The last day whose close is worked off; null: none is. */
    @Nullable
    LocalDate lastComplete();

    Listed listed(OrderList list);

    default Page<OrderStanding> page(OrderList list, @Nullable Cursor after, int limit) {
        return Listed.page(List.of(listed(list)), after, limit);
    }

    /** @param day null: as it stands now; else as it was known at the close of that day */
    Ageing ageing(@Nullable LocalDate day, @Nullable String seller);

    /** How many payments wait, and returns of such as are not known. */
    long inSuspense();

    /** The customers of this partition; null: it keeps none. */
    default @Nullable CustomerShelf customers() {
        return null;
    }

    /**
     * What people did about its orders: the latest ones behind a place.
     *
     * @param place need not be one that a row has
     */
    default List<ActRow> acts(byte[] place, int most) {
        return List.of();
    }

    /** What people did about one order. */
    default List<ActRow> acts(String orderId) {
        return List.of();
    }

    /** What waits of one payment. */
    default List<SuspenseEntry> waiting(String paymentId) {
        return List.of();
    }

    /** Rules that only propose; each partition with payments knows of all. */
    default List<DemotedRule> demotedRules() {
        return List.of();
    }

    /** Decisions about payments that wait for a second person. */
    default Page<InSuspense> awaitingSecond(@Nullable Cursor after, int limit) {
        return new Page<>(List.of(), null);
    }

    /** What lists show of one order; null: it is not here. */
    default @Nullable OrderStanding standing(String orderId) {
        return null;
    }

    /** What orders and documents are called that are looked up under a key. */
    default List<KnownName> alike(String key) {
        return List.of();
    }

    /** Empty: no payment of this id was heard of on this partition. */
    Optional<KnownPayment> payment(String id);

    Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit);
}
