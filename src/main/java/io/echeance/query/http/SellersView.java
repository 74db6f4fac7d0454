package io.echeance.query.http;

import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.InSuspense;
import io.echeance.query.KnownPayment;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.instance.PartitionView;
import io.echeance.topology.store.ActRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partition as somebody sees it who is there for some sellers: what is others' is not there. */
record SellersView(PartitionView whole, Set<String> sellers) implements PartitionView {

    static List<PartitionView> of(List<PartitionView> shelves, Asker asker) {
        return asker.sellers().isEmpty()
                ? shelves
                : shelves.stream()
                        .<PartitionView>map(shelf -> new SellersView(shelf, asker.sellers()))
                        .toList();
    }

    @Override
    public int partition() {
        return whole.partition();
    }

    @Override
    public Set<Part> parts() {
        return whole.parts();
    }

    @Override
    public LocalDate today() {
        return whole.today();
    }

    @Override
    public @Nullable LocalDate lastComplete() {
        return whole.lastComplete();
    }

    @Override
    public Listed listed(OrderList list) {
        List<Listed> seen =
                asked(list.seller()).stream().map(list::of).map(whole::listed).toList();
        return (after, most) -> seen.stream()
                .flatMap(one -> one.behind(after, most).stream())
                .sorted(Comparator.comparing(Listed.Entry::at))
                .limit(most)
                .toList();
    }

    /** Those of them that are asked about. */
    private List<String> asked(@Nullable String seller) {
        return sellers.stream()
                .filter(one -> seller == null || one.equals(seller))
                .sorted()
                .toList();
    }

    @Override
    public Ageing ageing(@Nullable LocalDate day, @Nullable String seller) {
        List<Ageing> ageings =
                asked(seller).stream().map(one -> whole.ageing(day, one)).toList();
        return Ageing.merged(ageings, day == null ? today() : day);
    }

    /** Of which seller an act is, whoever looks its order up finds out. */
    @Override
    public List<ActRow> acts(byte[] place, int most) {
        return whole.acts(place, most);
    }

    @Override
    public List<ActRow> acts(String orderId) {
        return whole.acts(orderId);
    }

    /** Nothing: what waits is of no seller yet. */
    @Override
    public long inSuspense() {
        return 0;
    }

    @Override
    public @Nullable CustomerShelf customers() {
        CustomerShelf customers = whole.customers();
        return customers == null ? null : customers.ofSellers(sellers);
    }

    /** None: whose it is, only its orders tell. */
    @Override
    public Optional<KnownPayment> payment(String id) {
        return Optional.empty();
    }

    /** Its proposals name orders; of which sellers these are, whoever looks them up finds out. */
    @Override
    public Page<InSuspense> suspense(boolean setAside, @Nullable Cursor after, int limit) {
        return whole.suspense(setAside, after, limit);
    }
}
