package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.topology.store.ListRow;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of deadlines")
class StretchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    @Test
    @DisplayName("is of one kind where one is asked for, else of all, and never of what is over")
    void isOfOneKindOrAll() {
        Stretch one = Stretch.of(
                new OrderList.Deadlines(null, DeadlineKind.LITIGATION, LocalDate.of(2026, 1, 1), null), TODAY);
        Stretch all = Stretch.of(new OrderList.Deadlines(null, null, null, TODAY.plusDays(7)), TODAY);

        assertThat(one.values()).containsExactly("LITIGATION");
        assertThat(one.from()).isEqualTo(TODAY);
        assertThat(one.until()).isEqualTo(ListRow.FOREVER);
        assertThat(all.values()).containsExactly("NOTICE_ANSWER", "FUNDER_DECISION", "LITIGATION");
        assertThat(all.from()).isEqualTo(TODAY);
        assertThat(all.until()).isEqualTo(TODAY.plusDays(7));
    }
}
