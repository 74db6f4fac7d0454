package io.echeance.query.http;

import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.Statement;
import io.echeance.core.statement.Standings;
import io.echeance.query.Ageing;
import io.echeance.query.Cursor;
import io.echeance.query.Listed;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.order.AccountView;
import io.echeance.serde.record.SuspenseEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that are not kept but made: every list holds every order that is placed, by name. */
record NaiveShelf(Collection<AccountView> orders) implements PartitionView {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public LocalDate lastComplete() {
        return TODAY.minusDays(1);
    }

    private List<OrderStanding> standings() {
        List<OrderStanding> standings = new ArrayList<>();
        for (AccountView held : orders) {
            Statement statement = held.decider().statement(held.account(), held.today());
            if (statement != null) {
                standings.add(Standings.of(held.account(), statement));
            }
        }
        return standings;
    }

    @Override
    public Listed listed(OrderList list) {
        return (after, most) -> standings().stream()
                .map(standing -> new Listed.Entry(
                        Cursor.at(standing.orderId().getBytes(StandardCharsets.UTF_8)), () -> standing))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public Ageing ageing(@Nullable LocalDate day, @Nullable String seller) {
        return Ageing.of(
                standings().stream()
                        .filter(standing -> seller == null || standing.seller().equals(seller))
                        .toList(),
                day == null ? TODAY : day);
    }

    @Override
    public long inSuspense() {
        return 0;
    }

    @Override
    public Page<SuspenseEntry> suspense(boolean setAside, @Nullable Cursor after, int limit) {
        return new Page<>(List.of(), null);
    }
}
