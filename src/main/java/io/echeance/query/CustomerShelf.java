package io.echeance.query;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingKind;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.CustomerFiles.Dossier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one partition, as they are asked about. A page looks at all of whom anything was said.
 *
 * @param words a decision with what was typed, if that can be opened
 * @param sellers whose customers are there; null: all sellers'
 */
public record CustomerShelf(
        CustomerFiles files,
        Function<KnownDecision, CustomerFact> words,
        @Nullable Set<String> sellers) {

    public CustomerShelf(CustomerFiles files, Function<KnownDecision, CustomerFact> words) {
        this(files, words, null);
    }

    /** Its decisions have their words. */
    public CustomerShelf(CustomerFiles files) {
        this(files, KnownDecision::fact);
    }

    /** Others' customers are not there. */
    public CustomerShelf ofSellers(Set<String> seen) {
        return new CustomerShelf(files, words, seen);
    }

    private boolean isSeen(String seller) {
        return sellers == null || sellers.contains(seller);
    }

    /**
     * A customer.
     *
     * @param standing as last said; null: nothing was, it is in good standing
     * @param decisions what people decided, in order of arrival
     * @param decidedToday of that, what counts when the day is closed
     * @param shown what its orders show of it; those that show nothing are not in it
     */
    public record CustomerView(
            @Nullable CustomerStanding standing,
            List<CustomerFact> decisions,
            Map<StandingKind, StandingDecided> decidedToday,
            List<CustomerOrder> shown) {}

    /**
     * A line of the list of customers.
     *
     * @param decided what a person has decided today, the last about each kind; it counts when the day is closed
     */
    public record Judged(CustomerStanding standing, Map<StandingKind, StandingDecided> decided) {}

    /**
     * Customers by their keys.
     *
     * @param seller null: any
     * @param kind null: any but those in good standing
     * @param today the day that is not closed yet
     */
    public Page<Judged> page(
            @Nullable String seller, @Nullable StandingKind kind, @Nullable Cursor after, int limit, LocalDate today) {
        Map<Cursor, Judged> found = new TreeMap<>();
        files.each((customer, file) -> {
            CustomerStanding said = file.said();
            Cursor at = Cursor.at(customer.toString().getBytes(StandardCharsets.UTF_8));
            if (said != null
                    && isSeen(said.seller())
                    && (seller == null || seller.equals(said.seller()))
                    && is(said, kind)
                    && (after == null || at.compareTo(after) > 0)) {
                found.put(at, new Judged(said, decidedSince(today, file)));
            }
        });
        List<Page.Row<Judged>> rows = new ArrayList<>();
        found.entrySet().stream().limit(limit).forEach(one -> rows.add(new Page.Row<>(one.getKey(), one.getValue())));
        return new Page<>(rows, found.size() > limit ? rows.getLast().at() : null);
    }

    /** What was decided since the last close, whatever day it names: of each kind that which will count. */
    private Map<StandingKind, StandingDecided> decidedSince(LocalDate today, CustomerFile file) {
        Map<StandingKind, StandingDecided> counts = new TreeMap<>();
        for (KnownDecision one : file.decided()) {
            if (one.fact().on().isAfter(today) || !(words.apply(one) instanceof StandingDecided decided)) {
                continue;
            }
            boolean isNew = one.day() != null && !one.day().isBefore(today);
            if (isNew || decided.on().equals(today)) {
                counts.merge(
                        decided.kind(), decided, (other, later) -> later.on().isBefore(other.on()) ? other : later);
            }
        }
        return counts;
    }

    /** All that people have decided about those that are seen, with its words. */
    public List<KnownDecision> decisions() {
        List<KnownDecision> all = new ArrayList<>();
        files.each((customer, file) -> {
            if (isSeen(customer.seller())) {
                file.decided().forEach(one -> all.add(new KnownDecision(one.day(), words.apply(one), null, one.at())));
            }
        });
        return all;
    }

    private static boolean is(CustomerStanding said, @Nullable StandingKind kind) {
        return kind == null ? !said.isGood() : said.standings().stream().anyMatch(standing -> standing.kind() == kind);
    }

    /**
     * Null: nothing is known of it here.
     *
     * @param today the day that is not closed yet
     */
    public @Nullable CustomerView customer(CustomerKey customer, LocalDate today) {
        Dossier dossier = files.of(customer);
        if (!isSeen(customer.seller())
                || (dossier.orders().isEmpty()
                        && dossier.file().decided().isEmpty()
                        && dossier.file().said() == null)) {
            return null;
        }
        return new CustomerView(
                dossier.file().said(),
                dossier.file().decided().stream().map(words).toList(),
                decidedSince(today, dossier.file()),
                dossier.orders().values().stream()
                        .map(row -> row.shown().getLast().order())
                        .toList());
    }
}
