package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What people type about a customer")
class TypedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String TURNED = "paid\u202Edaid";

    private static Sentence said(String reason, String by) {
        return Objects.requireNonNull(
                        Typed.refused(new CreditLimitSet("f", "seller", "ANN", DAY, null, null, reason, by)))
                .said();
    }

    @Test
    @DisplayName("is somebody, where an order is assigned, and no id that turns the direction of writing")
    void isSomebodyAndNoTurningId() {
        for (String nobody : List.of("", " ", "\t")) {
            assertThat(Objects.requireNonNull(Typed.refused(new Assigned("f", "T-1", DAY, nobody, "kim")))
                            .said()
                            .english())
                    .startsWith("to is empty");
        }
        assertThat(Typed.refused(new Assigned("f", "T-1", DAY, null, "kim"))).isNull();
        DunningHeld turned = new DunningHeld("f", "T-1", DAY, TURNED, null, HoldReason.OTHER, null, null, "kim");
        assertThat(Objects.requireNonNull(Typed.refused(turned)).said().english())
                .startsWith("holdId has a control character");
    }

    @Test
    @DisplayName("is refused by the name of the field that is at fault, in each language")
    void isRefusedByItsField() {
        assertThat(said(TURNED, "kim").french()).startsWith("le motif a un caractère");
        assertThat(said(TURNED, "kim").english()).startsWith("reason has a control character");
        assertThat(said("why", TURNED).french()).startsWith("le nom de qui décide a");
        assertThat(said("why", TURNED).english()).startsWith("by has");
        RightAsked asked = new RightAsked("f", "seller", "ANN", DAY, PersonRight.ACCESS, TURNED, "kim");
        assertThat(Objects.requireNonNull(Typed.refused(asked)).said().french())
                .startsWith("la vérification de l’identité a");
        assertThat(Typed.refused(new CreditLimitSet("f", "seller", "ANN", DAY, null, null, "why", "kim")))
                .isNull();
    }
}
